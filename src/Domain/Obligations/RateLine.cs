using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>
/// How many of a set of obligations were met in time (rule of timeliness): on time + late + missing = expected, so never over 100%.
/// </summary>
/// <param name="Key">Key of the set.</param>
/// <param name="Name">Its name.</param>
/// <param name="Expected">All but waived and transferred.</param>
/// <param name="OnTime">First submitted on or before the due day.</param>
/// <param name="Late">First submitted after it.</param>
/// <param name="Missing">Nothing submitted yet.</param>
/// <param name="NotYetDue">Of the missing: those that may still come in time.</param>
/// <param name="NothingToReport">Of those received: không phát sinh.</param>
/// <param name="Waived">Let off; not expected.</param>
/// <param name="Transferred">Owed by an heir; not expected.</param>
public sealed record RateLine(
    string Key, string Name, int Expected, int OnTime, int Late, int Missing, int NotYetDue, int NothingToReport, int Waived, int Transferred)
{
    /// <summary>Missing after the due day.</summary>
    public int Overdue => Missing - NotYetDue;

    /// <summary>Submitted, in time or not.</summary>
    public int Received => OnTime + Late;

    /// <summary>On time, in percent of what was expected, one decimal; null when nothing was.</summary>
    public decimal? OnTimePercent => Figures.Round(RawPercent);

    /// <summary>The same before rounding: what ranks are given by.</summary>
    internal decimal? RawPercent => Expected == 0 ? null : OnTime * 100m / Expected;

    /// <summary>Of obligations, judged on a day.</summary>
    public static RateLine Of(string key, string name, IReadOnlyCollection<Obligation> obligations, DateOnly day)
    {
        var judged = obligations.Where(o => o.IsExpected).CountBy(o => o.TimelinessOn(day)!.Value).ToDictionary();
        return new(
            key, name, judged.Values.Sum(), judged.GetValueOrDefault(Timeliness.OnTime), judged.GetValueOrDefault(Timeliness.Late),
            judged.GetValueOrDefault(Timeliness.Missing), obligations.Count(o => o.IsNotYetDueOn(day)),
            obligations.Count(o => o.NothingToReport && o.TimelinessOn(day) is (Timeliness.OnTime or Timeliness.Late)),
            obligations.Count(o => o.Waiver is not null && o.TransferredTo is null), obligations.Count(o => o.TransferredTo is not null));
    }
}

/// <summary>A line and its place.</summary>
/// <param name="Line">The line.</param>
/// <param name="Rank">Place from 1; the same for equals, with the places after them left out (1, 1, 3); null when nothing was expected.</param>
public sealed record RankedLine(RateLine Line, int? Rank);

/// <summary>Places by the share on time.</summary>
public static class Ranking
{
    /// <summary>The lines by place, equals by name; those with nothing expected last.</summary>
    public static IReadOnlyList<RankedLine> Of(IReadOnlyCollection<RateLine> lines) =>
    [
        .. lines.Select(l => new RankedLine(l, l.RawPercent is { } percent ? 1 + lines.Count(o => o.RawPercent > percent) : null))
            .OrderBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Line.Name, VietnameseText.Order).ThenBy(r => r.Line.Key, StringComparer.Ordinal),
    ];
}
