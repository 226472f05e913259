using System.Globalization;
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
    private PageOf<EntryView> page = new([], 0, 1, EntriesShown);
    private IReadOnlyList<SlotEntry> slots = [];
    private string title = "Hoạt động";

    /// <summary>The activity.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

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
        var number = int.TryParse(PageText, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1_000_000 ? n : 1;
        var query = new ListQuery(number, EntriesShown, [new SortBy("date", true)]);
        page = Given(await Entries.List(Actor, new EntryFilter(ActivityId: Id), query, Cancel)) ?? page;
        slots = await Progress.Slots(Actor, progress, Cancel);
        title = $"{progress.Activity.Order}. {progress.Activity.ShortTitle}: {Words.Of(progress.Status)}";
    }

    private string Link(int number) => $"/hoat-dong/{Id}?page={number}{(Dates.Parse(AsOf) is { } day ? $"&asOf={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "")}#h-entries";
}
