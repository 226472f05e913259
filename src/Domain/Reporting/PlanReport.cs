using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>State of a report.</summary>
public enum ReportState
{
    /// <summary>Xem trước: figures follow the entries.</summary>
    Preview,
    /// <summary>Đã ban hành: frozen.</summary>
    Issued,
    /// <summary>Mở lại.</summary>
    Reopened,
}

/// <summary>The window of a report: a period of the calendar, or a free range (<c>custom</c>).</summary>
public sealed record ReportWindow(string Code, string Name, DateOnly From, DateOnly To, PeriodKind Kind);

/// <summary>The report of a plan for a window (báo cáo tổng hợp): JSON, page and workbook show this object and add nothing up.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Period">The window.</param>
/// <param name="AsOf">The day of every figure in it.</param>
/// <param name="State">Preview, issued or reopened.</param>
/// <param name="Rows">One per target, in the plan's order.</param>
/// <param name="StatusCounts">Of activities.</param>
/// <param name="Letterhead">Issuing bodies, place, recipients, signer.</param>
/// <param name="Waiting">Entries submitted up to the day that are not counted.</param>
public sealed record PlanReport(
    Plan Plan, ReportWindow Period, DateOnly AsOf, ReportState State, IReadOnlyList<ReportRow> Rows, StatusCounts StatusCounts,
    Letterhead Letterhead, int Waiting)
{
    /// <summary>Who issued the plan, name of the asOf day.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Who draws the report up, as a name in a sentence.</summary>
    public string DrawnUpBy { get; init; } = "";

    /// <summary>What the author wrote.</summary>
    public ReportTexts Texts { get; init; } = ReportTexts.None;

    /// <summary>How the activities of each lead stand, in the plan's order of leads.</summary>
    public IReadOnlyList<LeadCounts> Leads { get; init; } = [];

    /// <summary>Of whom it is; null for the whole plan. Such a report is a preview always.</summary>
    public ReportScope? Scope { get; init; }

    /// <summary>Confirmed results of the period without evidence.</summary>
    public int WithoutEvidence => Rows.Sum(r => r.Entries - r.WithEvidence);

    /// <summary>The appendices behind it; empty while only the activities were asked for.</summary>
    public ReportAppendices Content { get; init; } = ReportAppendices.Empty;
}

/// <summary>How the activities of a lead stand: a row of the table in the Word report.</summary>
public sealed record LeadCounts(string Lead, StatusCounts Counts);

/// <summary>What part of the plan a report is of.</summary>
public enum ScopeKind
{
    /// <summary>All activities that the agency leads or supports; of a district, with its communes.</summary>
    Agency,
    /// <summary>The activities it leads.</summary>
    Lead,
}

/// <summary>Of whom a report is.</summary>
/// <param name="Kind">All activities, or those led.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="Name">Its name on the day.</param>
/// <param name="Members">The agency and, of a district, its communes of the day.</param>
public sealed record ReportScope(ScopeKind Kind, Guid AgencyId, string Name, IReadOnlyList<Guid> Members);

/// <summary>The version of a target in force, as a report names it.</summary>
public sealed record VersionInForce(int Number, DateOnly EffectiveOn, DocumentRef? Document);

/// <summary>One row of Phụ lục I: a target and its figures.</summary>
/// <param name="Order">TT of the activity.</param>
/// <param name="Label">TT of the row: "13a".</param>
/// <param name="ActivityId">Activity.</param>
/// <param name="TargetId">Target.</param>
/// <param name="Title">Hình thức tuyên truyền, verbatim; with the part after a colon when the activity has several targets.</param>
/// <param name="ShortTitle">Short name for screens.</param>
/// <param name="Wording">Số lượng/tần suất, verbatim.</param>
/// <param name="Unit">ĐVT.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Lead">Cơ quan chủ trì, name of the asOf day.</param>
/// <param name="Supporting">Cơ quan phối hợp, verbatim.</param>
/// <param name="Time">Thời gian.</param>
/// <param name="DeliveryModeAsked">Row marked (*).</param>
/// <param name="Modes">Hình thức tổ chức of the period's entries, in words; "-" when none.</param>
/// <param name="Entries">Confirmed entries in the period.</param>
/// <param name="WithEvidence">How many of them have evidence.</param>
/// <param name="Note">Ghi chú, computed: pending, adjusted target, entries without evidence.</param>
public sealed record ReportRow(
    int Order, string Label, Guid ActivityId, Guid TargetId, string Title, string ShortTitle, string Wording, string Unit,
    TargetFigures Figures, string Lead, string Supporting, string Time, bool DeliveryModeAsked, string Modes, int Entries, int WithEvidence,
    string Note)
{
    /// <summary>The version of the target in force.</summary>
    public VersionInForce? Version { get; init; }

    /// <summary>The lead of the day.</summary>
    public Guid LeadId { get; init; }
}

/// <summary>The head and foot of the printed report (Nghị định 30/2020/NĐ-CP) [default, data].</summary>
public sealed record Letterhead(
    string ParentBody, string IssuingBody, string Symbol, string Place, string AddressedTo, string? Number, DateOnly? SignedOn,
    IReadOnlyList<string> Recipients, string SignerTitle, string? SignerName);

/// <summary>Writes a report as a workbook; the writer adds nothing up.</summary>
public interface IReportWriter
{
    /// <summary>The workbook (.xlsx) of a report.</summary>
    byte[] Workbook(PlanReport report);

    /// <summary>The report in Word (.docx); as a section without head and signature, to be set into another report.</summary>
    byte[] Document(PlanReport report, bool sectionOnly = false);
}
