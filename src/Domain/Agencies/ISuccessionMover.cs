namespace PlanTracker.Domain.Agencies;

/// <summary>
/// Moves what one area holds of agencies that end or are split. A new area is one class and one registration: the preview counts it, the
/// choices of the order reach it by its name, and history tells of it.
/// </summary>
public interface ISuccessionMover
{
    /// <summary>Name of the area, as in the API: <c>users</c>.</summary>
    string Area { get; }

    /// <summary>Kind of thing in history: <c>account</c>.</summary>
    string Entity { get; }

    /// <summary>What there is to move, and where each goes; changes nothing.</summary>
    Task<IReadOnlyList<MovedThing>> Find(SuccessionContext context, CancellationToken cancel);

    /// <summary>Moves the things, dated, inside the write.</summary>
    Task Apply(SuccessionContext context, IReadOnlyList<MovedThing> things, CancellationToken cancel);
}

/// <summary>A thing that a succession moves.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="From">The agency it belongs to.</param>
/// <param name="To">The agency it goes to; null while nobody was named.</param>
public sealed record MovedThing(Guid Id, string Name, Guid From, Guid? To)
{
    /// <summary>Whether it goes wherever another thing goes, and is not chosen by itself: money goes with its activity.</summary>
    public bool Follows { get; init; }

    /// <summary>Whether it goes to another agency; what stays with one that goes on is listed, but not moved.</summary>
    public bool Moves => To != From;
}

/// <summary>What a mover works on.</summary>
/// <param name="Order">The succession.</param>
/// <param name="Changes">The write.</param>
/// <param name="Agencies">Every agency, by id.</param>
public sealed record SuccessionContext(SuccessionOrder Order, IChanges Changes, IReadOnlyDictionary<Guid, Agency> Agencies)
{
    /// <summary>Agencies whose things may move: all that end or are split.</summary>
    public IReadOnlySet<Guid> Sources { get; } = Order.Kind is SuccessionKind.Rename ? new HashSet<Guid>() : Order.From.ToHashSet();

    /// <summary>
    /// Where a thing goes: as chosen; else it stays with an agency that goes on; else to the greatest share, of several the first named.
    /// </summary>
    public Guid? DestinationOf(string area, Guid thing, Guid from) =>
        Order.Choices.GetValueOrDefault(area)?.FirstOrDefault(c => c.Id == thing)?.AgencyId ?? (Order.Ended.Contains(from) ? Order.MainHeir : from);
}
