using System.Globalization;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Reporting;

public sealed class WeeksTests
{
    [Theory]
    [InlineData("06/01/2024", 0, 0)]
    [InlineData("07/01/2024", 1, 0)]
    [InlineData("08/01/2024", 1, 1)]
    [InlineData("28/12/2024", 51, 51)]
    [InlineData("29/12/2024", 52, 51)]
    [InlineData("30/12/2024", 52, 51)]
    [InlineData("31/12/2024", 52, 52)]
    public void A_weekly_target_turns_on_Sundays_and_one_without_cadence_by_days(string day, int weekly, int plain)
    {
        Assert.Equal(weekly, ExpectedOn("5", Day(day)));
        Assert.Equal(plain, ExpectedOn("6", Day(day)));
    }

    [Theory]
    [InlineData("11/01/2025", 0)]
    [InlineData("12/01/2025", 1)]
    [InlineData("14/03/2025", 9)]
    [InlineData("28/12/2025", 51)]
    [InlineData("31/12/2025", 52)]
    public void Only_weeks_wholly_inside_the_plan_year_count_until_the_due_day(string day, int expected)
    {
        var plan = Given.Plan246(2025);
        Assert.Equal(expected, ExpectedToDate.Of(plan, plan.ActivityOf("5"), plan.Target("5"), 52, Day(day)));
    }

    [Theory]
    [InlineData(CadencePer.Month, "30/01/2024", 0)]
    [InlineData(CadencePer.Month, "31/01/2024", 1)]
    [InlineData(CadencePer.Month, "29/02/2024", 2)]
    [InlineData(CadencePer.Quarter, "30/03/2024", 0)]
    [InlineData(CadencePer.Quarter, "31/03/2024", 1)]
    public void Months_and_quarters_are_full_on_their_last_day(CadencePer per, string day, int full) =>
        Assert.Equal(full, ExpectedToDate.FullSpans(per, new(2024, 1, 1), new(2024, 12, 31), Day(day)));

    [Fact]
    public void A_plan_that_begins_inside_a_span_counts_from_the_next_one()
    {
        Assert.Equal(0, ExpectedToDate.FullSpans(CadencePer.Month, new(2024, 1, 15), new(2024, 12, 31), new(2024, 2, 28)));
        Assert.Equal(1, ExpectedToDate.FullSpans(CadencePer.Month, new(2024, 1, 15), new(2024, 12, 31), new(2024, 2, 29)));
    }

    private static decimal ExpectedOn(string label, DateOnly day)
    {
        var plan = Given.Plan246();
        return ExpectedToDate.Of(plan, plan.ActivityOf(label), plan.Target(label), 52, day);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
