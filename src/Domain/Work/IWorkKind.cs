using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Work;

/// <summary>
/// One kind of work that waits for somebody. An area registers one class per kind; page, API and the count in the navigation show
/// whatever is registered.
/// </summary>
public interface IWorkKind
{
    /// <summary>Stable code, as in the API and in the page's address: <c>Waiting</c>.</summary>
    string Code { get; }

    /// <summary>Name of the tab.</summary>
    string Name { get; }

    /// <summary>Place among the tabs, from 1; kinds that ask something of the reader come first.</summary>
    int Order { get; }

    /// <summary>Whether the kind is any matter of the actor's.</summary>
    bool Concerns(Actor actor);

    /// <summary>Whether its tab is left out while there is none of it: it concerns few, and who they are shows only by what there is.</summary>
    bool OnlyWhenThereIs => false;

    /// <summary>Whether the actor is to do something about it: then it is counted in the navigation.</summary>
    bool Asks(Actor actor);

    /// <summary>A page of it, what is most pressing first; only page and page size of the query matter.</summary>
    Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel);
}

/// <summary>What can be done with an item at once, besides opening it.</summary>
public enum WorkAct
{
    /// <summary>Sửa, gửi lại.</summary>
    Edit,
    /// <summary>Thêm minh chứng.</summary>
    Prove,
    /// <summary>Cập nhật tiến độ.</summary>
    Log,
    /// <summary>Xác nhận, also several at once; of a report: tiếp nhận.</summary>
    Confirm,
    /// <summary>Nhắc, also several at once.</summary>
    Remind,
}

/// <summary>One line of a work list.</summary>
/// <param name="Entity">What kind of thing it is, as history names it: <c>entry</c>, <c>activity</c>, <c>obligation</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Note">What a reader needs to know before opening it, one line.</param>
public sealed record WorkItem(string Entity, Guid Id, string Title, string Note)
{
    /// <summary>The agency concerned.</summary>
    public AgencyRef? Agency { get; init; }

    /// <summary>The day that matters: when it was done, or by when it is due.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why it came back, in the words of who returned it.</summary>
    public string? Reason { get; init; }

    /// <summary>State, of an entry.</summary>
    public EntryStatus? EntryStatus { get; init; }

    /// <summary>Status, of an activity.</summary>
    public ProgressStatus? ProgressStatus { get; init; }

    /// <summary>State, of a report that is owed.</summary>
    public ObligationState? ObligationState { get; init; }

    /// <summary>The version read, for acts on several items at once.</summary>
    public int? Version { get; init; }

    /// <summary>What the reader may do with it.</summary>
    public IReadOnlyList<WorkAct> Acts { get; init; } = [];
}

/// <summary>A kind with how much of it there is.</summary>
public sealed record WorkTab(string Code, string Name, int Count);

/// <summary>A work list: every kind of the reader's with its count, and a page of one of them.</summary>
public sealed record WorkView(IReadOnlyList<WorkTab> Tabs, string Code, PageOf<WorkItem> Page);

/// <summary>A kind of work that asks something of the reader, with the most pressing of it.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Total">How much of it there is.</param>
/// <param name="Items">The most pressing.</param>
public sealed record WorkGroup(string Code, string Name, int Total, IReadOnlyList<WorkItem> Items);

/// <summary>What waits for a unit, in one sentence.</summary>
public static class WorkWords
{
    /// <summary>"3 việc cần làm: 1 báo cáo phải gửi, sửa 1 kết quả bị trả lại, gửi 1 bản nháp"; or that nothing waits.</summary>
    public static string Sentence(IReadOnlyList<WorkGroup> groups) => groups.Count == 0 ? "Không có việc nào đang chờ"
        : string.Create(CultureInfo.InvariantCulture, $"{groups.Sum(g => g.Total)} việc cần làm: {string.Join(", ", groups.Select(Part))}");

    private static string Part(WorkGroup group) => string.Create(CultureInfo.InvariantCulture, $"{group.Code switch
    {
        "Returned" => $"sửa {group.Total} kết quả bị trả lại",
        "Drafts" => $"gửi {group.Total} bản nháp",
        "NewsReturned" => $"sửa {group.Total} tin, bài",
        "NewsToApprove" => $"duyệt {group.Total} tin, bài",
        "ReportsToReceive" => $"tiếp nhận {group.Total} báo cáo",
        "Waiting" => $"xác nhận {group.Total} kết quả",
        _ => $"{group.Total} {char.ToLowerInvariant(group.Name[0])}{group.Name[1..]}",
    }}");
}
