using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>What the pages of reports have in common: which plan and period, and what is kept of its reports.</summary>
public abstract class ReportPageBase : PageBase
{
    /// <summary>The plan; the current one when it is not said.</summary>
    [SupplyParameterFromQuery(Name = "plan")]
    public string? PlanId { get; set; }

    /// <summary>Code of the period; the running one when it is not said.</summary>
    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [Inject]
    private protected PlanReading Plans { get; set; } = default!;

    [Inject]
    private protected PlanReports PlanReports { get; set; } = default!;

    [Inject]
    private protected BusinessClock Clock { get; set; } = default!;

    private protected Plan? Plan { get; private set; }

    private protected IReadOnlyList<ReportingPeriod> Periods { get; private set; } = [];

    private protected IReadOnlyDictionary<string, PeriodReport> Kept { get; private set; } = new Dictionary<string, PeriodReport>();

    private protected string Chosen { get; private set; } = "";

    private protected PeriodReport? OfChosen => Kept.GetValueOrDefault(Chosen);

    private protected string Here => $"plan={Plan!.Id}&period={Uri.EscapeDataString(Chosen)}";

    /// <summary>Finds the plan, its periods and the one that is meant.</summary>
    private protected async Task<bool> LoadPeriods()
    {
        Plan = string.IsNullOrEmpty(PlanId)
            ? await Plans.Current(Actor, Cancel)
            : Given(await Plans.Find(Actor, Guid.TryParse(PlanId, out var id) ? id : Guid.Empty, Cancel));
        if (Plan is null)
            return false;
        Periods = Given(await PlanReports.Periods(Actor, Plan.Id, Cancel)) ?? [];
        Kept = Given(await PlanReports.Kept(Actor, Plan.Id, Cancel)) ?? Kept;
        Chosen = string.IsNullOrEmpty(Period) ? Running() : Period;
        return Chosen.Length > 0;
    }

    /// <summary>The shortest period that today lies in; after the last, the last.</summary>
    private string Running() =>
        (Periods.Where(p => p.From <= Clock.Today && Clock.Today <= p.To).MinBy(p => p.To.DayNumber - p.From.DayNumber)
            ?? Periods.MaxBy(p => p.To))?.Code ?? "";
}
