using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>The appendices behind Phụ lục I that have data; Phụ lục III has a path of its own.</summary>
/// <param name="Agencies">Phụ lục II.</param>
/// <param name="Money">Phụ lục IV.</param>
/// <param name="Late">Phụ lục V.</param>
/// <param name="Difficulties">Phụ lục VI.</param>
/// <param name="News">Phụ lục VII.</param>
internal sealed record AppendicesJson(
    AgencyTableJson? Agencies, MoneyTableJson? Money, LateTableJson? Late, DifficultyTableJson? Difficulties, NewsTableJson? News)
{
    /// <summary>Of what stands behind a report.</summary>
    public static AppendicesJson Of(ReportAppendices content) => new(
        AgencyTableJson.Of(content.Agencies), MoneyTableJson.Of(content.Money), LateTableJson.Of(content.Late), DifficultyTableJson.Of(content.Difficulties),
        NewsTableJson.Of(content.News));
}

/// <summary>Phụ lục II: agencies by block.</summary>
/// <param name="AsOf">The day that states are told of.</param>
/// <param name="Columns">What the figures count, in their order.</param>
/// <param name="Blocks">Blocks with their agencies.</param>
/// <param name="Total">All blocks; null when there is one.</param>
internal sealed record AgencyTableJson(DateOnly AsOf, IReadOnlyList<string> Columns, IReadOnlyList<AgencyBlockJson> Blocks, AgencyBlockJson? Total)
{
    /// <summary>Of a table.</summary>
    public static AgencyTableJson? Of(AgencyReportTable? table) => table is null ? null : new(
        table.AsOf,
        [.. AgencyReportColumns.Groups.SelectMany(g => g.Columns.Length == 0 ? [g.Head] : g.Columns.Select(c => $"{g.Head}: {c}"))],
        [.. table.Blocks.Select(AgencyBlockJson.Of)], table.Total is { } total ? AgencyBlockJson.Of(total) : null);
}

/// <summary>A block of Phụ lục II; figures end with kinh phí xã hội hóa, null where nothing was received.</summary>
internal sealed record AgencyBlockJson(string Name, string OwnPlans, IReadOnlyList<decimal?> Figures, string Sent, string Due, IReadOnlyList<AgencyRowJson> Rows)
{
    /// <summary>Of a block.</summary>
    public static AgencyBlockJson Of(AgencyReportBlock b) => new(b.Name, b.OwnPlans, [.. b.Figures, b.Socialised], b.Sent, b.Due, [.. b.Rows.Select(AgencyRowJson.Of)]);
}

/// <summary>An agency of Phụ lục II.</summary>
internal sealed record AgencyRowJson(Guid AgencyId, string Name, string OwnPlan, IReadOnlyList<decimal?> Figures, DateOnly? SentOn, string Status)
{
    /// <summary>Of a row.</summary>
    public static AgencyRowJson Of(AgencyReportRow r) => new(r.AgencyId, r.Name, r.OwnPlan, [.. r.Figures, r.Socialised], r.SentOn, r.Status);
}

/// <summary>Phụ lục IV: a row per activity and source; totals by source, then all.</summary>
internal sealed record MoneyTableJson(IReadOnlyList<MoneyRowJson> Rows, IReadOnlyList<MoneyRowJson> Totals)
{
    /// <summary>Of a table.</summary>
    public static MoneyTableJson? Of(MoneyTable? table) =>
        table is null ? null : new([.. table.Rows.Select(MoneyRowJson.Of)], [.. table.Totals.Select(MoneyRowJson.Of)]);
}

/// <summary>A row of Phụ lục IV, whole đồng; null where nothing was entered.</summary>
internal sealed record MoneyRowJson(
    string Label, string Title, string Source, long? Estimate, long? Appraisal, long? Approval, long? DisbursedInPeriod, long? Disbursed, long? Settlement,
    decimal? Percent)
{
    /// <summary>Of a row.</summary>
    public static MoneyRowJson Of(MoneyRow r) => new(
        r.Label, r.Title, r.Source, r.Estimate, r.Appraisal, r.Approval, r.DisbursedInPeriod, r.Disbursed, r.Settlement, r.Percent);
}

/// <summary>Phụ lục V: who is missing, then who was late.</summary>
internal sealed record LateTableJson(
    DateOnly AsOf, int Expected, int OnTime, int Late, int Missing, decimal? SentPercent, decimal? OnTimePercent, IReadOnlyList<LateRowJson> Rows)
{
    /// <summary>Of a table.</summary>
    public static LateTableJson? Of(LateTable? t) => t is null ? null : new(
        t.AsOf, t.Expected, t.OnTime, t.Late, t.Missing, t.SentPercent, t.OnTimePercent, [.. t.Rows.Select(LateRowJson.Of)]);
}

/// <summary>A row of Phụ lục V.</summary>
internal sealed record LateRowJson(string Name, string Block, DateOnly DueOn, DateOnly? SentOn, int DaysLate, int? Reminders, DateOnly? LastReminder)
{
    /// <summary>Of a row.</summary>
    public static LateRowJson Of(LateUnitRow r) => new(r.Name, r.Block, r.DueOn, r.SentOn, r.DaysLate, r.Reminders, r.LastReminder);
}

/// <summary>Phụ lục VI.</summary>
internal sealed record DifficultyTableJson(int Answered, int Unanswered, IReadOnlyList<DifficultyRowJson> Rows)
{
    /// <summary>Of a table.</summary>
    public static DifficultyTableJson? Of(DifficultyTable? table) =>
        table is null ? null : new(table.Answered, table.Unanswered, [.. table.Rows.Select(DifficultyRowJson.Of)]);
}

/// <summary>A row of Phụ lục VI.</summary>
internal sealed record DifficultyRowJson(string AgencyName, DateOnly RaisedOn, string Text, string? Proposal, string? Answer, DateOnly? AnsweredOn)
{
    /// <summary>Of a row.</summary>
    public static DifficultyRowJson Of(DifficultyRow r) => new(r.AgencyName, r.RaisedOn, r.Text, r.Proposal, r.Answer, r.AnsweredOn);
}

/// <summary>Phụ lục VII.</summary>
internal sealed record NewsTableJson(IReadOnlyList<NewsTableRowJson> Rows, NewsTableRowJson Total)
{
    /// <summary>Of a table.</summary>
    public static NewsTableJson? Of(NewsTable? table) => table is null ? null : new([.. table.Rows.Select(NewsTableRowJson.Of)], NewsTableRowJson.Of(table.Total));
}

/// <summary>A row of Phụ lục VII; byField in the order of the six fields of reform.</summary>
internal sealed record NewsTableRowJson(string Name, IReadOnlyList<int> ByField, int Sent, int Selected, int Published, int Declined)
{
    /// <summary>Of a row.</summary>
    public static NewsTableRowJson Of(NewsRow r) => new(r.Name, r.ByField, r.Sent, r.Selected, r.Published, r.Declined);
}
