namespace PlanTracker.Domain.Progress;

/// <summary>What was confirmed of a target on one day.</summary>
/// <param name="TargetId">Target.</param>
/// <param name="On">The day it counts on (countedOn).</param>
/// <param name="Quantity">Sum of the confirmed quantities of the day; negative after a correction.</param>
/// <param name="Entries">How many entries it is made of.</param>
public sealed record DaySum(Guid TargetId, DateOnly On, decimal Quantity, int Entries);

/// <summary>Of a percentage: an agency of the set, and the first day one of its entries counts.</summary>
/// <param name="TargetId">Target.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="On">First day that a confirmed entry of it counts.</param>
public sealed record MemberDay(Guid TargetId, Guid AgencyId, DateOnly On);

/// <summary>Confirmed results of a plan day by day: what curves and months are drawn from, so that every day gives the figure of that day.</summary>
public sealed class DayTotals(IEnumerable<DaySum> sums, IEnumerable<MemberDay> members)
{
    private readonly ILookup<Guid, DaySum> sums = sums.ToLookup(s => s.TargetId);
    private readonly ILookup<Guid, MemberDay> members = members.ToLookup(m => m.TargetId);

    /// <summary>The totals of a target at the end of a day, as <see cref="IProgressBook.Totals"/> gives them; what waits is not among them.</summary>
    public TargetTotals On(Guid targetId, DateOnly day) => TargetTotals.None with
    {
        ToDate = sums[targetId].Where(s => s.On <= day).Sum(s => s.Quantity),
        Members = [.. members[targetId].Where(m => m.On <= day).Select(m => new MemberDone(m.AgencyId, true, false))],
    };

    /// <summary>How many confirmed entries of a target count on the days from the first to the last, both included.</summary>
    public int EntriesIn(Guid targetId, DateOnly from, DateOnly to) => sums[targetId].Where(s => s.On >= from && s.On <= to).Sum(s => s.Entries);
}
