using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Imports;

/// <summary>Runs imports behind the requests that ask for them, one after the other; the host has it.</summary>
public interface IImportRunner
{
    /// <summary>Checks an import, or takes its rows over after a decision. Goes on when nobody waits any more.</summary>
    /// <param name="actor">Who asked, with the rights of that moment.</param>
    /// <param name="id">The import.</param>
    /// <param name="mode">Which rows are taken over; null to check.</param>
    /// <param name="patience">How long to wait for the end.</param>
    /// <returns>What came of it; null when it is still going on.</returns>
    Task<Result<ImportOutcome>?> Run(Actor actor, Guid id, ImportMode? mode, TimeSpan patience);

    /// <summary>How far a run has come, rows done and rows in all; null when this server is not at it.</summary>
    (int Done, int Total)? ProgressOf(Guid id);
}
