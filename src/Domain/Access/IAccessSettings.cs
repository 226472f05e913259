namespace PlanTracker.Domain.Access;

/// <summary>The settings of sign-in as they are now, held in memory.</summary>
public interface IAccessSettings
{
    /// <summary>The settings; those of the host's configuration while nobody has changed them.</summary>
    ValueTask<AccessSettings> Current(CancellationToken cancel);

    /// <summary>Reads them anew at the next question: to be called after a change.</summary>
    void Forget();
}
