using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Activities;

/// <summary>One activity: its targets with figures that explain themselves, its entries, who supports it.</summary>
public sealed partial class ActivityPage
{
    private const int EntriesShown = 12;

    private ActivityProgress? progress;
    private Plan? plan;
    private IReadOnlyList<EntryView> entries = [];
    private int total;
    private string title = "Hoạt động";

    /// <summary>The activity.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    [Inject]
    private PlanProgress Progress { get; set; } = default!;

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private EntryReading Entries { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        progress = Given(await Progress.Activity(Actor, Id, Dates.Parse(AsOf), Cancel));
        if (progress is null)
            return;
        plan = Given(await Plans.Find(Actor, progress.Activity.PlanId, Cancel));
        var query = new ListQuery(PageSize: ListQuery.MaxPageSize, Sort: [new SortBy("date", true)]);
        if (Given(await Entries.List(Actor, new EntryFilter(ActivityId: Id), query, Cancel)) is { } page)
            (entries, total) = (page.Items, page.Total);
        title = $"{progress.Activity.Order}. {progress.Activity.ShortTitle}: {Words.Of(progress.Status)}";
    }

    private int Confirmed(TargetProgress target) => entries.Count(e =>
        e.Entry.Status is EntryStatus.Confirmed && e.Target.Id == target.Target.Id && e.Entry.CountedOn <= progress!.AsOf);
}
