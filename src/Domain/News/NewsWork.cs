using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Work;

namespace PlanTracker.Domain.News;

/// <summary>Kinds of work that are items in some state: a filter, an order and a line of words.</summary>
public abstract class NewsWork(NewsReading news) : IWorkKind
{
    private const int AfterResults = 4;

    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public int Order => AfterResults;

    /// <inheritdoc/>
    public abstract bool Concerns(Actor actor);

    /// <inheritdoc/>
    public bool Asks(Actor actor) => Concerns(actor);

    /// <inheritdoc/>
    public virtual async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var found = await news.List(actor, Filter, query with { Sort = [Sort], Search = null }, cancel);
        return found.Value is { } page
            ? new([.. page.Items.Select(Item)], page.Total, page.Page, page.PageSize)
            : new([], 0, query.Page, query.PageSize);
    }

    private protected NewsReading News => news;

    private protected abstract NewsFilter Filter { get; }

    private protected virtual SortBy Sort => new("submittedOn", Descending: false);

    private protected virtual string NoteOf(NewsView view) => view.Item.SubmittedOn is { } sent ? $"gửi {Day(sent)}" : $"viết {Day(BusinessClock.DayOf(view.Item.CreatedAt))}";

    private protected WorkItem Item(NewsView view)
    {
        var item = view.Item;
        return new("news", item.Id, item.Content.Title, string.Join(" · ", new[]
        {
            view.Agency.ShortName, NewsWords.NameOf(item.Content.Field), NoteOf(view), $"{VietnameseNumber.Show(item.Words)} từ",
        }))
        {
            Agency = view.Agency,
            On = item.Schedule?.Date ?? item.SubmittedOn,
            Reason = item.Status is NewsStatus.Returned ? item.Last(NewsStepKind.Return)?.Reason : null,
            Version = item.Version,
            Acts = view.Allowed.Contains(NewsVerb.Edit) ? [WorkAct.Edit] : [],
        };
    }

    private protected static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>Tin, bài chờ chọn: what heads sent, to the desk; the oldest first.</summary>
public sealed class NewsToSelectWork(NewsReading news) : NewsWork(news)
{
    /// <inheritdoc/>
    public override string Code => "NewsToSelect";

    /// <inheritdoc/>
    public override string Name => "Tin, bài chờ chọn";

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.SelectNews);

    private protected override NewsFilter Filter => new(NewsStatus.Submitted);
}

/// <summary>Tin, bài chờ duyệt: drafts of the agency, to its head.</summary>
public sealed class NewsToApproveWork(NewsReading news) : NewsWork(news)
{
    /// <inheritdoc/>
    public override string Code => "NewsToApprove";

    /// <inheritdoc/>
    public override string Name => "Tin, bài chờ duyệt";

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.SubmitNews) && actor.Agency is not null;

    private protected override NewsFilter Filter => new(NewsStatus.Draft);

    private protected override SortBy Sort => new("createdAt", Descending: false);
}

/// <summary>Tin, bài cần sửa: what the desk gave back, to who writes at the agency.</summary>
public sealed class NewsReturnedWork(NewsReading news) : NewsWork(news)
{
    /// <inheritdoc/>
    public override string Code => "NewsReturned";

    /// <inheritdoc/>
    public override string Name => "Tin, bài cần sửa";

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.WriteNews) && actor.Agency is not null;

    private protected override NewsFilter Filter => new(NewsStatus.Returned);
}

/// <summary>Tin, bài quá ngày dự kiến: planned for a day that is over, and not recorded as published there.</summary>
public sealed class NewsOverdueWork(NewsReading news, BusinessClock clock) : NewsWork(news)
{
    /// <inheritdoc/>
    public override string Code => "NewsOverdue";

    /// <inheritdoc/>
    public override string Name => "Tin, bài quá ngày dự kiến đăng";

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.SelectNews);

    /// <inheritdoc/>
    public override async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var late = (await News.Planned(actor, cancel)).Where(v => v.Item.Schedule!.Date < clock.Today)
            .OrderBy(v => v.Item.Schedule!.Date).ThenBy(v => v.Item.Id).Select(Item).ToList();
        return query.Part(late);
    }

    private protected override NewsFilter Filter => new(IsPlanned: true);

    private protected override string NoteOf(NewsView view) => view.Item.Schedule is { } planned
        ? $"dự kiến {NewsWords.NameOf(planned.Place)}, {Day(planned.Date)}" : base.NoteOf(view);
}

/// <summary>Số bản tin chờ ghi kết quả: issues that were published and are proposed as results, waiting for one click.</summary>
public sealed class IssueProposalWork(BulletinReading bulletins) : IWorkKind
{
    /// <inheritdoc/>
    public string Code => "IssueProposals";

    /// <inheritdoc/>
    public string Name => "Số bản tin chờ ghi kết quả";

    /// <inheritdoc/>
    public int Order => 4;

    /// <inheritdoc/>
    public bool Concerns(Actor actor) => actor.May(Operation.SelectNews);

    /// <inheritdoc/>
    public bool Asks(Actor actor) => Concerns(actor);

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel) => query.Part(
        [.. (await bulletins.Proposed(actor, cancel)).OrderBy(p => p.Proposal.Date).ThenBy(p => p.Issue.Id).Select(p => new WorkItem(
            "bulletin", p.Issue.Id, p.Proposal.Title,
            $"{p.Proposal.Activity.Order.ToString(CultureInfo.InvariantCulture)}. {p.Proposal.Activity.ShortTitle} · {p.Proposal.Slot} · phát hành {p.Proposal.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}")
        {
            On = p.Proposal.Date, Version = p.Issue.Version, Acts = [WorkAct.Log],
        })]);
}
