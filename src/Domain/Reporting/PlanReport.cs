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
    Letterhead Letterhead, int Waiting);

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
    string Note);

/// <summary>The head and foot of the printed report (Nghị định 30/2020/NĐ-CP) [default, data].</summary>
public sealed record Letterhead(
    string ParentBody, string IssuingBody, string Symbol, string Place, string AddressedTo, string? Number, DateOnly? SignedOn,
    IReadOnlyList<string> Recipients, string SignerTitle, string? SignerName);

/// <summary>Writes a report as a workbook; the writer adds nothing up.</summary>
public interface IReportWriter
{
    /// <summary>The workbook (.xlsx) of a report.</summary>
    byte[] Workbook(PlanReport report);
}
