using FsCheck.Fluent;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Tests.Agencies;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Funding;

/// <summary>Money goes with its activity to the heir, from the day on, and not one đồng more or less.</summary>
public sealed class FundingMoverTests
{
    private static readonly DateOnly March = new(2025, 3, 1);

    [Fact]
    public async Task A_preview_counts_what_is_unspent_and_it_goes_with_the_lead_and_cannot_be_chosen_by_itself()
    {
        var (city, plan) = Led();
        Spend(city, plan.Activities[0], available: 36_000_000, disbursed: 20_000_000);
        Spend(city, plan.Activities[1], available: 5, disbursed: 5);
        var order = City.Order(SuccessionKind.Split, March, [city.Planning], (city.Finance, 0.7m), (city.Science, 0.3m)) with
        {
            Choices = City.Choose("leads", (plan.Activities[0].Id, city.Science)),
        };

        var thing = Assert.Single((await Planning(city).Preview(Given.Administrator, order, default)).Value!.Of("money"));
        var chosen = order with { Choices = City.Choose("money", (plan.Activities[0].Id, city.Finance)) };

        Assert.Equal((city.Planning.Id, city.Science.Id), (thing.From, thing.To));
        Assert.Contains("còn 16.000.000 đồng chưa chi", thing.Name, StringComparison.Ordinal);
        Assert.Equal(["money"], (await Planning(city).Preview(Given.Administrator, chosen, default)).Refusal!.Errors.Keys);
    }

    [Fact]
    public async Task The_move_is_dated_and_told_in_history()
    {
        var (city, plan) = Led();
        Spend(city, plan.Activities[0], available: 36_000_000, disbursed: 20_000_000);

        var succession = (await Planning(city).Apply(Given.Administrator, City.Order(SuccessionKind.Merge, March, [city.Planning], (city.Finance, 1)), default)).Value!;

        Assert.Contains(new SuccessionMove("money", 1), succession.Moved);
        var row = Assert.Single(city.Book.History, h => h.Entity == "funding");
        Assert.Equal(("move", city.Planning.Id), (row.What, row.AgencyId));
        Assert.Contains("2025-03-01", row.New!, StringComparison.Ordinal);
        Assert.Equal([(city.Planning.Id, 16_000_000L)], ByLead(city, plan, March.AddDays(-1)));
        Assert.Equal([(city.Finance.Id, 16_000_000L)], ByLead(city, plan, March));
    }

    [Fact]
    public void Whatever_is_merged_or_split_the_sums_are_the_same_before_and_after() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 1_000_000), 6)), Arb.From(Gen.ArrayOf(Gen.Choose(0, 100), 3)), (amounts, shares) =>
        {
            var (city, plan) = Led();
            foreach (var (index, activity) in plan.Activities.Index())
                Spend(city, activity, Math.Max(amounts[index], amounts[index + 3]), Math.Min(amounts[index], amounts[index + 3]));
            var share = (shares.Sum() % 99 + 1) / 100m;
            var order = shares[0] % 2 == 0
                ? City.Order(SuccessionKind.Merge, March, [city.Planning, city.Science], (city.Finance, 1))
                : City.Order(SuccessionKind.Split, March, [city.Planning], (city.Finance, share), (city.Culture, 1 - share));
            var before = ByLead(city, plan, March.AddDays(-1));

            var applied = Planning(city).Apply(Given.Administrator, order, default).GetAwaiter().GetResult();

            var after = ByLead(city, plan, March);
            return applied.Refusal is null && before.Sum(b => b.Left) == after.Sum(a => a.Left) && after.TrueForAll(a => a.Lead != city.Planning.Id)
                && before.SequenceEqual(ByLead(city, plan, March.AddDays(-1)));
        }).Holds();

    private static SuccessionPlanning Planning(City city) => new(
        city.Book, [new LeadMover(), new PeopleMover(), new ChildMover(), new FundingMover()], new BusinessClock(TimeProvider.System, new DateOnly(2025, 1, 10)));

    /// <summary>A plan with three activities that Sở Kế hoạch và Đầu tư leads.</summary>
    private static (City City, Plan Plan) Led()
    {
        var city = new City();
        var plan = Given.Plan246(2025);
        plan.Activities.Clear();
        for (var order = 1; order <= 3; order++)
        {
            plan.Activities.Add(new()
            {
                PlanId = plan.Id, Order = order, Title = $"Hoạt động {order}", ShortTitle = $"HĐ {order}", QuantityWording = "", SupportingWording = "", Time = "Trong năm",
                DueOn = plan.To, LeadAgencyId = city.Planning.Id,
            });
        }
        city.Book.Plans.Add(plan);
        return (city, plan);
    }

    private static void Spend(City city, Activity activity, long available, long disbursed)
    {
        foreach (var (stage, amount) in new[] { (FundingStage.Estimate, available), (FundingStage.Disbursement, disbursed) })
        {
            city.Book.Money.Add(new()
            {
                PlanId = activity.PlanId, ActivityId = activity.Id, Source = FundingSource.UnitBudget, Stage = stage, Kind = FundingStepKind.Record, Amount = amount,
                Date = new(2025, 1, 5), Document = new("1/TTr", new(2025, 1, 5)), Number = 1, RecordedBy = "", RecordedAt = default,
            });
        }
    }

    private static List<(Guid Lead, long Left)> ByLead(City city, Plan plan, DateOnly day) =>
    [
        .. plan.Activities.GroupBy(a => a.LeadOn(day)).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Sum(a => FundingReading.LeftOn(day, [.. city.Book.Money.Where(s => s.ActivityId == a.Id)])))),
    ];
}
