using PlanTracker.Api.Imports;
using PlanTracker.Domain;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Api.Jobs;

/// <summary>Runs jobs, two at a time: who issues a report does not wait behind somebody's long file.</summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, IJobBook book, ImportRunner imports, BusinessClock clock, ILogger<JobRunner> log)
    : RunQueue<Job, Job>(scopes, log, atOnce: 2), IJobRunner
{
    Task<Result<Job>?> IJobRunner.Run(Job job, TimeSpan patience) => Put(job.Id, job.OwnerId, job, patience);

    /// <inheritdoc/>
    public JobStep? ProgressOf(Guid id) => StepOf(id);

    int IJobRunner.CountOf(Guid ownerId) => CountOf(ownerId) + imports.CountOf(ownerId);

    /// <inheritdoc/>
    protected override Task<int> BreakOff(CancellationToken cancel) => book.BreakOff(clock.UtcNow, cancel);

    /// <inheritdoc/>
    protected override Task<Result<Job>> Carry(IServiceProvider services, Job run, CancellationToken cancel) =>
        services.GetRequiredService<JobDesk>().Run(run.Id, step => Come(run.Id, step), cancel);

    /// <inheritdoc/>
    protected override Task GiveUp(Job run) => book.End(run.Id, JobState.BrokenOff, null, clock.UtcNow, CancellationToken.None);
}
