namespace PlanTracker.Domain.Agencies;

/// <summary>Who took over from an agency, and from whom it took over, by the successions recorded.</summary>
public sealed record AgencyKin(IReadOnlyList<AgencyHeir> Successors, IReadOnlyList<AgencyHeir> Predecessors)
{
    /// <summary>Nobody.</summary>
    public static AgencyKin None { get; } = new([], []);

    /// <summary>The kin of an agency; a rename gives none.</summary>
    public static AgencyKin Of(Guid agencyId, IReadOnlyList<Succession> successions, IReadOnlyDictionary<Guid, Agency> all)
    {
        var changes = successions.Where(s => s.Kind is not SuccessionKind.Rename).ToList();
        return new(
            [.. changes.Where(s => s.From.Contains(agencyId))
                .SelectMany(s => s.To.Where(t => t.AgencyId != agencyId).Select(t => new AgencyHeir(s, all[t.AgencyId].RefOn(s.EffectiveOn), t.Share)))],
            [.. changes.Where(s => s.To.Exists(t => t.AgencyId == agencyId))
                .SelectMany(s => s.From.Where(f => f != agencyId).Select(f => new AgencyHeir(
                    s, all[f].RefOn(s.EffectiveOn.AddDays(-1)), s.To.First(t => t.AgencyId == agencyId).Share)))]);
    }
}

/// <summary>The other agency of a succession, by the name of its time, and the share.</summary>
public sealed record AgencyHeir(Succession Succession, AgencyRef Agency, decimal Share);
