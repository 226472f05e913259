using System.Globalization;

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
