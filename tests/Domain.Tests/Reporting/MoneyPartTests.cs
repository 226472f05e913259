using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Phụ lục IV: every activity, by source, as of the day of the report.</summary>
public sealed class MoneyPartTests
{
    private static readonly ReportWindow Quarter = new("2024-Q3", "Quý III", new(2024, 6, 15), new(2024, 9, 14), PeriodKind.Quarter);

    private readonly InMemory memory = new(Given.Plan246(), new(2024, 9, 20));

    private Domain.Plans.Plan Plan => field ??= memory.List(null, new(), default).Result.Items[0];

    [Fact]
    public async Task While_nothing_was_recorded_there_is_no_appendix() => Assert.Null((await Content()).Money);

    [Fact]
    public async Task A_row_says_each_stage_and_what_was_paid_in_the_period()
    {
        Record(1, FundingSource.CityReformBudget, FundingStage.Estimate, 100, new(2023, 12, 18));
        Record(1, FundingSource.CityReformBudget, FundingStage.Consolidation, 100, new(2023, 12, 20));
        Record(1, FundingSource.CityReformBudget, FundingStage.Appraisal, 90, new(2024, 1, 10));
        Record(1, FundingSource.CityReformBudget, FundingStage.Approval, 80, new(2024, 1, 25));
        Record(1, FundingSource.CityReformBudget, FundingStage.Disbursement, 20, new(2024, 6, 14));
        Record(1, FundingSource.CityReformBudget, FundingStage.Disbursement, 10, new(2024, 6, 15));
        Record(1, FundingSource.CityReformBudget, FundingStage.Disbursement, 7, new(2024, 9, 15));

        var money = (await Content()).Money!;

        Assert.Equal(new MoneyRow("1", Plan.Activities[0].Title, "Kinh phí CCHC của thành phố", 100, 90, 80, 10, 30, null, 37.5m), money.Rows[0]);
        Assert.Equal(Plan.Activities.Count, money.Rows.Count);
        Assert.Equal(("2", "-", null), (money.Rows[1].Label, money.Rows[1].Source, money.Rows[1].Estimate));
    }

    [Fact]
    public async Task Sources_are_summed_each_and_then_together()
    {
        Record(1, FundingSource.CityReformBudget, FundingStage.Estimate, 100, new(2023, 12, 18));
        Record(2, FundingSource.Socialised, FundingStage.Estimate, 30, new(2024, 2, 1));
        Record(2, FundingSource.Socialised, FundingStage.Disbursement, 30, new(2024, 7, 1));

        var totals = (await Content()).Money!.Totals;

        Assert.Equal(
            [("Kinh phí CCHC của thành phố", 100L, null), ("Xã hội hóa", 30L, 30L), ("Tất cả các nguồn", 130L, 30L)],
            totals.Select(t => (t.Source, t.Estimate!.Value, t.DisbursedInPeriod)));
        Assert.Equal(100m, totals[1].Percent);
    }

    [Fact]
    public async Task A_report_of_a_lead_has_the_money_of_its_activities_only()
    {
        Record(1, FundingSource.CityReformBudget, FundingStage.Estimate, 100, new(2023, 12, 18));
        Record(15, FundingSource.CityReformBudget, FundingStage.Estimate, 50, new(2023, 12, 18));

        var money = (await Content(new(ScopeKind.Lead, Given.SoVanHoa.Id, "Sở Văn hóa", [Given.SoVanHoa.Id]))).Money!;

        Assert.Equal(["13", "14", "15"], money.Rows.Select(r => r.Label));
        Assert.Equal(50, money.Totals[^1].Estimate);
    }

    private async Task<ReportAppendices> Content(ReportScope? scope = null) => await new MoneyPart(memory).Fill(
        ReportAppendices.Empty, new(Plan, Quarter, Quarter.To, scope, await ((Domain.Agencies.IAgencyRegister)memory).All(default)), default);

    private void Record(int order, FundingSource source, FundingStage stage, long amount, DateOnly date) => memory.Money.Add(new FundingStep
    {
        PlanId = Plan.Id, ActivityId = Plan.Activities.Single(a => a.Order == order).Id, Source = source, Stage = stage, Kind = FundingStepKind.Record,
        Amount = amount, Date = date, Document = new("1/QĐ", date), Number = memory.Money.Count + 1, RecordedBy = "Ai đó", RecordedAt = DateTime.UnixEpoch,
    });
}
