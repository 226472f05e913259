using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Jobs;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Jobs;

/// <summary>A person's own long work: what runs, what came of what ran; and the one receiver of what is asked for in the background.</summary>
public sealed partial class LongWorkPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private IReadOnlyList<LongWork> running = [];
    private IReadOnlyList<LongWork> ended = [];
    private PageOf<LongWork>? page;
    private Refusal? trouble;
    private string title = "Việc đang chạy";

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [Inject]
    private LongWorkReading Reading { get; set; } = default!;

    [Inject]
    private JobDesk Desk { get; set; } = default!;

    [Inject]
    private IJobRunner Runner { get; set; } = default!;

    [Inject]
    private IImportRunner Imports { get; set; } = default!;

    [Inject]
    private ReportFileKind ReportFiles { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        var number = int.TryParse(PageText, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < 100_000 ? asked : 1;
        page = Given(await Reading.Own(Actor, new ListQuery(number), Cancel));
        running = [.. (page?.Items ?? []).Where(w => w.IsRunning)];
        ended = [.. (page?.Items ?? []).Where(w => !w.IsRunning)];
        title = running.Count > 0 ? $"{running.Count} việc đang chạy" : page is { Total: > 0 } ? "Không có việc nào đang chạy" : "Việc đang chạy";
    }

    private JobStep? StepOf(LongWork work) => work.Job is not null ? Runner.ProgressOf(work.Id)
        : Imports.ProgressOf(work.Id) is var (done, total) ? new("", done, total) : null;

    private async Task Post()
    {
        if (Refusal is not null)
            return;
        var typed = new TypedText(Http!.Request.Form);
        var started = typed["act"] switch
        {
            "retry" => await Desk.Retry(Actor, IdOf(typed["id"]) ?? Guid.Empty, Cancel),
            HistoryFileKind.Kind => await Desk.Start(Actor, HistoryFileKind.Order(FilterOf(typed), VietnameseText.Clean(typed["search"])), Cancel),
            _ => await Desk.Start(Actor, await ReportOf(typed), Cancel),
        };
        if (started.Refused(out var refusal, out var job))
        {
            if (refusal.Kind is RefusalKind.NotFound or RefusalKind.NotAllowed)
                Refuse(refusal);
            else
                await Again(refusal);
            return;
        }
        await Runner.Run(job, Patience);
        Navigation.NavigateTo(JobWords.PageOf(job));
    }

    private async Task Again(Refusal refusal)
    {
        trouble = refusal;
        ShowFormAgain();
        await Load();
    }

    private Task<Result<JobOrder>> ReportOf(TypedText typed)
    {
        var request = new ReportRequest(typed["code"] ?? "", DayOf(typed["from"]), DayOf(typed["to"]), DayOf(typed["asOf"]))
        {
            AgencyId = IdOf(typed["agency"]),
            LeadId = IdOf(typed["lead"]),
        };
        return ReportFiles.Order(
            Actor, IdOf(typed["plan"]) ?? Guid.Empty, request, typed["file"] == "xlsx" ? ReportFormat.Excel : ReportFormat.Word, typed["file"] == "section", Cancel);
    }

    private static HistoryFilter FilterOf(TypedText typed) => new(
        VietnameseText.Clean(typed["entity"]), IdOf(typed["id"]), IdOf(typed["account"]), IdOf(typed["agency"]), VietnameseText.Clean(typed["what"]),
        Enum.TryParse<Door>(typed["door"], out var door) && Enum.IsDefined(door) ? door : null, DayOf(typed["from"]), DayOf(typed["to"]));

    // Hidden fields that the program wrote: one that was tampered with fits nothing.
    private static Guid? IdOf(string? text) => text is null ? null : Guid.TryParse(text, out var id) ? id : Guid.AllBitsSet;

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
