using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Dashboard.Funding;

/// <summary>Money of a plan: its flow through the stages, and every activity; plan, lead and day stand in the URL.</summary>
public sealed partial class FundingPage
{
    private readonly List<string> wrongFilters = [];
    private PlanMoney? money;
    private IReadOnlyList<AgencyRef> leads = [];
    private string title = "Kinh phí";

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanId { get; set; }

    [SupplyParameterFromQuery]
    private string? Lead { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private FundingReading Funding { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var plan = string.IsNullOrEmpty(PlanId)
            ? await Plans.Current(Actor, Cancel)
            : Given(await Plans.Find(Actor, Guid.TryParse(PlanId, out var id) ? id : Guid.Empty, Cancel));
        if (plan is null)
            return;
        var asOf = Dates.Parse(AsOf);
        if (!string.IsNullOrWhiteSpace(AsOf) && asOf is null)
            wrongFilters.Add($"“{AsOf}” không phải là ngày; đang hiện số liệu hôm nay.");
        var whole = Given(await Funding.OfPlan(Actor, plan.Id, asOf, null, Cancel));
        if (whole is null)
            return;
        leads = [.. whole.Standing.Select(m => m.Progress.Lead).Distinct()];
        money = Guid.TryParse(Lead, out var lead) ? Given(await Funding.OfPlan(Actor, plan.Id, asOf, lead, Cancel)) : whole;
        title = FundingSentence.Of(money);
    }
}
