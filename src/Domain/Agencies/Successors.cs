namespace PlanTracker.Domain.Agencies;

/// <summary>Who took over from whom.</summary>
public static class Successors
{
    /// <summary>
    /// The ended agencies whose work the agency took over by the day, directly or through others that ended since.
    /// </summary>
    public static IReadOnlySet<Guid> PredecessorsOf(this IReadOnlyList<Succession> successions, Guid agencyId, DateOnly day)
    {
        var found = new HashSet<Guid>();
        var open = new Stack<Guid>([agencyId]);
        while (open.TryPop(out var heir))
        {
            foreach (var succession in successions.Where(s => s.EffectiveOn <= day && s.To.Any(t => t.AgencyId == heir)))
            {
                foreach (var ended in succession.From.Where(f => succession.To.All(t => t.AgencyId != f) && f != agencyId && found.Add(f)))
                    open.Push(ended);
            }
        }
        return found;
    }

    /// <summary>
    /// The agency that by the day stands in the place of one that ended, following the greatest share; the agency itself while nobody took over.
    /// For what was recorded for it after its succession was.
    /// </summary>
    public static Guid HeirOf(this IReadOnlyList<Succession> successions, Guid agencyId, DateOnly day)
    {
        var seen = new HashSet<Guid>();
        while (seen.Add(agencyId) && successions.FirstOrDefault(s => s.EffectiveOn <= day && s.To.Count > 0 && s.From.Contains(agencyId)
            && s.To.All(t => t.AgencyId != agencyId)) is { } ended)
            agencyId = ended.To.MaxBy(t => t.Share)!.AgencyId;
        return agencyId;
    }
}
