namespace PlanTracker.Domain.Agencies;

/// <summary>Who a group means on a day: plans speak of groups, and who belongs to one changes.</summary>
public static class AgencyGroups
{
    /// <summary>The members of a group that exist on the day.</summary>
    public static IEnumerable<Agency> MembersOn(this IEnumerable<Agency> agencies, AgencyGroup group, DateOnly day) =>
        agencies.Where(a => a.Groups.Contains(group) && a.ExistsOn(day));
}
