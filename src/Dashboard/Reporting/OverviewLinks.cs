using System.Globalization;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>Where the things of an overview open: the same plan, day and lead.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="AsOf">The day asked for, or of the period asked for; null for today.</param>
/// <param name="Scope">The agency asked for; null for the whole plan.</param>
public sealed record OverviewLinks(Guid PlanId, DateOnly? AsOf = null, OverviewScope? Scope = null)
{
    /// <summary>The day, for an address; null for today.</summary>
    public string? AsOfText => AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Rest => (Scope is { Leads: true } s ? $"&lead={s.Agency.Id}" : "") + (AsOfText is null ? "" : $"&asOf={AsOfText}");

    /// <summary>The activities, of one status or all.</summary>
    public string Activities(ProgressStatus? status = null) => $"/hoat-dong?plan={PlanId}{(status is null ? "" : $"&status={status}")}{Rest}";

    /// <summary>The activities of a lead.</summary>
    public string OfLead(Guid agencyId) => $"/hoat-dong?plan={PlanId}&lead={agencyId}{(AsOfText is null ? "" : $"&asOf={AsOfText}")}";

    /// <summary>The money.</summary>
    public string Money => $"/kinh-phi?plan={PlanId}{Rest}";

    /// <summary>The sending of a period's reports, of one state or all.</summary>
    public string Sending(string period, string? state = null) => $"/nop-bao-cao?plan={PlanId}&period={period}{(state is null ? "" : $"&state={state}")}"
        + (Scope is { Level: Domain.Agencies.AgencyLevel.District } s ? $"&district={s.Agency.Id}" : "");
}
