using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Difficulties;

/// <summary>A difficulty with what a reader needs beside it.</summary>
/// <param name="Difficulty">The difficulty.</param>
/// <param name="Text">Its words: its own, or those of the report it was raised in.</param>
/// <param name="Proposal">What is proposed.</param>
/// <param name="Agency">Who raised it, by its name then.</param>
/// <param name="Owner">Whose matter it is, by the name of today.</param>
/// <param name="Subject">What it is about: "Dòng 13. Tranh cổ động", "VI.5.b"; null for the plan as a whole.</param>
/// <param name="Evidence">Files and links with it.</param>
/// <param name="DaysOpen">Days since it was raised; null once answered.</param>
/// <param name="Allowed">What the reader may do with it now.</param>
public sealed record DifficultyView(
    Difficulty Difficulty, string Text, string? Proposal, AgencyRef Agency, AgencyRef Owner, string? Subject, IReadOnlyList<Progress.Evidence> Evidence,
    int? DaysOpen, IReadOnlyList<DifficultyVerb> Allowed);

/// <summary>
/// Use cases that read difficulties. One that waits for its answer is seen by the agency whose matter it is, Sở Nội vụ and the city's leaders;
/// once it is answered, everybody signed in.
/// </summary>
public sealed class DifficultyReading(
    IDifficultyBook book, IAgencyReportBook reports, IAttachmentBook attachments, IPlanLibrary plans, IAgencyRegister register, BusinessClock clock)
    : IAttachmentOwners
{
    /// <summary>The refusal for a difficulty that is not there or not the actor's to see.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("difficulties.unknown", "Không có khó khăn, vướng mắc này, hoặc bạn không được xem.");

    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["raisedAt", "agency", "title", "state"];

    /// <inheritdoc />
    public string Entity => DifficultyHistory.Entity;

    /// <inheritdoc />
    public Operation Right => Operation.CloseDifficulties;

    /// <inheritdoc />
    async Task<AttachmentOwner?> IAttachmentOwners.Find(Actor actor, Guid id, CancellationToken cancel) =>
        (await Find(actor, id, cancel)).Value is { Difficulty: var found } ? new(found.OwnerId, id, found.Title) : null;

    /// <summary>A page of them; search looks into title, words and proposal, without case and marks.</summary>
    public async Task<Result<PageOf<DifficultyView>>> List(Actor actor, DifficultyFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var wanted = VietnameseText.Fold(query.Search ?? "").Trim();
        var agencies = await register.All(cancel);
        var found = (await book.Of(filter, cancel)).Where(d => CanSee(actor, d)
            && (d.SearchText.Contains(wanted, StringComparison.Ordinal)
                || VietnameseText.Fold(agencies[d.AgencyId].RefOn(d.RaisedOn).Name).Contains(wanted, StringComparison.Ordinal))).ToList();
        var items = Ordered(found, query.Sort ?? [], agencies).Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        return new PageOf<DifficultyView>(await Views(actor, items, cancel), found.Count, query.Page, query.PageSize);
    }

    /// <summary>One of them.</summary>
    public async Task<Result<DifficultyView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await book.Find(id, cancel) is { } found && CanSee(actor, found) ? (await Views(actor, [found], cancel))[0] : Unknown;
    }

    /// <summary>Whether the actor may see it.</summary>
    internal static bool CanSee(Actor actor, Difficulty difficulty) => actor.May(Operation.ReadFigures)
        && (difficulty.State is not DifficultyState.Raised || IsOwn(actor, difficulty) || actor.May(Operation.ReadSubmitted) || actor.May(Operation.ReadAllWork));

    /// <summary>Whether it is the matter of the actor's agency.</summary>
    internal static bool IsOwn(Actor actor, Difficulty difficulty) =>
        actor.May(Operation.ReadOwnDrafts) && (actor.WorksFor(difficulty.OwnerId) || actor.WorksFor(difficulty.AgencyId));

    /// <summary>Whether the actor may do this with it, by right alone.</summary>
    internal static bool May(Actor actor, Difficulty difficulty, DifficultyVerb verb) => verb switch
    {
        DifficultyVerb.Edit => actor.May(Operation.RaiseDifficulties) && IsOwn(actor, difficulty),
        DifficultyVerb.Close => actor.May(Operation.CloseDifficulties) && (actor.May(Operation.AnswerDifficulties) || IsOwn(actor, difficulty)),
        _ => actor.May(Operation.AnswerDifficulties),
    };

    /// <summary>Difficulties with their words.</summary>
    internal async Task<IReadOnlyList<DifficultyView>> Views(Actor actor, IReadOnlyList<Difficulty> found, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var said = (await reports.Of([.. found.Select(d => d.ObligationId).OfType<Guid>()], cancel)).ToDictionary(r => r.ObligationId, r => r.Last?.Snapshot.Content);
        var evidence = await attachments.Of([.. found.Select(d => d.Id)], cancel);
        var subjects = new Dictionary<Guid, Plan?>();
        foreach (var id in found.Where(d => d.ActivityId is not null || d.TaskId is not null).Select(d => d.PlanId).Distinct())
            subjects[id] = await plans.Find(id, cancel);
        return [.. found.Select(Of)];

        DifficultyView Of(Difficulty d)
        {
            var report = d.ObligationId is { } obligation ? said.GetValueOrDefault(obligation) : null;
            return new(
                d, d.Text ?? report?.Difficulties ?? "", d.Proposal ?? report?.Proposals, agencies[d.AgencyId].RefOn(d.RaisedOn), agencies[d.OwnerId].RefOn(clock.Today),
                SubjectOf(subjects.GetValueOrDefault(d.PlanId), d), [.. evidence[d.Id]],
                d.State is DifficultyState.Raised or DifficultyState.Escalated ? clock.Today.DayNumber - d.RaisedOn.DayNumber : null,
                [.. Enum.GetValues<DifficultyVerb>().Where(v => d.After(v) is not null && May(actor, d, v))]);
        }
    }

    private static string? SubjectOf(Plan? plan, Difficulty difficulty) =>
        plan?.Activities.Find(a => a.Id == difficulty.ActivityId) is { } activity ? $"Dòng {activity.Order}. {activity.ShortTitle}"
            : plan?.Tasks.Find(t => t.Id == difficulty.TaskId)?.Number;

    private static IEnumerable<Difficulty> Ordered(List<Difficulty> found, IReadOnlyList<SortBy> sort, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var ordered = found.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "agency" => Then(ordered, d => agencies[d.AgencyId].RefOn(d.RaisedOn).Name, by, VietnameseText.Order),
                "title" => Then(ordered, d => d.Title, by, VietnameseText.Order),
                "state" => Then(ordered, d => d.State, by),
                _ => Then(ordered, d => d.RaisedAt, by),
            };
        }
        return ordered.ThenByDescending(d => d.RaisedAt).ThenBy(d => d.Id);
    }

    private static IOrderedEnumerable<Difficulty> Then<TKey>(
        IOrderedEnumerable<Difficulty> ordered, Func<Difficulty, TKey> key, SortBy by, IComparer<TKey>? comparer = null) =>
        by.Descending ? ordered.ThenByDescending(key, comparer) : ordered.ThenBy(key, comparer);
}
