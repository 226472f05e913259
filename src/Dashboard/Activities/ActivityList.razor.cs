using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Activities;

/// <summary>The activities of a plan: filters, search and order stand in the URL.</summary>
public sealed partial class ActivityList
{
    private readonly List<string> wrongFilters = [];
    private Plan? plan;
    private IReadOnlyList<ActivityProgress> all = [];
    private IReadOnlyList<ActivityProgress>? shown;
    private ProgressStatus? status;
    private SortBy? sort;
    private DateOnly asOf;
    private string title = "Hoạt động";

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanId { get; set; }

    [SupplyParameterFromQuery]
    private string? Status { get; set; }

    [SupplyParameterFromQuery]
    private string? Lead { get; set; }

    [SupplyParameterFromQuery]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private PlanProgress Progress { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        plan = string.IsNullOrEmpty(PlanId)
            ? await Plans.Current(Actor, Cancel)
            : Given(await Plans.Find(Actor, Guid.TryParse(PlanId, out var id) ? id : Guid.Empty, Cancel));
        if (plan is null)
            return;
        ReadFilters();
        var everything = new ListQuery(PageSize: ListQuery.MaxPageSize);
        all = Given(await Progress.Activities(Actor, plan.Id, new ActivityFilter(), everything, asOf, Cancel))?.Items ?? [];
        var filter = new ActivityFilter(status, Guid.TryParse(Lead, out var lead) ? lead : null);
        var query = everything with { Search = string.IsNullOrWhiteSpace(Search) ? null : Search, Sort = sort is null ? null : [sort] };
        shown = Given(await Progress.Activities(Actor, plan.Id, filter, query, asOf, Cancel))?.Items;
        title = shown?.Count == all.Count
            ? $"{all.Count} hoạt động, {all.Sum(a => a.Targets.Count)} chỉ tiêu"
            : $"{shown?.Count} trong {all.Count} hoạt động";
    }

    private void ReadFilters()
    {
        asOf = Dates.Parse(AsOf) ?? Clock.Today;
        if (!string.IsNullOrWhiteSpace(AsOf) && Dates.Parse(AsOf) is null)
            wrongFilters.Add($"“{AsOf}” không phải là ngày; đang hiện số liệu hôm nay.");
        if (Enum.TryParse<ProgressStatus>(Status, out var known) && Enum.IsDefined(known))
            status = known;
        else if (!string.IsNullOrWhiteSpace(Status))
            wrongFilters.Add("Không có trạng thái này; đang hiện mọi trạng thái.");
        var field = Sort?.TrimStart('-');
        if (field is { Length: > 0 } && PlanProgress.SortFields.Contains(field))
            sort = new SortBy(field, Sort!.StartsWith('-'));
    }

    private string Link(ProgressStatus? status) => Url(status?.ToString(), Sort);

    private string SortLink(string field) => Url(Status, sort is { Descending: false } && sort.Field == field ? "-" + field : field);

    private string Url(string? byStatus, string? by)
    {
        (string Name, string? Value)[] parts =
            [("plan", plan!.Id.ToString()), ("status", byStatus), ("lead", Lead), ("search", Search), ("sort", by), ("asOf", AsOf)];
        return "/hoat-dong?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value))
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={Uri.EscapeDataString(p.Value!)}")));
    }

    private string? AriaSort(string field) => sort?.Field != field ? null : sort.Descending ? "descending" : "ascending";

    private string Arrow(string field) => sort?.Field != field ? "" : sort.Descending ? " ▼" : " ▲";
}
