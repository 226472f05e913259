using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>A row and its place.</summary>
internal sealed record NumberedChange
{
    public required Change Change { get; init; }

    public required long Number { get; init; }
}

/// <summary>The pieces of history's queries.</summary>
internal static class HistoryQueries
{
    public static IQueryable<Change> SeenBy(this IQueryable<Change> changes, HistoryScope scope)
    {
        if (scope.All)
            return changes;
        var (agencies, own) = (scope.Agencies.ToList(), scope.AccountId);
        return changes.Where(c => c.Entity == "account" ? c.EntityId == own : c.AgencyId != null && agencies.Contains(c.AgencyId.Value));
    }

    public static IQueryable<Change> Matching(this IQueryable<Change> changes, HistoryFilter filter)
    {
        if (filter.Entity is { } entity)
            changes = changes.Where(c => c.Entity == entity);
        if (filter.EntityId is { } id)
            changes = changes.Where(c => c.EntityId == id);
        if (filter.AccountId is { } account)
            changes = changes.Where(c => c.AccountId == account);
        if (filter.AgencyId is { } agency)
            changes = changes.Where(c => c.AgencyId == agency);
        if (filter.What is { } what)
            changes = changes.Where(c => c.What == what);
        if (filter.Door is { } door)
            changes = changes.Where(c => c.Door == door);
        if (filter.From is { } from && Midnight(from) is var first)
            changes = changes.Where(c => c.At >= first);
        if (filter.To is { } to && to < DateOnly.MaxValue && Midnight(to.AddDays(1)) is var after)
            changes = changes.Where(c => c.At < after);
        return changes;
    }

    public static IQueryable<NumberedChange> Numbered(this IQueryable<Change> changes) =>
        changes.Select(c => new NumberedChange { Change = c, Number = EF.Property<long>(c, ChangeMapping.Sequence) });

    public static async Task<List<HistoryRow>> Rows(this IQueryable<NumberedChange> changes, CancellationToken cancel) =>
        [.. (await changes.ToListAsync(cancel)).Select(r => new HistoryRow(r.Number, r.Change))];

    /// <summary>The instant a day begins in Vietnam.</summary>
    private static DateTime Midnight(DateOnly day) => day.DayNumber == 0
        ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)
        : TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), BusinessClock.Vietnam);
}
