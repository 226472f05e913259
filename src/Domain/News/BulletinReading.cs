using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.News;

/// <summary>Use cases that read issues: published ones are everybody's, those being composed are the desk's.</summary>
public sealed partial class BulletinReading(INewsBook book, NewsReading news, IPlanLibrary plans, EntryReading entries, BusinessClock clock)
{
    private const int Week = 7;

    /// <summary>The refusal for an issue that is not there or not the actor's to see.</summary>
    public static Refusal UnknownIssue { get; } = Refusal.NotFound("bulletin.unknown", "Không có số bản tin này, hoặc bạn không được xem.");

    /// <summary>The issues the actor sees, the latest first.</summary>
    public async Task<Result<IReadOnlyList<BulletinIssue>>> List(Actor actor, int? year, NewsPlace? place, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var all = await book.Issues(year, cancel);
        return all.Where(i => CanSee(actor, i) && (place is null || i.Place == place)).ToList();
    }

    /// <summary>One issue.</summary>
    public async Task<Result<IssueView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await book.FindIssue(id, cancel) is { } issue && CanSee(actor, issue) ? await ViewOf(actor, issue, cancel) : UnknownIssue;
    }

    /// <summary>Published, or the desk's.</summary>
    public static bool CanSee(Actor actor, BulletinIssue issue) => actor.May(issue.PublishedOn is null ? Operation.ReadSubmitted : Operation.ReadFigures);

    /// <summary>The ISO weeks that lie wholly in a year, at a place: filled by its issues and by the results of the activity it feeds.</summary>
    public async Task<IssueWeeks> Weeks(Actor actor, NewsPlace place, int year, CancellationToken cancel)
    {
        var states = new Dictionary<int, SlotState>();
        foreach (var issue in (await book.Issues(year, cancel)).Where(i => i.Place == place && i.Week is not null))
            states[issue.Week!.Value] = SlotState.Filled;
        if (FeedOf(await Feeds(cancel), place, new DateOnly(year, 6, 30)) is { } feed)
        {
            foreach (var entry in await EntriesOf(actor, feed.Activity.Id, cancel))
                Fill(states, entry.Entry, year);
        }
        return new(place, year, [.. Spans(year).Select(s => new CadenceSlot(s.Number, s.From, s.To,
            states.TryGetValue(s.Number, out var state) ? state
            : clock.Today < s.From ? SlotState.Future : clock.Today <= s.To ? SlotState.Current : SlotState.Missing))]);
    }

    /// <summary>Published issues that no result records, with the result each is proposed as.</summary>
    public async Task<IReadOnlyList<(BulletinIssue Issue, IssueProposal Proposal)>> Proposed(Actor actor, CancellationToken cancel)
    {
        var proposed = new List<(BulletinIssue, IssueProposal)>();
        var feeds = await Feeds(cancel);
        var recorded = new Dictionary<Guid, List<ProgressEntry>>();
        foreach (var year in feeds.SelectMany(f => new[] { f.Plan.From.Year, f.Plan.To.Year }).Distinct())
        {
            foreach (var issue in await book.Issues(year, cancel))
            {
                if (ProposalOf(issue, feeds) is not { } proposal)
                    continue;
                if (!recorded.TryGetValue(proposal.Activity.Id, out var entries))
                    recorded[proposal.Activity.Id] = entries = [.. (await EntriesOf(actor, proposal.Activity.Id, cancel)).Select(e => e.Entry)];
                if (!entries.Exists(e => e.Status is not EntryStatus.Withdrawn && (e.Id == issue.EntryId || Proves(e, proposal.Link))))
                    proposed.Add((issue, proposal));
            }
        }
        return proposed;
    }

    /// <summary>An issue with its items and its proposal.</summary>
    internal async Task<IssueView> ViewOf(Actor actor, BulletinIssue issue, CancellationToken cancel)
    {
        var items = await news.Some(actor, issue.ItemIds, cancel);
        var recorded = await RecordOf(actor, issue, cancel);
        return new(issue, items, recorded is null ? await ProposalOf(issue, cancel) : null, recorded, actor.May(Operation.SelectNews));
    }

    /// <summary>The result a published issue is proposed as; null when it is not published, or its place feeds no activity on its day.</summary>
    internal async Task<IssueProposal?> ProposalOf(BulletinIssue issue, CancellationToken cancel) => ProposalOf(issue, await Feeds(cancel));

    private static IssueProposal? ProposalOf(BulletinIssue issue, IReadOnlyList<Feed> feeds)
    {
        if (issue is not { PublishedOn: { } date, Link: { } link } || FeedOf(feeds, issue.Place, date) is not { } feed)
            return null;
        var target = feed.Activity.TargetsOn(date).FirstOrDefault(t => t.ClosedOn is null || date < t.ClosedOn);
        if (target is null)
            return null;
        var isWeekly = target.Cadence?.Per is Activities.CadencePer.Week;
        return new(
            new(feed.Activity.Id, feed.Plan.Id, feed.Activity.Order, feed.Activity.Title, feed.Activity.ShortTitle), target.Id, target.Unit, date,
            issue.Title is null ? issue.Name : $"{issue.Name}: {issue.Title}", isWeekly ? $"tuần {issue.Week}" : $"số {VietnameseNumber.Wording(issue.Number)}", link);
    }

    private async Task<EntryView?> RecordOf(Actor actor, BulletinIssue issue, CancellationToken cancel)
    {
        if (issue.EntryId is { } id && (await entries.Find(actor, id, cancel)).Value is { } own && own.Entry.Status is not EntryStatus.Withdrawn)
            return own;
        if (issue is not { PublishedOn: { } date, Link: { } link } || FeedOf(await Feeds(cancel), issue.Place, date) is not { } feed)
            return null;
        return (await EntriesOf(actor, feed.Activity.Id, cancel)).FirstOrDefault(e => e.Entry.Status is not EntryStatus.Withdrawn && Proves(e.Entry, link));
    }

    private static bool Proves(ProgressEntry entry, string link) =>
        EvidenceLinks.Normal(link) is var normal && entry.Evidence.Exists(v => v.Url is { } url && EvidenceLinks.Normal(url) == normal);

    /// <summary>The activities that places feed, of every plan.</summary>
    private async Task<IReadOnlyList<Feed>> Feeds(CancellationToken cancel)
    {
        var feeds = new List<Feed>();
        foreach (var feed in (await news.Settings(cancel)).Feeds)
        {
            if (await plans.FindByActivity(feed.ActivityId, cancel) is { } plan)
                feeds.Add(new(feed.Place, plan, plan.Activities.First(a => a.Id == feed.ActivityId)));
        }
        return feeds;
    }

    private static Feed? FeedOf(IReadOnlyList<Feed> feeds, NewsPlace place, DateOnly day) =>
        feeds.FirstOrDefault(f => f.Place == place && f.Plan.IssuedOn <= day && day <= f.Plan.To);

    private async Task<List<EntryView>> EntriesOf(Actor actor, Guid activityId, CancellationToken cancel)
    {
        var all = new List<EntryView>();
        for (var page = 1; ; page++)
        {
            var part = (await entries.List(actor, new EntryFilter(ActivityId: activityId), new ListQuery(page, ListQuery.MaxPageSize), cancel)).Value;
            all.AddRange(part?.Items ?? []);
            if (part is null || part.Items.Count == 0 || all.Count >= part.Total)
                return all;
        }
    }

    private static void Fill(Dictionary<int, SlotState> states, ProgressEntry entry, int year)
    {
        if (entry.Status is not (EntryStatus.Confirmed or EntryStatus.Submitted) || entry.Content.Quantity <= 0)
            return;
        var named = Named().Match(VietnameseText.Fold(entry.Content.CadenceSlot ?? ""));
        var week = named.Success ? int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture)
            : ISOWeek.GetYear(entry.Content.Date.ToDateTime(TimeOnly.MinValue)) == year ? WeekOf(entry.Content.Date) : 0;
        if (states.GetValueOrDefault(week, SlotState.Missing) is not SlotState.Filled)
            states[week] = entry.Status is EntryStatus.Confirmed ? SlotState.Filled : SlotState.Pending;
    }

    /// <summary>The ISO week of a day.</summary>
    internal static int WeekOf(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));

    private static IEnumerable<(int Number, DateOnly From, DateOnly To)> Spans(int year)
    {
        for (var number = 1; number <= ISOWeek.GetWeeksInYear(year); number++)
        {
            var from = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday));
            yield return (number, from, from.AddDays(Week - 1));
        }
    }

    private sealed record Feed(NewsPlace Place, Plan Plan, Activities.Activity Activity);

    [GeneratedRegex(@"tuan\s*([0-9]{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
