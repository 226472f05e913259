using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tasks;

/// <summary>Who a task is given to on a day: agencies by name follow their successions, groups ("mọi cơ quan") are those valid that day, wording names nobody.</summary>
public static class TaskAgencies
{
    /// <summary>The agencies, in the order of the plan and then by name; each once.</summary>
    public static IReadOnlyList<Agency> On(
        PlanTask task, IReadOnlyDictionary<Guid, Agency> agencies, IReadOnlyList<Succession> successions, DateOnly day) =>
    [
        .. task.Parties
            .SelectMany(p => p switch
            {
                { AgencyId: { } id } => [agencies[successions.HeirOf(id, day)]],
                { Group: { } group } => group.MembersOn(agencies, day).OrderBy(a => a.NameOn(day).Name, VietnameseText.Order),
                _ => Enumerable.Empty<Agency>(),
            })
            .Where(a => a.ExistsOn(day)).DistinctBy(a => a.Id),
    ];

    /// <summary>The names as the plan gives them, groups as groups: "Sở, ban, ngành thành phố; UBND quận, huyện".</summary>
    public static string Wording(PlanTask task, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly day) =>
        string.Join("; ", task.Parties.Select(p => p.AgencyId is { } id ? agencies[id].RefOn(day).Name : p.Wording));
}
