using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.History;

/// <summary>One row of history: who, when, what, old, new, why, through which door. Written in the change's own transaction, never altered.</summary>
public sealed record Change
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Business instant, UTC.</summary>
    public required DateTime At { get; init; }
    /// <summary>Account; empty for the program itself.</summary>
    public required Guid AccountId { get; init; }
    /// <summary>Name of the person at the time.</summary>
    public required string AccountName { get; init; }
    /// <summary>Agency concerned (may read it).</summary>
    public Guid? AgencyId { get; init; }
    /// <summary>Door.</summary>
    public required Door Door { get; init; }
    /// <summary>Kind of thing: <c>entry</c>, <c>account</c>.</summary>
    public required string Entity { get; init; }
    /// <summary>Id of the thing.</summary>
    public required Guid EntityId { get; init; }
    /// <summary>What happened, as a verb: <c>log</c>, <c>confirm</c>, <c>sign-in</c>.</summary>
    public required string What { get; init; }
    /// <summary>The fields before, JSON; null when there was nothing.</summary>
    public string? Old { get; init; }
    /// <summary>The fields after, JSON.</summary>
    public string? New { get; init; }
    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }
}
