namespace PlanTracker.Domain.Progress;

/// <summary>What comes with a new entry in one form.</summary>
public sealed record EntryExtras
{
    /// <summary>A key of the form's own, so that sending it twice makes one entry; null when the sender has none.</summary>
    public Guid? ClientKey { get; init; }

    /// <summary>Links, documents by number and files that were judged and kept.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Whether it is submitted at once.</summary>
    public bool Submit { get; init; }
}
