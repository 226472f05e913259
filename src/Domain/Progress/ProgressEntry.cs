using PlanTracker.Domain.Funding;

namespace PlanTracker.Domain.Progress;

/// <summary>A result (kết quả thực hiện): on this day, this much of this target, with this evidence.</summary>
public sealed class ProgressEntry
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Plan.</summary>
    public required Guid PlanId { get; init; }
    /// <summary>Activity.</summary>
    public required Guid ActivityId { get; init; }
    /// <summary>The agency it is logged for: the activity's lead when it was made.</summary>
    public required Guid AgencyId { get; init; }
    /// <summary>Nhập thay: entered by Sở Nội vụ for the lead; then the agency of the person who did.</summary>
    public Guid? OnBehalfByAgencyId { get; init; }
    /// <summary>Who made it.</summary>
    public required Guid CreatedById { get; init; }
    /// <summary>Name of who made it, at the time.</summary>
    public required string CreatedByName { get; init; }
    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
    /// <summary>The form it was typed into, by a key of the form's own: one form makes one entry, however often it is sent. One person's keys never meet another's.</summary>
    public Guid? ClientKey { get; init; }
    /// <summary>What was done.</summary>
    public required EntryContent Content { get; set; }
    /// <summary>The day it counts on: the date of performance, unless that was locked while it waited.</summary>
    public required DateOnly CountedOn { get; set; }
    /// <summary>State.</summary>
    public EntryStatus Status { get; set; }
    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;
    /// <summary>Submissions, confirmations, returns, withdrawals, in order.</summary>
    public List<EntryStep> Steps { get; init; } = [];
    /// <summary>Minh chứng.</summary>
    public List<Evidence> Evidence { get; init; } = [];
    /// <summary>Title, place and note without marks and case, for search.</summary>
    public string SearchText { get; set; } = "";
    /// <summary>Key of the row of a workbook that it came from; null for an entry made by form.</summary>
    public string? ImportKey { get; set; }
    /// <summary>Mark of what the workbook said when it was last taken over: the same file again is known by it.</summary>
    public string? ImportMark { get; set; }

    /// <summary>The last step of a kind; null when it never happened.</summary>
    public EntryStep? Last(EntryStepKind kind) => Steps.LastOrDefault(s => s.Kind == kind);
}

/// <summary>What a reporter fills in. Lengths and ranges are those of the entry rules.</summary>
public sealed record EntryContent
{
    /// <summary>The target it counts for.</summary>
    public required Guid TargetId { get; init; }
    /// <summary>Of a percentage: the agency of the set that it counts for.</summary>
    public Guid? MemberId { get; init; }
    /// <summary>Day of performance.</summary>
    public required DateOnly Date { get; init; }
    /// <summary>How much; negative only in an adjusting entry.</summary>
    public required decimal Quantity { get; init; }
    /// <summary>Tên hoạt động, sản phẩm.</summary>
    public required string Title { get; init; }
    /// <summary>Địa điểm.</summary>
    public string? Place { get; init; }
    /// <summary>Hình thức tổ chức; required on submission of rows marked (*).</summary>
    public DeliveryMode? Mode { get; init; }
    /// <summary>Số người.</summary>
    public int? PeopleReached { get; init; }
    /// <summary>Lượt.</summary>
    public int? Attendances { get; init; }
    /// <summary>Which one it is: "tuần 5", "số 12".</summary>
    public string? CadenceSlot { get; init; }
    /// <summary>Supporting agencies and what each did; the output still counts once.</summary>
    public IReadOnlyList<Contribution> Supporting { get; init; } = [];
    /// <summary>Money spent, by source, whole đồng.</summary>
    public IReadOnlyList<Spending> Spent { get; init; } = [];
    /// <summary>Themes of the plan, by number.</summary>
    public IReadOnlyList<int> Themes { get; init; } = [];
    /// <summary>Form of the plan, by number.</summary>
    public int? Form { get; init; }
    /// <summary>Channel code, see <see cref="Progress.Channel"/>.</summary>
    public string? Channel { get; init; }
    /// <summary>Ghi chú.</summary>
    public string? Note { get; init; }
    /// <summary>Why there is no evidence.</summary>
    public string? NoEvidenceReason { get; init; }
    /// <summary>The confirmed entry that this one corrects.</summary>
    public Guid? CorrectsEntryId { get; init; }
    /// <summary>Why it is corrected.</summary>
    public string? CorrectionReason { get; init; }
}

/// <summary>What a supporting agency contributed, in words.</summary>
public sealed record Contribution(Guid AgencyId, string? Share);

/// <summary>Money spent from a source, whole đồng.</summary>
public sealed record Spending(FundingSource Source, long Amount);

/// <summary>States of an entry.</summary>
public enum EntryStatus
{
    /// <summary>Bản nháp.</summary>
    Draft,
    /// <summary>Chờ xác nhận.</summary>
    Submitted,
    /// <summary>Đã xác nhận: the only state that counts.</summary>
    Confirmed,
    /// <summary>Trả lại.</summary>
    Returned,
    /// <summary>Đã rút.</summary>
    Withdrawn,
}

/// <summary>How an event was held.</summary>
public enum DeliveryMode
{
    /// <summary>Trực tiếp.</summary>
    InPerson,
    /// <summary>Trực tuyến.</summary>
    Online,
    /// <summary>Kết hợp.</summary>
    Hybrid,
}

/// <summary>Kinds of step in an entry's life.</summary>
public enum EntryStepKind
{
    /// <summary>Gửi.</summary>
    Submission,
    /// <summary>Xác nhận.</summary>
    Confirmation,
    /// <summary>Trả lại.</summary>
    Return,
    /// <summary>Rút.</summary>
    Withdrawal,
}

/// <summary>State kept as a record: what happened, who, when, why.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ById">Account.</param>
/// <param name="ByName">Name at the time.</param>
/// <param name="Reason">Why, for returns and withdrawals.</param>
/// <param name="Fields">Fields that a return asks to mend.</param>
public sealed record EntryStep(EntryStepKind Kind, DateTime At, Guid ById, string ByName, string? Reason, IReadOnlyList<string> Fields)
{
    /// <summary>Of a return: the entry as it was then; null for returns of before this was kept.</summary>
    public EntrySnapshot? Was { get; init; }
}
