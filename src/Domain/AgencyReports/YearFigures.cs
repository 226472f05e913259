namespace PlanTracker.Domain.AgencyReports;

/// <summary>What of a period before goes into the year of an agency: its own report, and those of the agencies in whose place it stands.</summary>
public static class YearFigures
{
    /// <summary>Both together, where an indicator is summed over agencies; null when nobody filed.</summary>
    /// <param name="own">Totals of the agency's own report; null when there is none.</param>
    /// <param name="ended">Totals of the reports of the ended agencies.</param>
    /// <param name="indicators">All indicators.</param>
    public static IReadOnlyDictionary<string, decimal>? Together(
        IReadOnlyDictionary<string, decimal>? own, IReadOnlyList<IReadOnlyDictionary<string, decimal>> ended, IReadOnlyList<Indicator> indicators)
    {
        if (ended.Count == 0)
            return own;
        var together = new Dictionary<string, decimal>(own ?? new Dictionary<string, decimal>());
        foreach (var code in indicators.Where(i => i.Terms.SumsOverAgencies).Select(i => i.Code))
        {
            if (ended.Where(e => e.ContainsKey(code)).ToList() is { Count: > 0 } known)
                together[code] = together.GetValueOrDefault(code) + known.Sum(e => e[code]);
        }
        return together;
    }
}
