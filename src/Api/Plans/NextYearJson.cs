using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Plans;

/// <summary>A target of the year before: in force at its end, and what was done.</summary>
internal sealed record LastTargetJson(string Label, string Unit, decimal? Value, decimal ToDate, decimal? Percent, ProgressStatus Status);

/// <summary>A row of the next year beside the activity it goes on with.</summary>
/// <param name="LastActivityId">The activity before; null for a row that was added.</param>
/// <param name="LastTitle">Its short title.</param>
/// <param name="LastLead">Its lead.</param>
/// <param name="LastTargets">Its targets and what was done.</param>
/// <param name="Row">The row; null when the activity is not taken over.</param>
/// <param name="LeftOut">Why it is not.</param>
internal sealed record NextYearRowJson(
    Guid? LastActivityId, string? LastTitle, AgencyRefJson? LastLead, IReadOnlyList<LastTargetJson> LastTargets, PlanRowJson? Row, string? LeftOut)
{
    /// <summary>Of a row.</summary>
    public static NextYearRowJson Of(NextYearRow row) => new(
        row.Last?.Activity.Id, row.Last?.Activity.ShortTitle, row.Last is { } last ? AgencyRefJson.Of(last.Lead) : null,
        [.. (row.Last?.Targets ?? []).Select(t => new LastTargetJson(t.Target.Label, t.Target.Unit, t.Figures.Value, t.Figures.ToDate, t.Figures.Percent, t.Figures.Status))],
        row.Row is { } view ? PlanRowJson.Of(view) : null, row.LeftOut);
}

/// <summary>Money that the year before left, and what was decided about it.</summary>
internal sealed record UnspentJson(
    Guid ActivityId, string Title, AgencyRefJson Lead, FundingSource Source, long Available, long Disbursed, long Left, UnspentChoice? Choice, string? Note,
    string? DecidedBy, DateTime? DecidedAt)
{
    /// <summary>Of a sum.</summary>
    public static UnspentJson Of(UnspentMoney m) => new(
        m.Activity.Id, m.Activity.ShortTitle, AgencyRefJson.Of(m.Lead), m.Source, m.Available, m.Disbursed, m.Left, m.Decision?.Choice, m.Decision?.Note,
        m.Decision?.By, m.Decision?.At);
}

/// <summary>The next year of a plan: a proposal, a draft, or an issued plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="AsOf">Day of its figures.</param>
/// <param name="State">Proposed, Drafted, Issued.</param>
/// <param name="NextPlanId">The draft or the plan; null while it is only proposed.</param>
/// <param name="Title">Title of the next year's plan.</param>
/// <param name="Year">Its year.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Rows">Its rows, then activities that are not taken over.</param>
/// <param name="Money">What the year left.</param>
internal sealed record NextYearJson(
    Guid PlanId, DateOnly AsOf, NextYearState State, Guid? NextPlanId, string Title, int Year, DateOnly From, DateOnly To,
    IReadOnlyList<NextYearRowJson> Rows, IReadOnlyList<UnspentJson> Money)
{
    /// <summary>Of a next year.</summary>
    public static NextYearJson Of(NextYear y) => new(
        y.Last.Id, y.AsOf, y.Draft is not null ? NextYearState.Drafted : y.Issued is not null ? NextYearState.Issued : NextYearState.Proposed,
        y.Draft?.Draft.Id ?? y.Issued?.Id, y.Issued?.Title ?? y.Head.Title, y.Head.Year, y.Head.From, y.Head.To,
        [.. y.Rows.Select(NextYearRowJson.Of)], [.. y.Money.Select(UnspentJson.Of)]);

    /// <summary>Its tag: the draft's version.</summary>
    public static string TagOf(NextYear y) => Etags.Of(y.Version);
}

/// <summary>How far a next year has come.</summary>
internal enum NextYearState
{
    /// <summary>Nothing was made yet.</summary>
    Proposed,
    /// <summary>A draft.</summary>
    Drafted,
    /// <summary>A plan.</summary>
    Issued,
}

/// <summary>What becomes of one sum.</summary>
/// <param name="ActivityId">Hoạt động của năm trước.</param>
/// <param name="Source">Nguồn kinh phí.</param>
/// <param name="Choice">CarryOver, GiveBack; null takes a decision back.</param>
/// <param name="Note">Ghi chú.</param>
internal sealed record UnspentBody(Guid ActivityId, FundingSource Source, UnspentChoice? Choice = null, string? Note = null);

/// <summary>Decisions about what the year left.</summary>
/// <param name="Items">Sums that are decided; others stay as they are.</param>
internal sealed record UnspentMoneyBody(IReadOnlyList<UnspentBody> Items)
{
    /// <summary>In the domain's words.</summary>
    public Result<List<UnspentOrder>> ToOrders() => Items.Any(i => i is null)
        ? Refusal.Invalid("items", "Danh sách có phần tử null.")
        : Items.Select(i => new UnspentOrder(i.ActivityId, i.Source, i.Choice, i.Note)).ToList();
}

/// <summary>A year of a comparison.</summary>
internal sealed record YearJson(Guid PlanId, string Number, int Year, DateOnly AsOf, StatusCounts StatusCounts, long? Approved, long? Disbursed);

/// <summary>A target in one year.</summary>
internal sealed record YearCellJson(Guid ActivityId, decimal? Value, decimal ToDate, decimal? Percent, ProgressStatus Status);

/// <summary>A target over the years; null where a year has none.</summary>
internal sealed record YearLineJson(string Title, string? Part, string Unit, IReadOnlyList<YearCellJson?> Cells);

/// <summary>Several years side by side.</summary>
internal sealed record YearsJson(IReadOnlyList<YearJson> Years, IReadOnlyList<YearLineJson> Lines)
{
    /// <summary>Of a comparison.</summary>
    public static YearsJson Of(YearsCompared compared) => new(
        [.. compared.Years.Select(y => new YearJson(y.Plan.Id, y.Plan.Number, y.Plan.Year, y.AsOf, y.Counts, Sum(y, FundingStage.Approval), Sum(y, FundingStage.Disbursement)))],
        [.. compared.Lines.Select(l => new YearLineJson(l.Title, l.Part, l.Unit,
            [.. l.Cells.Select(c => c is null ? null : new YearCellJson(c.ActivityId, c.Value, c.ToDate, c.Percent, c.Status))]))]);

    private static long? Sum(YearColumn year, FundingStage stage) => year.Money?.Stages.TryGetValue(stage, out var amount) == true ? amount : null;
}
