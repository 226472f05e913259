using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>Percentages of a set ("100% cơ quan"): distinct confirmed members of those valid on the day, in percent.</summary>
public static class Percentages
{
    private const decimal Hundred = 100;

    /// <summary>
    /// The totals of a target in its own unit: of a percentage, members counted on the day and turned into percent, one decimal; of every
    /// other kind the sums as they are. An agency that no longer exists on the day is neither in the set nor among the done.
    /// </summary>
    public static TargetTotals Resolve(this TargetTotals totals, Target target, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly asOf)
    {
        return totals.SetOf(target, agencies, asOf) is not { } set ? totals : totals with
        {
            InPeriod = Share(set.InPeriod, set.Whole),
            ToDate = Share(set.Confirmed, set.Whole),
            Pending = Share(set.Pending, set.Whole),
        };
    }

    /// <summary>Of a percentage: how many agencies it counts on the day; null of every other kind.</summary>
    public static SetCount? SetOf(this TargetTotals totals, Target target, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly asOf)
    {
        if (target.Kind is not TargetKind.Percentage || target.Members is not { } group)
            return null;
        var set = agencies.Values.MembersOn(group, asOf).Select(a => a.Id).ToHashSet();
        var members = totals.Members.Where(m => set.Contains(m.AgencyId)).ToList();
        return new(set.Count, members.Count(m => m.Confirmed), members.Count(m => m.InPeriod), members.Count(m => !m.Confirmed));
    }

    private static decimal Share(int part, int whole) => whole == 0 ? 0 : Figures.Round(part * Hundred / whole)!.Value;
}
