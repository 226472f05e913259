using PlanTracker.Domain.Access;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.Reporting;

/// <summary>Issues a report in the background, as its person saw it: the tag, the number, the day and the signer travel with the order.</summary>
public sealed class ReportIssueKind(PlanReports reports, ReportIssuing issuing) : IJobKind
{
    /// <summary>Name in <see cref="Job.Kind"/>.</summary>
    public const string Kind = "report-issue";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Refusal? Demand(Actor actor) => actor.Demand(Operation.IssueReports);

    /// <summary>An order; what is wrong with it is said when it is carried out.</summary>
    public async Task<Result<JobOrder>> Order(Actor actor, Guid planId, string code, ExpectedTag tag, IssueOrder order, CancellationToken cancel) =>
        (await reports.NameOf(actor, planId, new(code), cancel)).Refused(out var refusal, out var name)
            ? refusal : new JobOrder(Kind, $"Ban hành báo cáo {name}", JobInput.Write(new Wanted(planId, code, tag.Tag, tag.IsAny, order)));

    /// <inheritdoc/>
    public async Task<Result<JobMade>> Run(Actor actor, Job job, JobProgress progress, CancellationToken cancel)
    {
        var wanted = JobInput.Read<Wanted>(job);
        // The server stopped between the issuing and the end of the job: what was asked for is done.
        if (job.WasBegun && await IsDone(actor, job, wanted, cancel))
            return Issued(wanted);
        return (await issuing.Issue(actor, wanted.PlanId, wanted.Code, new(wanted.Tag, wanted.IsAny), wanted.Order, cancel, progress)).Refused(out var refusal, out _)
            ? refusal : Issued(wanted);
    }

    private async Task<bool> IsDone(Actor actor, Job job, Wanted wanted, CancellationToken cancel) =>
        (await reports.Kept(actor, wanted.PlanId, cancel)).Value?.GetValueOrDefault(wanted.Code) is { State: ReportState.Issued } kept
        && kept.Last(IssueStepKind.Issue) is { } issue && issue.ById == job.OwnerId && issue.At >= job.CreatedAt;

    private static JobMade Issued(Wanted wanted) => new($"/bao-cao?plan={wanted.PlanId}&period={Uri.EscapeDataString(wanted.Code)}&da=ban-hanh");

    private sealed record Wanted(Guid PlanId, string Code, string? Tag, bool IsAny, IssueOrder Order);
}
