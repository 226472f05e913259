using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>Use cases of the desk that compose and publish issues, and record them as results.</summary>
public sealed class Bulletins(
    IStore store, BulletinReading reading, NewsDesk desk, IPlanLibrary plans, IAgencyRegister register, EntryReading entries, BusinessClock clock)
{
    private const int MaxTitle = 200;
    private const int MostItems = 60;
    private const int MaxNumber = 999;

    /// <summary>Begins an issue.</summary>
    public async Task<Result<IssueView>> Begin(Actor actor, Result<IssueHead> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.SelectNews) is { } refusal)
            return refusal;
        if (Checked(input).Refused(out var invalid, out var head))
            return invalid;
        return await Viewed(actor, await store.Write<BulletinIssue>(actor, async changes =>
        {
            if ((await changes.News.IssuesOf(head.Place, head.Year, cancel)).Any(i => i.Number == head.Number))
                return Taken(head.Number);
            var issue = new BulletinIssue
            {
                Place = head.Place, Year = head.Year, Number = head.Number, Title = head.Title, CreatedByName = actor.FullName, CreatedAt = clock.UtcNow,
            };
            changes.News.Add(issue);
            changes.Record(NewsHistory.Row(actor, clock.UtcNow, issue, "begin", null, await NewsHistory.Fields(changes, issue, cancel)));
            return issue;
        }, cancel), cancel);
    }

    /// <summary>Changes number, title and items of an issue being composed; items are selected or published ones, each once, in order.</summary>
    public Task<Result<IssueView>> Compose(
        Actor actor, Guid id, ExpectedVersion version, Result<(int Number, string? Title, IReadOnlyList<Guid> Items)> input, CancellationToken cancel) =>
        Change(actor, id, version, "compose", async (changes, issue) =>
        {
            if (input.Refusal is { } unreadable)
                return unreadable;
            var (number, title, items) = input.Value;
            if (Checked(new IssueHead(issue.Place, issue.Year, number, title)).Refused(out var invalid, out _))
                return invalid;
            if (items.Count > MostItems || items.Distinct().Count() < items.Count)
                return Refusal.Invalid("items", $"Một số có tối đa {MostItems} tin, bài, mỗi bài một lần.");
            var loaded = await changes.News.LoadSome(items, cancel);
            return loaded.Count == items.Count && loaded.All(i => i.Status is NewsStatus.Selected or NewsStatus.Published)
                ? null : Refusal.Invalid("items", "Chỉ đưa vào số những tin, bài đã chọn.");
        }, async (changes, issue) =>
        {
            var (number, title, items) = input.Value;
            if ((await changes.News.IssuesOf(issue.Place, issue.Year, cancel)).Any(i => i.Id != issue.Id && i.Number == number))
                return Taken(number);
            (issue.Number, issue.Title) = (number, VietnameseText.Clean(title));
            issue.ItemIds.Clear();
            issue.ItemIds.AddRange(items);
            return null;
        }, cancel);

    /// <summary>Takes away an issue that was never published.</summary>
    public async Task<Result<bool>> Discard(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        await store.Write<bool>(actor, async changes =>
        {
            if (actor.Demand(Operation.ReadFigures) is { } refusal)
                return refusal;
            if (await changes.News.LoadIssue(id, cancel) is not { } issue || !BulletinReading.CanSee(actor, issue))
                return BulletinReading.UnknownIssue;
            if (actor.Demand(Operation.SelectNews) is { } notAllowed)
                return notAllowed;
            if (version.Check(issue.Version) is { } stale)
                return stale;
            if (issue.PublishedOn is not null)
                return Published();
            changes.Record(NewsHistory.Row(actor, clock.UtcNow, issue, "discard", await NewsHistory.Fields(changes, issue, cancel), null));
            changes.News.Remove(issue);
            return true;
        }, cancel);

    /// <summary>Publishes an issue with link and day; each of its items is recorded as published there.</summary>
    public Task<Result<IssueView>> Publish(Actor actor, Guid id, ExpectedVersion version, Result<IssueRelease> input, CancellationToken cancel) =>
        Change(actor, id, version, "publish", (_, _) => Task.FromResult(Wrong(input)), async (changes, issue) =>
        {
            var release = input.Value!;
            var items = await changes.News.LoadSome(issue.ItemIds, cancel);
            if (items.Count == 0)
                return Refusal.Conflict("bulletin.empty", "Số này chưa có tin, bài nào nên chưa phát hành được.");
            if (items.FirstOrDefault(i => i.Status is not (NewsStatus.Selected or NewsStatus.Published)) is { } gone)
                return Refusal.Conflict("bulletin.item-gone", $"Bài “{gone.Content.Title}” không còn được chọn: hãy bỏ khỏi số rồi phát hành.");
            (issue.Link, issue.PublishedOn, issue.Week) =
                (VietnameseText.Clean(release.Link), release.Date, release.Week ?? BulletinReading.WeekOf(release.Date));
            foreach (var item in items)
            {
                var before = NewsHistory.Fields(item);
                if (!desk.Record(item, actor, issue.Place, issue.Link!, release.Date, issue.Id))
                    continue;
                item.Version++;
                changes.Record(NewsHistory.Row(actor, clock.UtcNow, item, "publish", before));
            }
            return null;
        }, cancel);

    /// <summary>
    /// Records a published issue as the result of the activity its place feeds, with the link as evidence, and sends it for confirmation: by the
    /// rules of results, in one transaction with the issue, so that it happens once.
    /// </summary>
    public async Task<Result<IssueView>> Record(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel)
    {
        if ((await reading.Find(actor, id, cancel)).Refused(out var notThere, out var view))
            return notThere;
        return await Change(actor, id, version, "record", (_, _) => Task.FromResult<Refusal?>(null), async (changes, issue) =>
        {
            if (view.Recorded is not null || issue.EntryId != view.Issue.EntryId)
                return Refusal.Conflict("bulletin.recorded", "Số này đã được ghi vào kết quả thực hiện. Chưa có gì thay đổi.");
            if (await reading.ProposalOf(issue, cancel) is not { } proposal)
                return Refusal.Conflict("bulletin.no-proposal", "Số này chưa phát hành, hoặc nơi đăng chưa gắn với hoạt động nào của kế hoạch trong quy định của bàn biên tập.");
            var log = new EntryLog(new Within(changes), plans, register, entries, clock);
            Result<EntryContent> content = new EntryContent
            {
                TargetId = proposal.TargetId, Date = proposal.Date, Quantity = 1, Title = proposal.Title, CadenceSlot = proposal.Slot,
            };
            if ((await log.Log(actor, proposal.Activity.Id, content, cancel)).Refused(out var refused, out var entry))
                return refused;
            Result<Evidence> link = new Evidence { Kind = EvidenceKind.Link, Url = proposal.Link, Purpose = EvidencePurpose.BroadcastLink };
            if ((await log.AddEvidence(actor, entry.Entry.Id, link, cancel)).Refusal is { } noEvidence)
                return noEvidence;
            if ((await log.Submit(actor, entry.Entry.Id, ExpectedVersion.Any, cancel)).Refusal is { } notSent)
                return notSent;
            issue.EntryId = entry.Entry.Id;
            return null;
        }, cancel, open: false);
    }

    private async Task<Result<IssueView>> Change(
        Actor actor, Guid id, ExpectedVersion version, string what, Func<IChanges, BulletinIssue, Task<Refusal?>> check,
        Func<IChanges, BulletinIssue, Task<Refusal?>> apply, CancellationToken cancel, bool open = true) =>
        await Viewed(actor, await store.Write<BulletinIssue>(actor, async changes =>
        {
            if (await changes.News.LoadIssue(id, cancel) is not { } issue || !BulletinReading.CanSee(actor, issue))
                return BulletinReading.UnknownIssue;
            if (actor.Demand(Operation.SelectNews) is { } notAllowed)
                return notAllowed;
            if (await check(changes, issue) is { } invalid)
                return invalid;
            if (version.Check(issue.Version) is { } stale)
                return stale;
            if (open && issue.PublishedOn is not null)
                return Published();
            var before = await NewsHistory.Fields(changes, issue, cancel);
            if (await apply(changes, issue) is { } refused)
                return refused;
            issue.Version++;
            changes.Record(NewsHistory.Row(actor, clock.UtcNow, issue, what, before, await NewsHistory.Fields(changes, issue, cancel)));
            return issue;
        }, cancel), cancel);

    private Refusal? Wrong(Result<IssueRelease> input)
    {
        if (input.Refused(out var unreadable, out var release))
            return unreadable;
        return release.Week is < 1 or > 53 ? Refusal.Invalid("week", "Tuần là một số từ 1 đến 53.") : desk.WrongPublication(release.Link, release.Date);
    }

    private static Result<IssueHead> Checked(Result<IssueHead> input)
    {
        if (input.Refused(out var unreadable, out var raw))
            return unreadable;
        var head = raw with { Title = VietnameseText.Clean(raw.Title) };
        var errors = new FieldErrors();
        if (head.Place is not (NewsPlace.Bulletin or NewsPlace.Newspaper))
            errors.Add("place", "Chỉ bản tin điện tử và chuyên trang trên báo có số.");
        if (head.Year is < 2000 or > 2100)
            errors.Add("year", "Năm từ 2000 đến 2100.");
        if (head.Number is < 1 or > MaxNumber)
            errors.Add("number", $"Số là một số nguyên từ 1 đến {MaxNumber}.");
        errors.Line("title", head.Title, MaxTitle, "Chủ đề", needed: false);
        return errors.Refusal is { } wrong ? wrong : head;
    }

    private static Refusal Taken(int number) => Refusal.Conflict("bulletin.number-taken", $"Số {VietnameseNumber.Wording(number)} của năm đã có. Hãy chọn số khác.");

    private static Refusal Published() => Refusal.Conflict("bulletin.published", "Số này đã phát hành nên không sửa được. Chưa có gì thay đổi.");

    private async Task<Result<IssueView>> Viewed(Actor actor, Result<BulletinIssue> written, CancellationToken cancel) =>
        written.Refused(out var refusal, out var issue) ? refusal : await reading.ViewOf(actor, issue, cancel);

    /// <summary>The write that is under way, for use cases that open one of their own.</summary>
    private sealed class Within(IChanges changes) : IStore
    {
        public Task<Result<T>> Write<T>(Actor actor, Func<IChanges, Task<Result<T>>> work, CancellationToken cancel) => work(changes);
    }
}
