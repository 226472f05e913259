namespace PlanTracker.Domain.Agencies;

/// <summary>Groups resolved by date.</summary>
public static class GroupMembers
{
    /// <summary>The agencies of the group that exist on the day.</summary>
    public static IEnumerable<Agency> MembersOn(this AgencyGroup group, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly day) =>
        agencies.Values.Where(a => a.Groups.Contains(group) && a.ExistsOn(day));
}
