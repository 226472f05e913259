using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>Use cases that read entries.</summary>
public sealed class EntryReading(IProgressBook book, IPlanLibrary plans, IAgencyRegister register, IChannelList channels, BusinessClock clock)
{
    /// <summary>The refusal for an entry that is not there or not the actor's to see.</summary>
    public static Refusal UnknownEntry { get; } = Refusal.NotFound("entries.unknown", "Không có kết quả thực hiện này, hoặc bạn không được xem.");

    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["date", "countedOn", "quantity", "title", "status", "createdAt"];

    /// <summary>A page of the entries the actor may see.</summary>
    public async Task<Result<PageOf<EntryView>>> List(Actor actor, EntryFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (filter.PlanId is { } planId && await plans.Find(planId, cancel) is null)
            return PlanReading.UnknownPlan;
        if (filter.ActivityId is { } activityId && await plans.FindByActivity(activityId, cancel) is null)
            return Reporting.PlanProgress.UnknownActivity;
        var page = await book.List(filter, query, actor, cancel);
        var loaded = new Dictionary<Guid, Plan>();
        foreach (var id in page.Items.Select(e => e.PlanId).Distinct())
            loaded[id] = (await plans.Find(id, cancel))!;
        var agencies = await register.All(cancel);
        var same = await Same(actor, page.Items, cancel);
        var names = await channels.All(cancel);
        return new PageOf<EntryView>(
            [.. page.Items.Select(e => View(actor, e, loaded[e.PlanId], agencies, same, names, clock.Today))], page.Total, page.Page, page.PageSize);
    }

    /// <summary>One entry.</summary>
    public async Task<Result<EntryView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await book.Find(id, actor, cancel) is not { } entry)
            return UnknownEntry;
        return await ViewOf(actor, entry, cancel);
    }

    /// <summary>An entry with its names.</summary>
    internal async Task<EntryView> ViewOf(Actor actor, ProgressEntry entry, CancellationToken cancel) =>
        View(
            actor, entry, (await plans.Find(entry.PlanId, cancel))!, await register.All(cancel), await Same(actor, [entry], cancel),
            await channels.All(cancel), clock.Today);

    /// <summary>The codes that an entry may name: those in use, and the one it names already.</summary>
    internal async Task<IReadOnlySet<string>> ChannelCodes(string? kept, CancellationToken cancel) =>
        (await channels.All(cancel)).OpenCodes(kept);

    private async Task<IReadOnlyDictionary<Guid, SameEvidence>> Same(Actor actor, IReadOnlyList<ProgressEntry> entries, CancellationToken cancel) =>
        entries.Where(e => e.Evidence.Exists(v => v.Mark is not null)).Select(e => e.Id).ToList() is { Count: > 0 } ids
            ? await book.SameElsewhere(ids, actor, cancel) : new Dictionary<Guid, SameEvidence>();

    private static EntryView View(
        Actor actor, ProgressEntry entry, Plan plan, IReadOnlyDictionary<Guid, Agency> agencies,
        IReadOnlyDictionary<Guid, SameEvidence> same, IReadOnlyList<Channel> channels, DateOnly today)
    {
        var activity = plan.Activities.First(a => a.Id == entry.ActivityId);
        var target = activity.Targets.First(t => t.Id == entry.Content.TargetId);
        var day = entry.Content.Date < today ? entry.Content.Date : today;
        return new(entry, new(activity.Id, plan.Id, activity.Order, activity.Title, activity.ShortTitle),
            new(target.Id, target.Label, target.Part, target.Unit), agencies[entry.AgencyId].RefOn(day),
            [.. entry.Content.Supporting.Select(s => new SupportingShare(agencies[s.AgencyId].RefOn(day), s.Share))],
            actor.AllowedFor(entry))
        {
            Member = entry.Content.MemberId is { } member ? agencies[member].RefOn(day) : null,
            EvidenceAsked = activity.EvidenceAsked,
            ChannelName = entry.Content.Channel is { } code ? channels.NameOf(code) : null,
            ChangedSinceReturn = EntryDifference.Of(entry, plan, id => agencies[id].RefOn(day).Name, channels.NameOf),
            Elsewhere = entry.Evidence.Where(e => same.ContainsKey(e.Id)).ToDictionary(e => e.Id, e => Elsewhere(same[e.Id], agencies)),
        };
    }

    private static EvidenceElsewhere Elsewhere(SameEvidence same, IReadOnlyDictionary<Guid, Agency> agencies) =>
        new([.. same.Seen.Select(s => new OtherEntry(s.EntryId, s.Title, agencies[s.AgencyId].RefOn(s.Day)))], same.Hidden);
}
