using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Reporting;

/// <summary>Makes a file of a plan report in the background: the same file as on the instant.</summary>
public sealed class ReportFileKind(PlanReports reports, IReportWriter writer) : IJobKind
{
    /// <summary>Name in <see cref="Job.Kind"/>.</summary>
    public const string Kind = "report-file";

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Refusal? Demand(Actor actor) => actor.Demand(Operation.ReadFigures);

    /// <summary>An order; or why there is no such report.</summary>
    public async Task<Result<JobOrder>> Order(
        Actor actor, Guid planId, ReportRequest request, ReportFormat format, bool sectionOnly, CancellationToken cancel) =>
        (await reports.NameOf(actor, planId, request, cancel)).Refused(out var refusal, out var name) ? refusal : new JobOrder(
            Kind, $"Báo cáo {name}, {(format is ReportFormat.Excel ? "tệp Excel" : sectionOnly ? "tệp Word, phần đưa vào báo cáo CCHC" : "tệp Word")}",
            JobInput.Write(new Wanted(planId, request, format, sectionOnly)));

    /// <inheritdoc/>
    public async Task<Result<JobMade>> Run(Actor actor, Job job, JobProgress progress, CancellationToken cancel)
    {
        var (planId, request, format, sectionOnly) = JobInput.Read<Wanted>(job);
        if ((await reports.File(actor, planId, request, format, writer, sectionOnly, cancel, progress)).Refused(out var refusal, out var made))
            return refusal;
        var type = format is ReportFormat.Excel ? Workbook : Document;
        return new JobMade(null, new(made.File.Name, type, made.File.Bytes, new("report", planId, HistoryJson.Of(made.Noted))));
    }

    private sealed record Wanted(Guid PlanId, ReportRequest Request, ReportFormat Format, bool SectionOnly);
}
