using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>That an item is to be recorded as published.</summary>
public sealed record PublishOrder(NewsPlace Place, string? Link, DateOnly Date, Guid? IssueId = null);

/// <summary>Use cases of the news desk at Sở Nội vụ: select, ask for changes, decline, edit, plan, record publication.</summary>
public sealed class NewsDesk(IStore store, NewsReading reading, NewsWriting writing, BusinessClock clock)
{
    private const int MaxReason = 2000;

    /// <summary>Selects a submitted item, or one that was declined and is wanted after all.</summary>
    public Task<Result<NewsView>> Select(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        Run(actor, id, NewsVerb.Select, version, "select", null, item =>
        {
            item.Status = NewsStatus.Selected;
            (item.SelectedOn, item.DeclinedOn) = (clock.Today, null);
            item.Steps.Add(Step(actor, NewsStepKind.Selection, null));
        }, cancel);

    /// <summary>Gives an item back to its agency with a reason.</summary>
    public Task<Result<NewsView>> Return(Actor actor, Guid id, ExpectedVersion version, Result<string?> reason, CancellationToken cancel) =>
        Reasoned(actor, id, NewsVerb.Return, version, "return", reason, (item, why) =>
        {
            item.Status = NewsStatus.Returned;
            (item.SelectedOn, item.Schedule) = (null, null);
            item.Steps.Add(Step(actor, NewsStepKind.Return, why));
        }, cancel);

    /// <summary>Declines an item with a reason that its agency reads.</summary>
    public Task<Result<NewsView>> Decline(Actor actor, Guid id, ExpectedVersion version, Result<string?> reason, CancellationToken cancel) =>
        Reasoned(actor, id, NewsVerb.Decline, version, "decline", reason, (item, why) =>
        {
            item.Status = NewsStatus.Declined;
            (item.SelectedOn, item.DeclinedOn, item.Schedule) = (null, clock.Today, null);
            item.Steps.Add(Step(actor, NewsStepKind.Decline, why));
        }, cancel);

    /// <summary>Edits title and text for publication; what the head approved is kept beside it.</summary>
    public async Task<Result<NewsView>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<NewsContent> input, CancellationToken cancel)
    {
        NewsContent? content = null;
        return await Run(actor, id, NewsVerb.DeskEdit, version, "desk-edit", async item =>
        {
            // Who wrote it, that it was never published and what it is written for are the agency's word.
            var own = item.Content;
            var asked = input.Refused(out var unreadable, out var raw)
                ? unreadable
                : (Result<NewsContent>)(raw with { Author = own.Author, NeverPublished = own.NeverPublished, Place = own.Place });
            return (await writing.Checked(asked, cancel)).Refused(out var invalid, out content) ? invalid : null;
        }, item =>
        {
            item.Original ??= item.Content;
            NewsWriting.Put(item, content!);
            if (item.Original == item.Content)
                item.Original = null;
            item.Steps.Add(Step(actor, NewsStepKind.DeskEdit, null));
        }, cancel);
    }

    /// <summary>Plans where and when a selected item is to be published; null takes the plan away.</summary>
    public Task<Result<NewsView>> Plan(Actor actor, Guid id, ExpectedVersion version, Result<NewsSchedule?> input, CancellationToken cancel) =>
        Run(actor, id, NewsVerb.Plan, version, "plan", _ => Task.FromResult(
            input.Refusal ?? (input.Value is { } s && !Enum.IsDefined(s.Place) ? Refusal.Invalid("place", "Nơi đăng không có trong danh mục.")
                : input.Value is { } planned && planned.Date < clock.Today ? Refusal.Invalid("date", $"Ngày dự kiến không được ở quá khứ (hôm nay là {clock.Today:dd/MM/yyyy}).") : null)),
            item => item.Schedule = input.Value, cancel);

    /// <summary>Records that a selected item was published: where, under which link, on which day.</summary>
    public async Task<Result<NewsView>> Publish(Actor actor, Guid id, ExpectedVersion version, Result<PublishOrder> input, CancellationToken cancel)
    {
        BulletinIssue? issue = null;
        var written = await store.Write<NewsItem>(actor, async changes =>
        {
            if (await changes.News.Load(id, cancel) is not { } item || !actor.CanSee(item))
                return NewsReading.UnknownItem;
            if (actor.Demand(item, NewsVerb.Publish) is { } notAllowed)
                return notAllowed;
            if (Wrong(input) is { } invalid)
                return invalid;
            var order = input.Value!;
            if (order.IssueId is { } issueId && ((issue = await changes.News.LoadIssue(issueId, cancel)) is null || issue.Place != order.Place))
                return Refusal.Invalid("bulletinIssueId", "Không có số này ở nơi đăng đã chọn.");
            if (version.Check(item.Version) is { } stale)
                return stale;
            if (!NewsVisibility.Fits(NewsVerb.Publish, item.Status))
                return Refusal.Conflict("news.wrong-state", $"Tin, bài đang ở trạng thái “{NewsWords.NameOf(item.Status)}”; chỉ bài đã chọn mới ghi nhận đăng. Chưa có gì thay đổi.");
            if (issue is { PublishedOn: not null } && !issue.ItemIds.Contains(item.Id))
                return Refusal.Conflict("bulletin.published", "Số này đã phát hành và không có tin, bài này. Chưa có gì thay đổi.");
            var before = NewsHistory.Fields(item);
            if (!Record(item, actor, order.Place, order.Link!, order.Date, order.IssueId))
                return Refusal.Conflict("news.published-already", "Bài đã được ghi nhận đăng ở nơi này với liên kết này. Chưa có gì thay đổi.");
            item.Version++;
            changes.Record(NewsHistory.Row(actor, clock.UtcNow, item, "publish", before));
            return item;
        }, cancel);
        return written.Refused(out var refusal, out var published) ? refusal : await reading.ViewOf(actor, published, cancel);
    }

    /// <summary>Puts a publication on an item; false when it is there already.</summary>
    internal bool Record(NewsItem item, Actor actor, NewsPlace place, string link, DateOnly date, Guid? issueId)
    {
        var clean = VietnameseText.Clean(link)!;
        if (item.Publications.Exists(p => p.Place == place && p.IssueId == issueId && EvidenceLinks.Normal(p.Link) == EvidenceLinks.Normal(clean)))
            return false;
        item.Publications.Add(new(place, clean, date, issueId, actor.FullName, clock.UtcNow));
        item.Status = NewsStatus.Published;
        item.PublishedOn = item.Publications.Min(p => p.Date);
        if (item.Schedule?.Place == place)
            item.Schedule = null;
        return true;
    }

    /// <summary>What is wrong with a link and a day of publication, by field.</summary>
    internal Refusal? WrongPublication(string? link, DateOnly date)
    {
        var errors = new FieldErrors();
        if (VietnameseText.Clean(link) is not { } url)
            errors.Add("link", "Cần ghi liên kết của nơi đã đăng.");
        else if (EvidenceLinks.Wrong(url) is { } wrong)
            errors.Add("link", wrong);
        if (date > clock.Today)
            errors.Add("date", $"Ngày đăng không được ở tương lai (hôm nay là {clock.Today:dd/MM/yyyy}).");
        else if (date.Year < 2000)
            errors.Add("date", "Ngày đăng không đúng.");
        return errors.Refusal;
    }

    private Refusal? Wrong(Result<PublishOrder> input)
    {
        if (input.Refused(out var unreadable, out var order))
            return unreadable;
        return Enum.IsDefined(order.Place) ? WrongPublication(order.Link, order.Date) : Refusal.Invalid("place", "Nơi đăng không có trong danh mục.");
    }

    private NewsStep Step(Actor actor, NewsStepKind kind, string? reason) => new(kind, clock.UtcNow, actor.AccountId, actor.FullName, reason);

    private Task<Result<NewsView>> Reasoned(
        Actor actor, Guid id, NewsVerb verb, ExpectedVersion version, string what, Result<string?> input, Action<NewsItem, string> apply, CancellationToken cancel)
    {
        var reason = VietnameseText.Clean(input.Value);
        return Run(actor, id, verb, version, what, _ => Task.FromResult(input.Refusal
            ?? (reason is null ? Refusal.Invalid("reason", "Cần nêu lý do.")
                : reason.Length > MaxReason || !VietnameseText.IsClean(reason) ? Refusal.Invalid("reason", "Lý do dài tối đa 2.000 ký tự, không có ký tự điều khiển.") : null)),
            item => apply(item, reason!), cancel, reason);
    }

    private Task<Result<NewsView>> Run(
        Actor actor, Guid id, NewsVerb verb, ExpectedVersion version, string what, Func<NewsItem, Task<Refusal?>>? check, Action<NewsItem> apply,
        CancellationToken cancel, string? reason = null) => Viewed(actor, NewsChange.Run(
            store, clock, actor, id, verb, version, what, reason, check ?? (_ => Task.FromResult<Refusal?>(null)), (_, item) =>
            {
                apply(item);
                return null;
            }, cancel), cancel);

    private async Task<Result<NewsView>> Viewed(Actor actor, Task<Result<NewsItem>> written, CancellationToken cancel) =>
        (await written).Refused(out var refusal, out var item) ? refusal : await reading.ViewOf(actor, item, cancel);
}
