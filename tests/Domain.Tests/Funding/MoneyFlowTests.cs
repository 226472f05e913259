using FsCheck.Fluent;
using PlanTracker.Domain.Funding;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Funding;

/// <summary>Money from stage to stage: at every stage what comes in goes out.</summary>
public sealed class MoneyFlowTests
{
    [Fact]
    public void Money_goes_on_is_cut_and_waits()
    {
        var flow = MoneyFlow.Of([Line(FundingSource.CityReformBudget, 100, 90, 90, 80, 30), Line(FundingSource.CityReformBudget, 50)]);

        Assert.Equal(
        [
            new(FundingStage.Estimate, FundingStage.Consolidation, MoneyTurn.On, 90), new(FundingStage.Estimate, null, MoneyTurn.Cut, 10),
            new(FundingStage.Estimate, null, MoneyTurn.Waiting, 50), new(FundingStage.Consolidation, FundingStage.Appraisal, MoneyTurn.On, 90),
            new(FundingStage.Appraisal, FundingStage.Approval, MoneyTurn.On, 80), new(FundingStage.Appraisal, null, MoneyTurn.Cut, 10),
            new(FundingStage.Approval, FundingStage.Disbursement, MoneyTurn.On, 30), new(FundingStage.Approval, null, MoneyTurn.Waiting, 50),
        ], flow);
        Assert.Equal(("Dự toán", "Giảm sau dự toán"), (flow[1].FromName, flow[1].ToName));
        Assert.Equal("Còn ở bước phê duyệt", flow[^1].ToName);
    }

    [Fact]
    public void A_settled_line_waits_for_nothing_and_what_a_later_stage_added_comes_in() => Assert.Equal(
        [
            new(FundingStage.Estimate, FundingStage.Disbursement, MoneyTurn.On, 70), new(FundingStage.Estimate, null, MoneyTurn.Unspent, 30),
            new(FundingStage.Disbursement, FundingStage.Settlement, MoneyTurn.On, 70), new(null, FundingStage.Settlement, MoneyTurn.Added, 5),
        ], MoneyFlow.Of([Line(FundingSource.Socialised, 100, 70, 75)]));

    [Fact]
    public void At_every_stage_but_the_last_what_comes_in_goes_out()
    {
        var line = from source in Gen.Elements(Enum.GetValues<FundingSource>())
                   from amounts in Gen.Choose(0, 1000).ListOf()
                   select Line(source, [.. amounts.Select(a => (long)a)]);
        Prop.ForAll(line.ListOf().ToArbitrary(), lines =>
        {
            var flow = MoneyFlow.Of(lines);
            Assert.All(flow, p => Assert.True(p.Amount > 0));
            foreach (var stage in Enum.GetValues<FundingStage>())
            {
                var there = lines.Sum(l => l.Of(stage) ?? 0);
                var (into, outOf) = (flow.Where(p => p.To == stage).Sum(p => p.Amount), flow.Where(p => p.From == stage).Sum(p => p.Amount));
                Assert.Equal(there, stage is FundingStage.Estimate ? there : into);
                Assert.True(stage is FundingStage.Disbursement or FundingStage.Settlement ? outOf <= there : outOf == there);
            }
        }).Holds();
    }

    private static FundingLine Line(FundingSource source, params long[] amounts) => new(source, [.. FundingStages.Of(source).Zip(amounts, (stage, amount) => new FundingStep
    {
        PlanId = Guid.Empty, ActivityId = Guid.Empty, Source = source, Stage = stage, Kind = FundingStepKind.Record, Amount = amount, Date = new(2024, 1, 5),
        Document = new("1/QĐ", new(2024, 1, 5)), Number = 1, RecordedBy = "Ai đó", RecordedAt = DateTime.UnixEpoch,
    })]);
}
