using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Reporting;
using static PlanTracker.Domain.Reporting.ProgressStatus;

namespace PlanTracker.Domain.Tests.Reporting;

public sealed class FiguresTests
{
    private static readonly DateOnly Sep14 = new(2024, 9, 14);

    [Fact]
    public void The_due_day_counts_in_full_and_the_day_after_is_overdue()
    {
        Assert.Equal(Behind, On("10", new(2024, 12, 31), 0).Status);
        var after = On("10", new(2025, 1, 1), 0);
        Assert.Equal((Overdue, 0m), (after.Status, after.Forecast));
    }

    [Theory]
    [InlineData(1, 0, "25,0", Behind)]
    [InlineData(1, 1300, "41,3", Behind)]
    [InlineData(3, 2000, "75,0", Behind)]
    public void An_activity_is_the_capped_mean_of_its_targets_rounded_once(int paintings, int sheets, string percent, ProgressStatus status)
    {
        TargetFigures[] figures = [On("13a", Sep14, paintings), On("13b", Sep14, sheets)];

        Assert.Equal(percent, VietnameseNumber.Percent(Figures.Round(Figures.RawPercentOf(figures))));
        Assert.Equal(status, Figures.StatusOf([.. figures.Select(f => f.Status)]));
    }

    [Fact]
    public void A_target_shows_more_than_a_hundred_percent_as_it_is()
    {
        Assert.Equal(150.0m, On("13a", Sep14, 3).Percent);
        var leaflets = On("12", new(2024, 12, 31), 15600);
        Assert.Equal((104.0m, 0m), (leaflets.Percent, leaflets.Remaining));
    }

    [Fact]
    public void Percent_is_rounded_to_one_decimal_half_away_from_zero()
    {
        Assert.Equal(8.3m, On("12", Sep14, 1250).Percent);
        Assert.Equal(41.3m, Figures.Round(41.25m));
        Assert.Equal(-41.3m, Figures.Round(-41.25m));
    }

    [Fact]
    public void A_completed_and_a_behind_target_make_a_behind_activity()
    {
        var day = new DateOnly(2024, 1, 31);
        var sheets = On("13b", day, 0);

        Assert.Equal(338, sheets.Expected);
        Assert.Equal(Behind, Figures.StatusOf([On("13a", day, 2).Status, sheets.Status]));
    }

    [Theory]
    [InlineData(OnTrack, Completed, NotStarted)]
    [InlineData(Overdue, Completed, Overdue, Behind)]
    [InlineData(OnTrack, OnTrack, NotStarted)]
    [InlineData(NotStarted, NotStarted, Ongoing)]
    [InlineData(Completed, Completed, Cancelled)]
    [InlineData(Ongoing, Ongoing, Ongoing)]
    [InlineData(Cancelled, Cancelled)]
    public void Status_of_an_activity_is_its_worst_target_leaving_ongoing_and_cancelled_out(ProgressStatus activity, params ProgressStatus[] targets) =>
        Assert.Equal(activity, Figures.StatusOf(targets));

    [Fact]
    public void Without_a_number_or_with_a_target_of_zero_there_is_no_percent()
    {
        Assert.Null(OfTarget(null, TargetKind.Ongoing, Sep14, 3).Percent);
        Assert.Null(OfTarget(0, TargetKind.Count, Sep14, 0).Percent);
        Assert.Equal("-", VietnameseNumber.Percent(null));
        Assert.Equal(Ongoing, OfTarget(null, TargetKind.Ongoing, Sep14, 3).Status);
    }

    [Fact]
    public void Before_the_plan_year_nothing_is_expected_and_nothing_divides_by_zero()
    {
        var figures = On("1", new(2023, 12, 20), 1);

        Assert.Equal((1m, 0m, OnTrack, 12m), (figures.ToDate, figures.Expected, figures.Status, figures.Forecast));
        Assert.Equal(0, ExpectedToDate.Elapsed(new(2024, 1, 1), new(2024, 12, 31), new(2023, 12, 20)));
    }

    [Fact]
    public void A_negative_sum_is_not_clamped_and_is_behind()
    {
        var figures = On("12", new(2023, 12, 20), -400);

        Assert.Equal((-400m, Behind, -400m), (figures.ToDate, figures.Status, figures.Forecast));
        Assert.Equal(-2.7m, figures.Percent);
    }

    [Fact]
    public void A_raised_target_counts_from_its_effective_day_without_blending()
    {
        var plan = Given.Plan246();
        var target = plan.Target("12");
        target.Versions.Add(new(1, 20000, new(2024, 7, 1), new("99/KH", new(2024, 6, 28)), "Tăng"));

        var halfYear = Figures.Of(plan, plan.ActivityOf("12"), target, new(2024, 6, 14), Given.Totals(5000));
        var third = Figures.Of(plan, plan.ActivityOf("12"), target, Sep14, Given.Totals(11250));

        Assert.Equal((15000m, 6803m, 33.3m), (halfYear.Value, halfYear.Expected, halfYear.Percent));
        Assert.Equal((20000m, 14098m, 56.3m), (third.Value, third.Expected, third.Percent));
        Assert.Equal((Behind, 15959m), (third.Status, third.Forecast));
    }

    [Theory]
    [InlineData(14, 20000)]
    [InlineData(15, 15000)]
    public void The_version_in_force_is_the_latest_effective_on_or_before_the_day(int effectiveDay, int value)
    {
        var target = Given.Plan246().Target("12");
        target.Versions.Add(new(1, 20000, new(2024, 9, effectiveDay), null, "Tăng"));

        Assert.Equal(value, target.VersionOn(Sep14).Value);
    }

    [Fact]
    public void Of_two_versions_on_one_day_the_one_recorded_last_is_in_force()
    {
        var target = Given.Plan246().Target("12");
        target.Versions.Add(new(2, 21000, new(2024, 7, 1), null, "Sửa"));
        target.Versions.Add(new(1, 20000, new(2024, 7, 1), null, "Tăng"));

        Assert.Equal(21000, target.VersionOn(Sep14).Value);
    }

    [Fact]
    public void A_lowered_weekly_target_caps_what_is_expected()
    {
        var plan = Given.Plan246();
        plan.Target("5").Versions.Add(new(1, 40, new(2024, 7, 1), null, "Giảm"));

        Assert.Equal(40, Figures.Of(plan, plan.ActivityOf("5"), plan.Target("5"), new(2024, 12, 14), Given.Totals(40)).Expected);
    }

    [Fact]
    public void A_phased_target_expects_its_last_milestone()
    {
        var plan = Given.Plan246();
        plan.Target("12").Milestones.AddRange([new(new(2024, 6, 1), 5000), new(new(2024, 9, 14), 9000)]);

        decimal? Expected(DateOnly day) => Figures.Of(plan, plan.ActivityOf("12"), plan.Target("12"), day, Given.Totals(0)).Expected;

        Assert.Equal((0m, 5000m, 9000m, 15000m),
            (Expected(new(2024, 5, 31)), Expected(new(2024, 9, 13)), Expected(Sep14), Expected(new(2024, 12, 31))));
    }

    [Fact]
    public void At_most_is_met_only_when_the_due_date_has_passed_without_exceeding()
    {
        TargetFigures AtMost(DateOnly day, decimal toDate) => OfTarget(5, TargetKind.Count, day, toDate, Comparison.AtMost);

        Assert.Equal(OnTrack, AtMost(Sep14, 3).Status);
        Assert.Equal(Behind, AtMost(Sep14, 6).Status);
        Assert.Equal(Completed, AtMost(new(2025, 1, 1), 5).Status);
        Assert.Equal(Overdue, AtMost(new(2025, 1, 1), 6).Status);
    }

    private static TargetFigures On(string label, DateOnly day, decimal toDate)
    {
        var plan = Given.Plan246();
        return Figures.Of(plan, plan.ActivityOf(label), plan.Target(label), day, Given.Totals(toDate));
    }

    private static TargetFigures OfTarget(decimal? value, TargetKind kind, DateOnly day, decimal toDate, Comparison comparison = Comparison.Exactly)
    {
        var plan = Given.Plan246();
        var activity = plan.Activities[0];
        return Figures.Of(plan, activity, Given.NewTarget(activity.Id, "x", value, comparison: comparison, kind: kind), day, Given.Totals(toDate));
    }
}
