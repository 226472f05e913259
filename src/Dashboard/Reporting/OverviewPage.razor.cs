using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Work;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>The front page: how the plan stands, in words first; for a unit, its own work on top.</summary>
public sealed partial class OverviewPage
{
    private const int DaysShown = 3;
    private const int WorkShown = 3;

    private OverviewBoard? board;
    private OverviewAsked asked = new(null, null, null);
    private OverviewLinks links = new(Guid.Empty);
    private UnitView? unit;
    private IReadOnlyList<Plan> plans = [];
    private string title = "Tổng quan";

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanId { get; set; }

    [SupplyParameterFromQuery(Name = "ky")]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "donVi")]
    private string? AgencyId { get; set; }

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private OverviewReading Reading { get; set; } = default!;

    [Inject]
    private ObligationReading Obligations { get; set; } = default!;

    [Inject]
    private WorkList Work { get; set; } = default!;

    [Inject]
    private PeerReading Peers { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        plans = (await Plans.List(Actor, null, new ListQuery(PageSize: ListQuery.MaxPageSize), Cancel)).Value?.Items ?? [];
        if (await ChosenPlan() is not { } planId)
            return;
        asked = new(Period, AsOf, AgencyId);
        var found = await Reading.Read(Actor, planId, asked.First(), Cancel);
        // What is wrong is said, and the rest is shown.
        if (found.Refusal is { Kind: RefusalKind.Invalid, Errors: var errors })
            found = await Reading.Read(Actor, planId, asked.Without(errors), Cancel);
        board = Given(found);
        if (board is null)
            return;
        var isDayAsked = board.Period is not null || (asked.AsOf is not null && !asked.IsWrong("asOf"));
        links = new(planId, isDayAsked ? board.Overview.AsOf : null, board.Scope);
        unit = await Unit(planId);
        title = unit is null ? StatusWords.Sentence(board.Overview.StatusCounts) : WorkWords.Sentence(unit.Work);
    }

    private async Task<Guid?> ChosenPlan() =>
        string.IsNullOrEmpty(PlanId) ? (await Plans.Current(Actor, Cancel))?.Id : Guid.TryParse(PlanId, out var id) ? id : Guid.Empty;

    private async Task<UnitView?> Unit(Guid planId)
    {
        if (Actor.Agency is not { } agency || !(Actor.May(Operation.LogOwnEntries) || Actor.May(Operation.SubmitAgencyReports)))
            return null;
        var led = board!.Scope is null ? board.Overview : (await Reading.Read(Actor, planId, new OverviewRequest(board.Overview.AsOf), Cancel)).Value?.Overview;
        var returned = Actor.May(Operation.LogOwnEntries) ? null : (await Work.Read(Actor, "Returned", new ListQuery(PageSize: WorkShown), Cancel)).Value?.Page;
        return new(
            agency, await Work.Mine(Actor, WorkShown, Cancel), returned is { Total: > 0 } ? new("Returned", "Kết quả bị trả lại, cán bộ đang sửa", returned.Total, returned.Items) : null,
            await Obligations.Own(Actor, Cancel), [.. (led?.Activities ?? []).Where(a => a.Lead.Id == agency.Id)],
            (await Peers.Read(Actor, planId, null, Cancel)).Value, Actor.May(Operation.LogOwnEntries));
    }
}
