using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>The front page: how the plan stands, in words first; for a reporter, its own work on top.</summary>
public sealed partial class OverviewPage
{
    private const int OpenShown = 10;

    private Overview? overview;
    private FundingTotal? money;
    private Headline headline = new(0, 0, []);
    private IReadOnlyList<Plan> plans = [];
    private IReadOnlyList<EntryView> open = [];
    private IReadOnlyList<ObligationView> owed = [];
    private string title = "Tổng quan";
    private bool wrongDay;

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanId { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    private string? AsOf { get; set; }

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private PlanProgress Progress { get; set; } = default!;

    [Inject]
    private FundingReading Funding { get; set; } = default!;

    [Inject]
    private EntryReading Entries { get; set; } = default!;

    [Inject]
    private ObligationReading Obligations { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var day = Dates.Parse(AsOf);
        wrongDay = day is null && !string.IsNullOrWhiteSpace(AsOf);
        plans = (await Plans.List(Actor, null, new ListQuery(PageSize: ListQuery.MaxPageSize), Cancel)).Value?.Items ?? [];
        if (await ChosenPlan() is not { } planId)
            return;
        overview = Given(await Progress.Overview(Actor, planId, day, Cancel));
        if (overview is null)
            return;
        money = (await Funding.OfPlan(Actor, planId, overview.AsOf, null, Cancel)).Value?.All;
        headline = Headline.Of(overview);
        title = StatusWords.Sentence(overview.StatusCounts);
        owed = await Obligations.Own(Actor, Cancel);
        if (Actor.May(Operation.LogOwnEntries) && Actor.Agency is { } agency)
            open = await Open(agency.Id, planId);
    }

    /// <summary>The day asked for, for the address of what a number opens; null for today.</summary>
    private string? AsOfText => Dates.Parse(AsOf)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private string ListLink(ProgressStatus? status) =>
        $"/hoat-dong?plan={overview!.Plan.Id}{(status is null ? "" : $"&status={status}")}{(AsOfText is null ? "" : $"&asOf={AsOfText}")}";

    private async Task<Guid?> ChosenPlan() =>
        string.IsNullOrEmpty(PlanId) ? (await Plans.Current(Actor, Cancel))?.Id : Guid.TryParse(PlanId, out var id) ? id : Guid.Empty;

    private async Task<IReadOnlyList<EntryView>> Open(Guid agencyId, Guid planId)
    {
        var found = new List<EntryView>();
        foreach (var status in new[] { EntryStatus.Returned, EntryStatus.Draft })
        {
            var page = await Entries.List(Actor, new EntryFilter(planId, AgencyId: agencyId, Status: status), new ListQuery(PageSize: OpenShown), Cancel);
            found.AddRange(page.Value?.Items ?? []);
        }
        return found;
    }
}
