using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendar;

namespace PlanTracker.Storage.Seed;

/// <summary>Regimes and holidays.</summary>
internal static class SeedCalendar
{
    /// <summary>The regimes that are not there yet, and the holidays of years that have none.</summary>
    public static async Task<IReadOnlyList<ReportingRegime>> Load(PlanDb db, SeedIds ids, CancellationToken cancel)
    {
        var regimes = SeedFiles.Read<List<ReportingRegime>>("regimes.json");
        var known = await db.Regimes.Select(r => r.Code).ToListAsync(cancel);
        db.Regimes.AddRange(regimes.Where(r => !known.Contains(r.Code)));
        var years = (await db.Holidays.Select(h => h.Day).ToListAsync(cancel)).Select(d => d.Year).ToHashSet();
        db.Holidays.AddRange(SeedFiles.Read<List<HolidayRow>>("holidays.json").Where(h => !years.Contains(h.Day.Year))
            .Select(h => new Holiday { Id = ids.Next(), Day = h.Day, Name = h.Name, IsWorked = h.IsWorked }));
        return regimes;
    }

    /// <summary>The days worked, by the start-up data.</summary>
    public static WorkingDays Days() => new(SeedFiles.Read<List<HolidayRow>>("holidays.json").Select(h => new Holiday { Day = h.Day, Name = h.Name, IsWorked = h.IsWorked }));

    private sealed record HolidayRow(DateOnly Day, string Name, bool IsWorked);
}
