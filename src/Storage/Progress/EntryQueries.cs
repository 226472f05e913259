using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Progress;

/// <summary>The parts that queries of entries are made of.</summary>
internal static class EntryQueries
{
    /// <summary>The rule of <see cref="EntryVisibility.CanSee"/>, for the database; a test keeps the two alike.</summary>
    public static IQueryable<ProgressEntry> SeenBy(this IQueryable<ProgressEntry> entries, Actor actor)
    {
        var confirmed = actor.May(Operation.ReadFigures);
        var submitted = actor.May(Operation.ReadSubmitted);
        Guid[] own = actor.May(Operation.ReadOwnDrafts) && actor.Agency is { } agency ? [agency.Id, .. actor.Predecessors] : [];
        var onBehalf = actor.May(Operation.LogEntriesForAnyLead) && own.Length > 0 ? own[0] : (Guid?)null;
        return entries.Where(e =>
            e.Status == EntryStatus.Confirmed
                ? confirmed
                : (submitted && (e.Status == EntryStatus.Submitted || e.Status == EntryStatus.Withdrawn))
                    || own.Contains(e.AgencyId)
                    || (onBehalf != null && e.OnBehalfByAgencyId == onBehalf));
    }

    public static IQueryable<ProgressEntry> Matching(this IQueryable<ProgressEntry> entries, EntryFilter filter)
    {
        if (filter.PlanId is { } plan)
            entries = entries.Where(e => e.PlanId == plan);
        if (filter.ActivityId is { } activity)
            entries = entries.Where(e => e.ActivityId == activity);
        if (filter.TargetId is { } target)
            entries = entries.Where(e => e.Content.TargetId == target);
        if (filter.AgencyId is { } agency)
            entries = entries.Where(e => e.AgencyId == agency);
        if (filter.Status is { } status)
            entries = entries.Where(e => e.Status == status);
        if (filter.AnyOf is { } states)
            entries = entries.Where(e => states.Contains(e.Status));
        if (filter.OfAgencies is { } agencies)
            entries = entries.Where(e => agencies.Contains(e.AgencyId) || (e.OnBehalfByAgencyId != null && agencies.Contains(e.OnBehalfByAgencyId.Value)));
        if (filter.From is { } from)
            entries = entries.Where(e => e.Content.Date >= from);
        if (filter.To is { } to)
            entries = entries.Where(e => e.Content.Date <= to);
        if (filter.CountedFrom is { } countedFrom)
            entries = entries.Where(e => e.CountedOn >= countedFrom);
        if (filter.CountedTo is { } countedTo)
            entries = entries.Where(e => e.CountedOn <= countedTo);
        if (filter.HasEvidence is { } has)
            entries = entries.Where(e => EF.Property<int>(e, EntryMapping.EvidenceCount) > 0 == has);
        return entries;
    }

    /// <summary>Case and marks do not matter; every character stands for itself.</summary>
    public static IQueryable<ProgressEntry> Searched(this IQueryable<ProgressEntry> entries, string? search)
    {
        if (search is null || VietnameseText.Fold(search) is not { Length: > 0 } folded)
            return entries;
        var pattern = $"%{folded.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
        return entries.Where(e => EF.Functions.Like(e.SearchText, pattern, @"\"));
    }

    /// <summary>By the fields asked for; the latest first where they leave it open.</summary>
    public static IQueryable<ProgressEntry> Sorted(this IQueryable<ProgressEntry> entries, IReadOnlyList<SortBy> sort)
    {
        IOrderedQueryable<ProgressEntry>? ordered = null;
        foreach (var by in sort)
            ordered = Then(entries, ordered, by);
        ordered = ordered?.ThenByDescending(e => e.Content.Date) ?? entries.OrderByDescending(e => e.Content.Date);
        return ordered.ThenByDescending(e => e.Id);
    }

    private static IOrderedQueryable<ProgressEntry> Then(
        IQueryable<ProgressEntry> entries, IOrderedQueryable<ProgressEntry>? ordered, SortBy by) => by.Field switch
        {
            "countedOn" => Then(entries, ordered, by, e => e.CountedOn),
            "quantity" => Then(entries, ordered, by, e => e.Content.Quantity),
            "title" => Then(entries, ordered, by, e => e.SearchText),
            "status" => Then(entries, ordered, by, e =>
                e.Status == EntryStatus.Draft ? 0 : e.Status == EntryStatus.Submitted ? 1 : e.Status == EntryStatus.Confirmed ? 2
                : e.Status == EntryStatus.Returned ? 3 : 4),
            "createdAt" => Then(entries, ordered, by, e => e.CreatedAt),
            _ => Then(entries, ordered, by, e => e.Content.Date),
        };

    private static IOrderedQueryable<ProgressEntry> Then<TKey>(
        IQueryable<ProgressEntry> entries, IOrderedQueryable<ProgressEntry>? ordered, SortBy by,
        System.Linq.Expressions.Expression<Func<ProgressEntry, TKey>> key) => (ordered, by.Descending) switch
        {
            (null, false) => entries.OrderBy(key),
            (null, true) => entries.OrderByDescending(key),
            (_, false) => ordered.ThenBy(key),
            _ => ordered.ThenByDescending(key),
        };
}
