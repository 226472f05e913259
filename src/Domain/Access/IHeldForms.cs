namespace PlanTracker.Domain.Access;

/// <summary>A form that was sent after its session ran out: nothing of it was carried out, and its person gets it back after signing in.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Path">Where it was sent, with its query.</param>
/// <param name="Fields">What was typed, in order; files are not kept.</param>
/// <param name="HadFiles">Whether files were chosen.</param>
/// <param name="At">When it was sent, UTC, real time.</param>
public sealed record HeldForm(Guid Id, string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles, DateTime At);

/// <summary>Forms that wait for their person to sign in again.</summary>
public interface IHeldForms
{
    /// <summary>The form, if it is the actor's own and not yet too old; else the refusal that it is not there.</summary>
    Task<Result<HeldForm>> Find(Actor actor, Guid id, CancellationToken cancel);
}
