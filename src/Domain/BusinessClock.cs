namespace PlanTracker.Domain;

/// <summary>
/// The clock of the business: what day it is in Vietnam, and the instant that stamps entries and submissions.
/// It is real time moved by whole days (setting <c>Clock__Today</c>), so that a sample year can stand still in September 2024.
/// Sessions, tokens and lockouts never use it: they keep real time.
/// </summary>
public sealed class BusinessClock(TimeProvider time, DateOnly? today = null)
{
    /// <summary>Vietnam has one zone, seven hours ahead of UTC, without summer time: no zone data of the host is needed.</summary>
    public static readonly TimeZoneInfo Vietnam =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "Giờ Việt Nam", "Giờ Việt Nam");

    private readonly TimeSpan shift = today is { } day
        ? TimeSpan.FromDays(day.DayNumber - DayOf(time.GetUtcNow()).DayNumber)
        : TimeSpan.Zero;

    /// <summary>The instant now, UTC, cut to milliseconds so that it reads back as it was written.</summary>
    public DateTime UtcNow
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime + shift;
            return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        }
    }

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => DayOf(UtcNow);

    /// <summary>The day in Vietnam that an instant falls on: it turns at 17:00 UTC.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Vietnam).DateTime);
}
