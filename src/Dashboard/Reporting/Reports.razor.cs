using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>The periodic reports: choose a period or a free range, see Phụ lục I as it will be printed, download it.</summary>
public sealed partial class Reports
{
    private readonly List<string> errors = [];
    private Plan? plan;
    private PlanReport? report;
    private IReadOnlyList<ReportingPeriod> periods = [];
    private string chosen = "";
    private string title = "Báo cáo";

    [SupplyParameterFromQuery(Name = "plan")]
    private string? PlanId { get; set; }

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? AsOf { get; set; }

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private PlanReports PlanReports { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    private string DownloadLink
    {
        get
        {
            (string Name, DateOnly? Day)[] days = [("from", Dates.Parse(From)), ("to", Dates.Parse(To)), ("asOf", Dates.Parse(AsOf))];
            var query = string.Join('&', days.Where(d => d.Day is not null && (d.Name == "asOf" || chosen == ReportRequest.Custom))
                .Select(d => $"{d.Name}={d.Day:yyyy-MM-dd}"));
            return $"/api/v1/plans/{plan!.Id}/reports/{chosen}.xlsx{(query.Length > 0 ? "?" + query : "")}";
        }
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        plan = string.IsNullOrEmpty(PlanId)
            ? await Plans.Current(Actor, Cancel)
            : Given(await Plans.Find(Actor, Guid.TryParse(PlanId, out var id) ? id : Guid.Empty, Cancel));
        if (plan is null)
            return;
        periods = Given(await PlanReports.Periods(Actor, plan.Id, Cancel)) ?? [];
        chosen = string.IsNullOrEmpty(Period) ? Running() : Period;
        if (chosen.Length > 0 && Understood())
            await Open();
    }

    private async Task Open()
    {
        var custom = chosen == ReportRequest.Custom;
        var request = new ReportRequest(chosen, custom ? Dates.Parse(From) : null, custom ? Dates.Parse(To) : null, Dates.Parse(AsOf));
        var result = await PlanReports.Report(Actor, plan!.Id, request, Cancel);
        if (result.Refusal is { Kind: RefusalKind.Invalid } invalid)
        {
            errors.AddRange(invalid.Errors.Values.SelectMany(m => m));
            return;
        }
        report = Given(result);
        if (report is not null)
            title = $"{report.Period.Name}: {StatusWords.Sentence(report.StatusCounts)}";
    }

    private bool Understood()
    {
        foreach (var (name, text) in new[] { ("Ngày bắt đầu", From), ("Ngày kết thúc", To), ("Ngày số liệu", AsOf) })
        {
            if (!string.IsNullOrWhiteSpace(text) && Dates.Parse(text) is null)
                errors.Add($"{name} “{text}” không phải là ngày; hãy viết như 15/03/2024.");
        }
        return errors.Count == 0;
    }

    /// <summary>The shortest period that today lies in; after the last, the last.</summary>
    private string Running() =>
        (periods.Where(p => p.From <= Clock.Today && Clock.Today <= p.To).MinBy(p => p.To.DayNumber - p.From.DayNumber)
            ?? periods.MaxBy(p => p.To))?.Code ?? "";

    private string State(ReportingPeriod period) =>
        Clock.Today < period.From ? "chưa đến kỳ"
        : Clock.Today <= period.To ? $"đang diễn ra, chốt {Words.ShortDay(period.To)}"
        : $"đã chốt {Words.Day(period.To)}";
}
