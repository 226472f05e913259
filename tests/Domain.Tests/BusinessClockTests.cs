using System.Globalization;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Domain.Tests;

public sealed class BusinessClockTests
{
    [Theory]
    [InlineData("2024-03-14T16:59:59Z", "2024-03-14")]
    [InlineData("2024-03-14T17:00:00Z", "2024-03-15")]
    [InlineData("2024-12-31T17:00:00Z", "2025-01-01")]
    [InlineData("2024-02-28T17:00:00Z", "2024-02-29")]
    public void The_day_turns_at_midnight_in_Vietnam(string instant, string day) =>
        Assert.Equal(Day(day), new BusinessClock(new FixedTime(instant)).Today);

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("UTC")]
    public void Whatever_the_zone_of_the_host_a_report_is_late_from_midnight_in_Vietnam_on(string zone)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset, TimeZoneInfo.Local.BaseUtcOffset);
            foreach (var (instant, day, timeliness) in new[]
            {
                ("2024-12-31T16:59:59Z", "2024-12-31", Timeliness.OnTime), ("2024-12-31T17:00:00Z", "2025-01-01", Timeliness.Late),
            })
            {
                var clock = new BusinessClock(new FixedTime(instant));
                var obligation = Obligations.TimelinessTests.Given(new DateOnly(2024, 12, 31));
                Assert.Null(obligation.Submit(clock.UtcNow, nothingToReport: false));
                Assert.Equal((Day(day), timeliness), (clock.Today, obligation.TimelinessOn(new(2025, 1, 31))));
                Assert.Equal(ReminderLadder.Reached([0, 1], new(2024, 12, 31), clock.Today), clock.Today.Year - 2024);
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void A_moved_clock_moves_by_whole_days_and_keeps_the_time_of_day()
    {
        var clock = new BusinessClock(new FixedTime("2026-11-22T03:04:05Z"), new DateOnly(2024, 9, 10));

        Assert.Equal(new DateOnly(2024, 9, 10), clock.Today);
        Assert.Equal(new DateTime(2024, 9, 10, 3, 4, 5, DateTimeKind.Utc), clock.UtcNow);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private sealed class FixedTime(string instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
    }
}
