namespace PlanTracker.Domain.Access;

/// <summary>
/// Says which right opens a page or an operation of the API: any one of those named. The use case behind it judges; this is what the walk
/// over every door compares with <see cref="Permissions"/>, and what menus show.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(params Operation[] operations) : Attribute
{
    /// <summary>The rights, any one of which is enough.</summary>
    public IReadOnlyList<Operation> Operations { get; } = operations;
}
