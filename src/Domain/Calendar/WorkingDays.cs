namespace PlanTracker.Domain.Calendar;

/// <summary>A public holiday, or a weekend day that is worked instead of one: data that Sở Nội vụ keeps.</summary>
public sealed class Holiday
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its name: "Tết Nguyên đán".</summary>
    public required string Name { get; set; }

    /// <summary>Whether it is worked (làm bù), though a weekend.</summary>
    public bool IsWorked { get; init; }

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>Which days are worked: Monday to Friday but for holidays, and the weekend days worked instead.</summary>
public sealed class WorkingDays(IEnumerable<Holiday> holidays)
{
    private const int LongestRest = 60;
    private readonly Dictionary<DateOnly, Holiday> known = holidays.ToDictionary(h => h.Day);

    /// <summary>Whether the day is worked.</summary>
    public bool IsWorked(DateOnly day) => known.TryGetValue(day, out var holiday)
        ? holiday.IsWorked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Why the day is not worked, in Vietnamese: "Chủ nhật", "Quốc khánh"; null when it is.</summary>
    public string? WhyNot(DateOnly day) => IsWorked(day) ? null
        : known.TryGetValue(day, out var holiday) ? holiday.Name
        : day.DayOfWeek is DayOfWeek.Saturday ? "Thứ Bảy" : "Chủ nhật";

    /// <summary>
    /// The first working day after a cut-off: the earliest lawful due day, since one working day at least has to lie between a cut-off and the
    /// end of a due day (Nghị định 09/2019/NĐ-CP).
    /// </summary>
    public DateOnly FirstAfter(DateOnly cutOff) => Enumerable.Range(1, LongestRest).Select(cutOff.AddDays).FirstOrDefault(IsWorked, cutOff.AddDays(LongestRest));
}
