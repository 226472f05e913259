using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Obligations;

/// <summary>Who owes the regime's reports on a plan, and who receives them (rule of obligations): communes owe their district, all others Sở Nội vụ.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Agencies">Every agency, by id.</param>
/// <param name="Coordinator">Sở Nội vụ, or who took over from it; null where no agency of the start-up data is.</param>
public sealed record Receiving(Plan Plan, IReadOnlyDictionary<Guid, Agency> Agencies, Guid? Coordinator)
{
    private const string CoordinatorKey = "so-noi-vu";

    /// <summary>Of a plan on a day.</summary>
    public static Receiving Of(Plan plan, IReadOnlyDictionary<Guid, Agency> agencies, IReadOnlyList<Succession> successions, DateOnly day) =>
        new(plan, agencies, agencies.Values.FirstOrDefault(a => a.SeedKey == CoordinatorKey) is { } first ? successions.HeirOf(first.Id, day) : null);

    /// <summary>
    /// The receiver of what an agency owes on a day; null when it owes nothing: it is named as owing no reports, stands at no reporting level,
    /// is the receiver itself, or the plan is not of its city or district.
    /// </summary>
    public Guid? ReceiverOf(Agency agency, DateOnly day)
    {
        if (!agency.OwesReports || agency.Id == Coordinator || agency.Id == Plan.IssuerAgencyId
            || agency.LevelOn(day) is AgencyLevel.City or AgencyLevel.External)
            return null;
        var parent = agency.ParentOn(day) is { } id ? Agencies.GetValueOrDefault(id) : null;
        var district = agency.LevelOn(day) is AgencyLevel.Commune && parent?.LevelOn(day) is AgencyLevel.District ? parent.Id : (Guid?)null;
        if (Plan.IssuerAgencyId == district)
            return district;
        return IsOfCity(day) ? district ?? Coordinator : null;
    }

    /// <summary>The district that a commune belongs to on a day; null for all others.</summary>
    public static Guid? DistrictOf(Agency agency, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly day) =>
        agency.LevelOn(day) is AgencyLevel.Commune && agency.ParentOn(day) is { } id && agencies.GetValueOrDefault(id)?.LevelOn(day) is AgencyLevel.District ? id : null;

    private bool IsOfCity(DateOnly day) => Plan.IssuerAgencyId == Coordinator
        || Agencies.GetValueOrDefault(Plan.IssuerAgencyId)?.LevelOn(day) is AgencyLevel.City;
}
