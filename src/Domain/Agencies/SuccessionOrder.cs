namespace PlanTracker.Domain.Agencies;

/// <summary>A succession as it is asked for; judged by <see cref="SuccessionRules"/>.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="EffectiveOn">First day of the new order.</param>
/// <param name="From">Agencies that end, are split or renamed.</param>
/// <param name="To">Agencies that take over, with shares that add up to 1.</param>
/// <param name="Document">The document it rests on.</param>
public sealed record SuccessionOrder(
    SuccessionKind Kind, DateOnly EffectiveOn, IReadOnlyList<Guid> From, IReadOnlyList<SuccessionShare> To, DocumentRef Document)
{
    /// <summary>The new name; of a rename only.</summary>
    public NewAgencyName? Name { get; init; }

    /// <summary>Choices by area (<c>leads</c>, <c>users</c>, <c>children</c>): where single things go, against the default.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Assignment>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<Assignment>>();

    /// <summary>The agencies that end the day before: those that are not among the ones that go on.</summary>
    public IReadOnlySet<Guid> Ended => Kind is SuccessionKind.Rename ? new HashSet<Guid>() : From.Where(f => To.All(t => t.AgencyId != f)).ToHashSet();

    /// <summary>The agency with the greatest share, the first named of several; null when nobody takes over.</summary>
    public Guid? MainHeir => To.Count == 0 ? null : To.MaxBy(t => t.Share)!.AgencyId;
}

/// <summary>A new name of an agency.</summary>
/// <param name="Name">In full.</param>
/// <param name="ShortName">For screens; null for the full name.</param>
/// <param name="Kind">The kind that comes with it (xã to phường); null when it stays.</param>
public sealed record NewAgencyName(string Name, string? ShortName, string? Kind);

/// <summary>Where one thing goes: an activity, a person, a child agency.</summary>
public sealed record Assignment(Guid Id, Guid AgencyId);
