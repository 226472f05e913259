using PlanTracker.Api.Jobs;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.Imports;

/// <summary>A check of an import, or the taking over of its rows.</summary>
internal sealed record ImportTurn(Actor Actor, Guid Id, ImportMode? Mode);

/// <summary>Runs imports one after the other; of what is broken off nothing was written.</summary>
internal sealed class ImportRunner(IServiceScopeFactory scopes, IImportJobs jobs, ILogger<ImportRunner> log)
    : RunQueue<ImportTurn, ImportOutcome>(scopes, log, atOnce: 1), IImportRunner
{
    Task<Result<ImportOutcome>?> IImportRunner.Run(Actor actor, Guid id, ImportMode? mode, TimeSpan patience) =>
        Put(id, actor.AccountId, new(actor, id, mode), patience);

    /// <inheritdoc/>
    public (int Done, int Total)? ProgressOf(Guid id) => StepOf(id) is { } step ? (step.Done, step.Total) : null;

    /// <inheritdoc/>
    protected override Task<int> BreakOff(CancellationToken cancel) => jobs.BreakOff(cancel);

    /// <inheritdoc/>
    protected override Task<Result<ImportOutcome>> Carry(IServiceProvider services, ImportTurn run, CancellationToken cancel)
    {
        var desk = services.GetRequiredService<ImportDesk>();
        void Told(int done, int total) => Come(run.Id, new("", done, total));
        return run.Mode is { } mode ? desk.Apply(run.Actor, run.Id, mode, Told, cancel) : desk.Check(run.Actor, run.Id, Told, cancel);
    }

    /// <inheritdoc/>
    protected override Task GiveUp(ImportTurn run) =>
        jobs.Move(run.Id, run.Mode is null ? ImportState.Checking : ImportState.Applying, ImportState.BrokenOff, null, CancellationToken.None);
}
