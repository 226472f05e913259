using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Access;

/// <summary>Where recorded successions will take somebody who joins an agency now.</summary>
internal static class AgencyMoves
{
    /// <summary>The agencies by first day: of each succession still to come the greatest share, of several the first named.</summary>
    public static IReadOnlyList<AgencyMove> After(this IReadOnlyList<Succession> successions, Guid agencyId, DateOnly day)
    {
        var moves = new List<AgencyMove>();
        while (successions.Where(s => s.EffectiveOn > day && Ends(s, agencyId)).MinBy(s => s.EffectiveOn) is { To.Count: > 0 } next)
        {
            (agencyId, day) = (next.To.MaxBy(t => t.Share)!.AgencyId, next.EffectiveOn);
            moves.Add(new(agencyId, day));
        }
        return moves;
    }

    private static bool Ends(Succession succession, Guid agencyId) =>
        succession.Kind is not SuccessionKind.Rename && succession.From.Contains(agencyId) && succession.To.All(t => t.AgencyId != agencyId);
}
