using System.Globalization;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Domain.Reporting;

/// <summary>
/// Phụ lục IV: money of every activity by source, in the plan's order, with the sums of each source. Nothing while nothing was recorded: the
/// plan itself gives no amounts.
/// </summary>
public sealed class MoneyPart(IFundingBook book) : IReportPart
{
    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        var steps = (await book.OfPlan(query.Plan.Id, query.AsOf, cancel)).ToLookup(s => (s.ActivityId, s.Source));
        var activities = query.Plan.Activities.Where(a => a.IsPartOn(query.AsOf) && ReportAssembly.IsOf(query.Scope, a, query.Agencies, query.AsOf))
            .OrderBy(a => a.Order)
            .Select(a => (Activity: a, Lines: Enum.GetValues<FundingSource>().Select(s => new FundingLine(s, [.. steps[(a.Id, s)]])).Where(l => l.Steps.Count > 0).ToList()))
            .ToList();
        var lines = activities.SelectMany(a => a.Lines).ToList();
        if (lines.Count == 0)
            return content;
        var totals = FundingReading.Totals(lines).Select(t => TotalOf(t, InPeriod(lines.Where(l => t.Source is null || l.Source == t.Source), query.Window)));
        return content with { Money = new([.. activities.SelectMany(a => RowsOf(a.Activity, a.Lines, query.Window))], [.. totals]) };
    }

    /// <summary>A row per source; one that says so of an activity nobody recorded money of.</summary>
    private static IEnumerable<MoneyRow> RowsOf(Activity activity, List<FundingLine> lines, ReportWindow window)
    {
        var label = activity.Order.ToString(CultureInfo.InvariantCulture);
        return lines.Count == 0
            ? [new(label, activity.Title, MoneyRow.None, null, null, null, null, null, null, null)]
            : lines.Select(l => new MoneyRow(
                label, activity.Title, FundingWords.NameOf(l.Source), l.Of(FundingStage.Estimate), l.Of(FundingStage.Appraisal), l.Approved,
                InPeriod([l], window), l.Of(FundingStage.Disbursement), l.Of(FundingStage.Settlement), l.DisbursedPercent));
    }

    private static MoneyRow TotalOf(FundingTotal total, long? inPeriod)
    {
        long? Of(FundingStage stage) => total.Stages.TryGetValue(stage, out var amount) ? amount : null;
        return new(
            "", total.Source is null ? "Tổng cộng" : "Cộng theo nguồn", total.Source is { } source ? FundingWords.NameOf(source) : "Tất cả các nguồn",
            Of(FundingStage.Estimate), Of(FundingStage.Appraisal), Of(FundingStage.Approval), inPeriod, Of(FundingStage.Disbursement), Of(FundingStage.Settlement),
            total.DisbursedPercent);
    }

    /// <summary>What was disbursed on days of the window; null when nothing ever was.</summary>
    private static long? InPeriod(IEnumerable<FundingLine> lines, ReportWindow window)
    {
        var paid = lines.SelectMany(l => l.Steps).Where(s => s.Stage is FundingStage.Disbursement).ToList();
        return paid.Count == 0 ? null : paid.Where(s => window.From <= s.Date && s.Date <= window.To).Sum(s => s.Effect);
    }
}
