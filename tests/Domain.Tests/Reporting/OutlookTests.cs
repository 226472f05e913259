using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>The forecast: at the pace so far, measured by what was expected; nothing is said where there is nothing to measure.</summary>
public sealed class OutlookTests
{
    private static readonly DateOnly Sep10 = new(2024, 9, 10);

    [Theory]
    [InlineData("9", 1, OutlookKind.Reached, 1, 0)]
    [InlineData("1", 8, OutlookKind.WillReach, 12, 0)]
    [InlineData("5", 35, OutlookKind.WillMiss, 50, 2)]
    [InlineData("13b", 0, OutlookKind.WillMiss, 0, 4000)]
    [InlineData("2", 1, OutlookKind.WillMiss, 1, 2)]
    public void A_target_that_keeps_up_reaches_its_value_and_one_behind_goes_on_at_its_pace(string label, int toDate, OutlookKind kind, int forecast, int missing)
    {
        var told = On(Sep10, label, toDate);

        Assert.Equal((kind, (decimal?)forecast, (decimal?)missing), (told.Kind, told.Forecast, told.Missing));
    }

    [Fact]
    public void The_forecast_is_the_figure_of_that_name()
    {
        var plan = Given.Plan246();

        Assert.Equal(Progress(plan, "5", 35, Sep10).Targets[0].Figures.Forecast, On(Sep10, "5", 35).Forecast);
    }

    [Fact]
    public void A_weekly_target_behind_says_what_it_takes_in_weeks_and_a_plain_one_in_days()
    {
        Assert.Contains("Muốn đạt cần 17 số trong 16 tuần còn lại.", On(Sep10, "5", 35).Why, StringComparison.Ordinal);
        Assert.Contains("Muốn đạt cần 2 số trong 112 ngày còn lại.", On(Sep10, "2", 1).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_done_and_nothing_expected_is_not_enough()
    {
        var told = On(Sep10, "7", 0);

        Assert.Equal((OutlookKind.TooEarly, null, null), (told.Kind, told.Forecast, told.Missing));
        Assert.Contains("chưa đủ số liệu", told.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, OutlookKind.TooEarly)]
    [InlineData(6, OutlookKind.WillMiss)]
    public void A_pace_says_nothing_before_a_tenth_of_the_time_has_passed(int dayOfFebruary, OutlookKind kind) =>
        Assert.Equal(kind, On(new(2024, 2, dayOfFebruary), "12", 10).Kind);

    [Fact]
    public void What_is_done_early_is_said_early()
    {
        Assert.Equal(OutlookKind.Reached, On(new(2024, 1, 5), "9", 1).Kind);
    }

    [Fact]
    public void An_overdue_target_will_miss_what_it_has_not()
    {
        var plan = Given.Plan246();
        plan.ActivityOf("4").DueOn = new(2024, 8, 31);

        var told = Outlooks.Of(plan, Progress(plan, "4", 2, Sep10)).Targets[0];

        Assert.Equal((OutlookKind.WillMiss, (decimal?)2, (decimal?)3), (told.Kind, told.Forecast, told.Missing));
    }

    [Fact]
    public void A_phased_target_is_measured_by_its_milestones()
    {
        var plan = Given.Plan246();
        plan.Target("12").Milestones.AddRange([new(new(2024, 6, 30), 5_000), new(new(2024, 12, 1), 15_000)]);

        var behind = Outlooks.Of(plan, Progress(plan, "12", 4_000, Sep10)).Targets[0];
        var even = Outlooks.Of(plan, Progress(plan, "12", 5_000, Sep10)).Targets[0];

        Assert.Equal((OutlookKind.WillMiss, (decimal?)12_000), (behind.Kind, behind.Forecast));
        Assert.Equal(OutlookKind.WillReach, even.Kind);
    }

    [Theory]
    [InlineData(3, OutlookKind.TooEarly)]
    [InlineData(5, OutlookKind.WillMiss)]
    public void An_upper_limit_is_known_to_hold_only_on_its_due_day(int toDate, OutlookKind kind)
    {
        var plan = Given.Plan246();
        var activity = plan.ActivityOf("3");
        activity.Targets.Clear();
        activity.Targets.Add(Given.NewTarget(activity.Id, "3", 4, comparison: Comparison.AtMost));

        Assert.Equal(kind, Outlooks.Of(plan, Progress(plan, "3", toDate, Sep10)).Targets[0].Kind);
    }

    [Fact]
    public void An_ongoing_target_and_a_stopped_activity_are_not_judged_and_not_counted()
    {
        var plan = Given.Plan246();
        var ongoing = plan.ActivityOf("3");
        ongoing.Targets.Clear();
        ongoing.Targets.Add(Given.NewTarget(ongoing.Id, "3", null, kind: TargetKind.Ongoing));
        plan.ActivityOf("4").CancelledOn = new(2024, 5, 1);

        var outlook = PlanOutlook.Of(plan, [Progress(plan, "3", 0, Sep10), Progress(plan, "4", 0, Sep10), Progress(plan, "1", 8, Sep10)]);

        Assert.Equal([OutlookKind.NotJudged, OutlookKind.NotJudged, OutlookKind.WillReach], outlook.Activities.Select(a => a.Kind));
        Assert.Equal((1, 1), (outlook.Judged, outlook.Reach));
    }

    [Fact]
    public void An_activity_is_its_worst_target_and_the_plan_counts_activities()
    {
        var plan = Given.Plan246();
        var two = Both(plan, ("13a", 2), ("13b", 0));

        var outlook = PlanOutlook.Of(plan, [two, Progress(plan, "1", 8, Sep10), Progress(plan, "7", 0, Sep10)]);

        Assert.Equal([OutlookKind.Reached, OutlookKind.WillMiss], outlook.Activities[0].Targets.Select(t => t.Kind));
        Assert.Equal("Dự báo đến 31/12: 1/3 hoạt động đạt chỉ tiêu, 1 không đạt, 1 chưa đủ số liệu.", outlook.Sentence);
    }

    [Fact]
    public void A_plan_of_which_nothing_can_be_said_says_so()
    {
        var plan = Given.Plan246();

        Assert.Equal("Chưa đủ số liệu để dự báo đến 31/12.", PlanOutlook.Of(plan, [Progress(plan, "7", 0, Sep10)]).Sentence);
        Assert.Null(PlanOutlook.Of(plan, []).Sentence);
    }

    internal static ActivityProgress Progress(Domain.Plans.Plan plan, string label, decimal toDate, DateOnly day) => Both(plan, day, (label, toDate));

    private static ActivityProgress Both(Domain.Plans.Plan plan, params (string Label, decimal ToDate)[] targets) => Both(plan, Sep10, targets);

    private static ActivityProgress Both(Domain.Plans.Plan plan, DateOnly day, params (string Label, decimal ToDate)[] targets)
    {
        var activity = plan.ActivityOf(targets[0].Label);
        List<TargetProgress> progress =
            [.. targets.Select(t => new TargetProgress(plan.Target(t.Label), Figures.Of(plan, activity, plan.Target(t.Label), day, Given.Totals(t.ToDate))))];
        return new(activity, Given.SoNoiVu.RefOn(day), [], progress, Figures.RawPercentOf(progress.Select(p => p.Figures)),
            Figures.StatusOf([.. progress.Select(p => p.Figures.Status)]), day);
    }

    private static TargetOutlook On(DateOnly day, string label, decimal toDate)
    {
        var plan = Given.Plan246();
        return Outlooks.Of(plan, Progress(plan, label, toDate, day)).Targets[0];
    }
}
