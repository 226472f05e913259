namespace PlanTracker.Storage.Access;

/// <summary>What somebody sent after their session ran out; theirs alone, and gone after some hours. Real time, never the business clock.</summary>
public sealed class HeldFormRow
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is: whose the session was.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Where it was sent, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>Names and values, in order.</summary>
    public required List<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>Whether files were chosen; they are not kept.</summary>
    public required bool HadFiles { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTime At { get; init; }
}
