using PlanTracker.Domain.Activities;

namespace PlanTracker.Domain.Plans;

/// <summary>The time of a plan, both days inclusive: what "mỗi tháng" and "quý II" are counted in.</summary>
public readonly record struct PlanTime(DateOnly From, DateOnly To)
{
    /// <summary>The year that a date without one falls in; null when the time reaches over two years.</summary>
    public int? OnlyYear => From.Year == To.Year ? From.Year : null;

    /// <summary>Whether the day lies in it.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= To;

    /// <summary>How many weeks (those with their Thursday inside, as ISO 8601 counts the weeks of a year), calendar months or quarters it has.</summary>
    public int Count(CadencePer per) => per switch
    {
        CadencePer.Week => Thursdays(To) - Thursdays(From.AddDays(-1)),
        CadencePer.Month => Months(To) - Months(From) + 1,
        _ => Months(To) / 3 - Months(From) / 3 + 1,
    };

    // Day 0 (01/01/0001) is a Monday: its Thursday is day 3.
    private static int Thursdays(DateOnly upTo) => (upTo.DayNumber + 4) / 7;

    private static int Months(DateOnly day) => day.Year * 12 + day.Month - 1;
}
