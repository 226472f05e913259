using FsCheck.Fluent;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tests.Progress;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Curves of plan against actual, and activities by months: every point is the figure of its day.</summary>
public sealed class ProgressChartsTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);

    [Fact]
    public async Task A_curve_has_the_month_ends_and_today_with_actual_up_to_today_and_forecast_from_today()
    {
        var world = Memory(Today);
        world.Entries.AddRange([Confirmed(world, "12", new(2024, 5, 20), 5000), Confirmed(world, "12", new(2024, 9, 1), 1000)]);

        var points = (await Curve(world, "12")).Points;

        Assert.Equal(13, points.Count);
        Assert.Equal(new CurvePoint(new(2024, 1, 31), 1270, 0, null), points[0]);
        Assert.Equal(new CurvePoint(new(2024, 5, 31), 6229, 5000, null), points[4]);
        // Behind: 6.000 x 15.000 / 10.409, whole; the way there is even.
        Assert.Equal(new CurvePoint(Today, 10409, 6000, 6000), points[8]);
        Assert.Equal(new CurvePoint(new(2024, 9, 30), 11229, null, 6472), points[9]);
        Assert.Equal(new CurvePoint(new(2024, 12, 31), 15000, null, 8646), points[^1]);
    }

    [Fact]
    public async Task A_weekly_target_rises_by_its_weeks_and_a_target_of_one_has_no_curve()
    {
        var world = Memory(Today);

        Assert.Equal([4m, 8m, 13m], (await Curve(world, "5")).Points.Take(3).Select(p => p.Planned));
        Assert.Equal(36, (await Curve(world, "5")).Points.Single(p => p.On == Today).Planned);
        Assert.Empty((await world.Charts.Curves(Given.Leader, world.Plan.ActivityOf("7").Id, null, default)).Value!.Curves);
        Assert.Equal(2, (await world.Charts.Curves(Given.Leader, world.Plan.ActivityOf("13a").Id, null, default)).Value!.Curves.Count);
    }

    [Fact]
    public async Task After_the_year_all_is_actual_and_nothing_forecast_and_before_it_all_is_planned()
    {
        var over = (await Curve(Memory(new(2025, 2, 1)), "12")).Points;
        Assert.All(over, p => Assert.True(p is { Actual: not null, Forecast: null }));
        Assert.Equal(12, over.Count);
        var before = (await Curve(Memory(new(2023, 12, 20)), "12")).Points;
        Assert.All(before, p => Assert.Null(p.Actual));
        Assert.Equal(15000, before[^1].Planned);
    }

    [Fact]
    public void Every_point_of_a_curve_and_every_month_is_the_figure_of_its_day_whatever_was_entered()
    {
        var entries = from day in Gen.Choose(0, 365) from quantity in Gen.Choose(-50, 3000) select (day, quantity);
        var cases = from made in entries.ListOf() from today in Gen.Choose(0, 365) select (made, today);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var day = new DateOnly(2024, 1, 1).AddDays(one.today);
            var world = Memory(day);
            world.Entries.AddRange(one.made.Select(e => Confirmed(world, "12", new DateOnly(2024, 1, 1).AddDays(e.day), e.quantity)));
            var curve = Wait(Curve(world, "12"));
            Assert.All(curve.Points.Where(p => p.On <= day), p =>
                Assert.Equal((p.Actual!.Value, p.Planned), FigureOn(world, p.On)));
            Assert.Equal(curve.Target.Figures.Forecast, day < world.Plan.To ? curve.Points[^1].Forecast : curve.Target.Figures.Forecast);
            var row = Wait(world.Charts.Months(Given.Leader, world.PlanId, new(), null, null, default)).Value!.Rows.Single(r => r.Target.Target.Label == "12");
            Assert.Equal(row.Target.Figures.ToDate, row.Cells.Sum(c => c.Done));
            Assert.Equal(15000, row.Cells.Sum(c => c.Expected));
            Assert.All(row.Cells.Where(c => c.State is not MonthState.Future), c =>
                Assert.Equal((c.ToDate, c.ExpectedToDate!.Value), FigureOn(world, c.To < day ? c.To : day)));
        }).Holds();
    }

    [Fact]
    public async Task A_month_is_short_when_what_is_done_by_its_end_is_less_than_expected_and_says_how_much()
    {
        var world = Memory(Today);
        world.Entries.AddRange([Confirmed(world, "1", new(2024, 1, 20), 1), Confirmed(world, "1", new(2024, 3, 20), 1), Confirmed(world, "1", new(2024, 3, 21), 1)]);

        var cells = (await Row(world, "1")).Cells;

        Assert.Equal(12, cells.Count);
        Assert.Equal(["Met", "Met", "Met", "Met", "Lacking"], cells.Take(5).Select(c => c.State.ToString()));
        Assert.Equal((2m, 2), (cells[2].Done, cells[2].Entries));
        Assert.Equal(MonthState.Future, cells[9].State);
        Assert.Equal((3m, 8m, 5m), (cells[8].ToDate, cells[8].ExpectedToDate, cells[8].Gap));
    }

    [Fact]
    public async Task What_counts_before_the_plan_s_time_belongs_to_its_first_month()
    {
        var world = Memory(Today);
        world.Entries.Add(Confirmed(world, "1", new(2023, 12, 20), 1));

        Assert.Equal((1m, 1), ((await Row(world, "1")).Cells[0].Done, (await Row(world, "1")).Cells[0].Entries));
    }

    [Fact]
    public async Task Rows_are_narrowed_and_the_worst_comes_first()
    {
        var world = Memory(Today);
        world.Entries.AddRange([Confirmed(world, "5", new(2024, 5, 20), 36), Confirmed(world, "12", new(2024, 5, 20), 5000)]);
        async Task<IReadOnlyList<MonthRow>> Rows(MonthFilter filter, params SortBy[] sort) =>
            (await world.Charts.Months(Given.Leader, world.PlanId, filter, sort, null, default)).Value!.Rows;

        Assert.Equal(16, (await Rows(new())).Count);
        Assert.Equal(["13a", "13b", "14", "15"], (await Rows(new(LeadId: Given.SoVanHoa.Id))).Select(r => r.Target.Target.Label));
        Assert.Empty(await Rows(new(Level: AgencyLevel.District)));
        var worst = await Rows(new(), new SortBy("reached", false));
        Assert.Equal(worst.Select(r => r.Reached).Order(), worst.Select(r => r.Reached));
        Assert.Equal(0, worst[0].Reached);
        Assert.True(worst.ToList().FindIndex(r => r.Target.Target.Label == "12") < worst.ToList().FindIndex(r => r.Target.Target.Label == "5"));
        Assert.All(await Rows(new(State: ProgressStatus.Behind)), r => Assert.Equal(ProgressStatus.Behind, r.Target.Figures.Status));
    }

    [Fact]
    public async Task A_plan_or_activity_that_is_not_there_is_not_found()
    {
        var world = Memory(Today);
        Assert.Equal(RefusalKind.NotFound, (await world.Charts.Months(Given.Leader, Guid.NewGuid(), new(), null, null, default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await world.Charts.Curves(Given.Leader, Guid.NewGuid(), null, default)).Refusal!.Kind);
    }

    [Theory]
    [InlineData(10, 20, "2024-09-10", 10)]
    [InlineData(10, 20, "2024-12-31", 20)]
    [InlineData(10, 20, "2024-11-05", 15)]
    public void The_way_to_the_forecast_is_even(decimal done, decimal forecast, string day, decimal likely) =>
        Assert.Equal(likely, ProgressCurve.Likely(done, Today, forecast, new(2024, 12, 31), DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), parts: false));

    private static (decimal ToDate, decimal Expected) FigureOn(World world, DateOnly day)
    {
        var plan = world.Plan;
        var done = world.Entries.Where(e => e.CountedOn <= day).Sum(e => e.Content.Quantity);
        return (done, ExpectedToDate.Of(plan, plan.ActivityOf("12"), plan.Target("12"), 15000, day));
    }

    // Properties are synchronous; everything below them is over lists and is done at once.
    private static T Wait<T>(Task<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        return task.GetAwaiter().GetResult();
    }

    private static async Task<TargetCurve> Curve(World world, string label) =>
        (await world.Charts.Curves(Given.Leader, world.Plan.ActivityOf(label).Id, null, default)).Value!.Curves.Single(c => c.Target.Target.Label == label);

    private static async Task<MonthRow> Row(World world, string label) =>
        (await world.Charts.Months(Given.Leader, world.PlanId, new(), null, null, default)).Value!.Rows.Single(r => r.Target.Target.Label == label);
}
