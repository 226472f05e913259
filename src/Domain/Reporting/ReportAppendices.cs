namespace PlanTracker.Domain.Reporting;

/// <summary>
/// What stands behind a report besides the activities: the appendices II to VII and what has changed. A part that is null has no data yet
/// and is left out; figures in it are added up before it comes here.
/// </summary>
public sealed record ReportAppendices
{
    /// <summary>Nothing but the activities.</summary>
    public static ReportAppendices Empty { get; } = new();

    /// <summary>Phụ lục II: one row per agency.</summary>
    public AgencyReportTable? Agencies { get; init; }

    /// <summary>Phụ lục III: the events of the period.</summary>
    public IReadOnlyList<EventRow>? Events { get; init; }

    /// <summary>Phụ lục IV: money.</summary>
    public MoneyTable? Money { get; init; }

    /// <summary>Phụ lục V: units late or missing.</summary>
    public LateTable? Late { get; init; }

    /// <summary>Phụ lục VI: difficulties and answers.</summary>
    public DifficultyTable? Difficulties { get; init; }

    /// <summary>Phụ lục VII: news by agency and field.</summary>
    public NewsTable? News { get; init; }

    /// <summary>Tasks of section VI, and what agencies said of them.</summary>
    public Tasks.TaskTable? Tasks { get; init; }

    /// <summary>Inspections, and how their recommendations stand.</summary>
    public Inspections.InspectionTable? Inspections { get; init; }

    /// <summary>What has changed since the last issued report; null when none was issued before.</summary>
    public ReportChanges? Changes { get; init; }
}

/// <summary>What a part of a report is asked for.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Window">The period.</param>
/// <param name="AsOf">The day of every figure.</param>
/// <param name="Scope">Of whom; null means everybody.</param>
/// <param name="Agencies">All agencies.</param>
public sealed record PartQuery(
    Plans.Plan Plan, ReportWindow Window, DateOnly AsOf, ReportScope? Scope, IReadOnlyDictionary<Guid, Agencies.Agency> Agencies);

/// <summary>Fills one part of a report's content from an area's own data; an area without data leaves the content as it is.</summary>
public interface IReportPart
{
    /// <summary>The content with the part in it.</summary>
    Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel);
}

/// <summary>One row of Phụ lục III: an event that the period counts.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Order">Row of the plan.</param>
/// <param name="Label">Row of Phụ lục I: "13a".</param>
/// <param name="Date">Day of performance.</param>
/// <param name="CountedOn">The day it counts on.</param>
/// <param name="Title">Tên hoạt động.</param>
/// <param name="Place">Địa điểm, hình thức; "-" when neither is known.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Unit">Đơn vị tính.</param>
/// <param name="People">Số người; null when not applicable.</param>
/// <param name="Evidence">Minh chứng, in words.</param>
/// <param name="Correction">What it corrects and why; null when it corrects nothing.</param>
public sealed record EventRow(
    Guid EntryId, int Order, string Label, DateOnly Date, DateOnly CountedOn, string Title, string Place, decimal Quantity, string Unit,
    int? People, string Evidence, string? Correction);

/// <summary>Phụ lục II: agencies by block, each block with its totals.</summary>
/// <param name="Blocks">Sở, ban, ngành; other organisations; districts.</param>
/// <param name="Total">All of them; null when there is one block.</param>
/// <param name="AsOf">The day that states are told of.</param>
public sealed record AgencyReportTable(IReadOnlyList<AgencyReportBlock> Blocks, AgencyReportBlock? Total, DateOnly AsOf);

/// <summary>A block of Phụ lục II.</summary>
/// <param name="Name">Its name and how many: "Sở, ban, ngành thành phố (20)".</param>
/// <param name="OwnPlans">How many have a plan of their own: "18/20".</param>
/// <param name="Figures">Sums of the indicators, in the order of the columns; null where nothing was received.</param>
/// <param name="Socialised">Sum of kinh phí xã hội hóa, đồng.</param>
/// <param name="Sent">How many have sent: "18/20".</param>
/// <param name="Due">"Hạn 16/09".</param>
/// <param name="Rows">The agencies.</param>
public sealed record AgencyReportBlock(
    string Name, string OwnPlans, IReadOnlyList<decimal?> Figures, decimal? Socialised, string Sent, string Due, IReadOnlyList<AgencyReportRow> Rows);

/// <summary>One row of Phụ lục II.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Name">Its name on the day.</param>
/// <param name="OwnPlan">Number and date of its own plan, a line each; "-" when it has none.</param>
/// <param name="Figures">The fifteen indicators, in the order of the columns; null where nothing was received.</param>
/// <param name="Socialised">Kinh phí xã hội hóa, đồng.</param>
/// <param name="SentOn">Day the report was first sent; null when not yet.</param>
/// <param name="Status">Đúng hạn, Gửi chậm, Chưa gửi, ...</param>
public sealed record AgencyReportRow(
    Guid AgencyId, string Name, string OwnPlan, IReadOnlyList<decimal?> Figures, decimal? Socialised, DateOnly? SentOn, string Status)
{
    /// <summary>How many indicators a row has.</summary>
    public const int Indicators = 15;
}

/// <summary>Phụ lục IV: a row per activity and source, totals by source.</summary>
public sealed record MoneyTable(IReadOnlyList<MoneyRow> Rows, IReadOnlyList<MoneyRow> Totals);

/// <summary>One row of Phụ lục IV, whole đồng; null where nothing was entered.</summary>
public sealed record MoneyRow(
    string Label, string Title, string Source, long? Estimate, long? Appraisal, long? Approval, long? DisbursedInPeriod, long? Disbursed,
    long? Settlement, decimal? Percent)
{
    /// <summary>The source of an activity that nobody recorded money of.</summary>
    public const string None = "-";
}

/// <summary>Phụ lục V.</summary>
/// <param name="Rows">Missing first, then late.</param>
/// <param name="Expected">How many owe.</param>
/// <param name="OnTime">How many sent on time.</param>
/// <param name="Late">How many sent late.</param>
/// <param name="Missing">How many have not sent.</param>
/// <param name="AsOf">The day it is told of.</param>
public sealed record LateTable(IReadOnlyList<LateUnitRow> Rows, int Expected, int OnTime, int Late, int Missing, DateOnly AsOf)
{
    /// <summary>How many of the missing may still send in time: the due day counts in full.</summary>
    public int NotYetDue => Missing - Rows.Count(r => r.SentOn is null);

    /// <summary>How many have sent, of those who owe, in percent; null when nobody owes.</summary>
    public decimal? SentPercent => Expected == 0 ? null : Figures.Round((OnTime + Late) * 100m / Expected);

    /// <summary>How many sent on time, of those who owe, in percent; null when nobody owes.</summary>
    public decimal? OnTimePercent => Expected == 0 ? null : Figures.Round(OnTime * 100m / Expected);
}

/// <summary>One row of Phụ lục V.</summary>
/// <param name="Name">The agency.</param>
/// <param name="Block">Khối.</param>
/// <param name="DueOn">Due day.</param>
/// <param name="SentOn">Day sent; null when missing.</param>
/// <param name="DaysLate">Days after the due day.</param>
/// <param name="Reminders">How often it was reminded; null when not kept.</param>
/// <param name="LastReminder">Last reminder.</param>
public sealed record LateUnitRow(string Name, string Block, DateOnly DueOn, DateOnly? SentOn, int DaysLate, int? Reminders, DateOnly? LastReminder);

/// <summary>Phụ lục VI.</summary>
public sealed record DifficultyTable(IReadOnlyList<DifficultyRow> Rows, int Answered)
{
    /// <summary>How many wait for an answer.</summary>
    public int Unanswered => Rows.Count - Answered;
}

/// <summary>One row of Phụ lục VI.</summary>
public sealed record DifficultyRow(string AgencyName, DateOnly RaisedOn, string Text, string? Proposal, string? Answer, DateOnly? AnsweredOn);

/// <summary>Phụ lục VII: agencies that sent something, and the sum.</summary>
public sealed record NewsTable(IReadOnlyList<NewsRow> Rows, NewsRow Total);

/// <summary>One row of Phụ lục VII.</summary>
/// <param name="Name">The agency.</param>
/// <param name="ByField">Sent, by the six fields of reform.</param>
/// <param name="Sent">Sent in all.</param>
/// <param name="Selected">Selected.</param>
/// <param name="Published">Published.</param>
/// <param name="Declined">Declined.</param>
public sealed record NewsRow(string Name, IReadOnlyList<int> ByField, int Sent, int Selected, int Published, int Declined);
