using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.News;

/// <summary>What can be done with an item.</summary>
public enum NewsVerb
{
    /// <summary>Sửa, by the agency while it is theirs.</summary>
    Edit,
    /// <summary>Duyệt và gửi.</summary>
    Submit,
    /// <summary>Chọn.</summary>
    Select,
    /// <summary>Đề nghị sửa.</summary>
    Return,
    /// <summary>Không chọn.</summary>
    Decline,
    /// <summary>Biên tập.</summary>
    DeskEdit,
    /// <summary>Dự kiến nơi, ngày đăng.</summary>
    Plan,
    /// <summary>Ghi nhận đã đăng.</summary>
    Publish,
}

/// <summary>Who sees an item and what they may do with it (rules of visibility and of the flow).</summary>
public static class NewsVisibility
{
    /// <summary>Draft and Returned: the own agency. Submitted and Declined: the own agency and Sở Nội vụ. Selected and Published: everyone signed in.</summary>
    public static bool CanSee(this Actor actor, NewsItem item) => item.Status switch
    {
        NewsStatus.Selected or NewsStatus.Published => actor.May(Operation.ReadFigures),
        NewsStatus.Submitted or NewsStatus.Declined => actor.May(Operation.ReadSubmitted) || IsOwn(actor, item),
        _ => IsOwn(actor, item),
    };

    /// <summary>Of the actor's agency, for those who write or approve there.</summary>
    public static bool IsOwn(Actor actor, NewsItem item) => actor.May(Operation.ReadOwnDrafts) && actor.WorksFor(item.AgencyId);

    /// <summary>The refusal of a verb by right alone, without looking at the state; null when allowed.</summary>
    public static Refusal? Demand(this Actor actor, NewsItem item, NewsVerb verb) => verb switch
    {
        NewsVerb.Edit => actor.May(Operation.WriteNews) && IsOwn(actor, item) ? null : Refusal.NotAllowed(
            "news.not-author", "Chỉ cán bộ báo cáo của cơ quan gửi tin được sửa bài này. Chưa có gì thay đổi."),
        NewsVerb.Submit when !actor.May(Operation.SubmitNews) || !IsOwn(actor, item) => Refusal.NotAllowed(
            "news.not-head", "Chỉ lãnh đạo cơ quan gửi tin được duyệt và gửi bài này. Chưa có gì thay đổi."),
        NewsVerb.Submit when actor.AccountId == item.CreatedById || actor.AccountId == item.WrittenById => OwnItem(),
        NewsVerb.Submit => null,
        NewsVerb.Select when actor.May(Operation.SelectNews) && (actor.AccountId == item.CreatedById || actor.AccountId == item.WrittenById) => OwnItem(),
        _ => actor.Demand(Operation.SelectNews),
    };

    /// <summary>The states in which a verb is possible.</summary>
    public static bool Fits(NewsVerb verb, NewsStatus status) => verb switch
    {
        NewsVerb.Edit or NewsVerb.Submit => status is NewsStatus.Draft or NewsStatus.Returned,
        NewsVerb.Select => status is NewsStatus.Submitted or NewsStatus.Declined,
        NewsVerb.Return => status is NewsStatus.Submitted or NewsStatus.Selected,
        NewsVerb.Decline => status is NewsStatus.Submitted or NewsStatus.Selected,
        NewsVerb.DeskEdit => status is NewsStatus.Submitted or NewsStatus.Selected,
        _ => status is NewsStatus.Selected or NewsStatus.Published,
    };

    /// <summary>What the actor may do with the item now.</summary>
    public static IReadOnlySet<NewsVerb> AllowedFor(this Actor actor, NewsItem item) =>
        Enum.GetValues<NewsVerb>().Where(v => Fits(v, item.Status) && actor.Demand(item, v) is null).ToHashSet();

    private static Refusal OwnItem() => Refusal.NotAllowed(
        "news.own-item", "Không ai tự duyệt bài do chính mình viết: cần một người khác có thẩm quyền duyệt. Chưa có gì thay đổi.");
}
