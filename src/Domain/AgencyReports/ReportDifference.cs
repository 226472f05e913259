namespace PlanTracker.Domain.AgencyReports;

/// <summary>A piece of a text compared with another.</summary>
/// <param name="Kind">Kept, added or taken out.</param>
/// <param name="Text">The words.</param>
public sealed record WordPiece(WordChange Kind, string Text);

/// <summary>What became of words.</summary>
public enum WordChange
{
    /// <summary>As before.</summary>
    Kept,
    /// <summary>New.</summary>
    Added,
    /// <summary>No longer there.</summary>
    Removed,
}

/// <summary>Compares texts word by word.</summary>
public interface IWordDifference
{
    /// <summary>The pieces, in the order of reading; empty for two empty texts.</summary>
    IReadOnlyList<WordPiece> Of(string before, string after);
}

/// <summary>A figure that a submission has made another.</summary>
public sealed record FigureDifference(string Code, string Name, decimal? OldOwn, decimal? NewOwn, decimal? OldTotal, decimal? NewTotal);

/// <summary>A part in words that a submission has made another.</summary>
public sealed record PartDifference(string Field, string Name, IReadOnlyList<WordPiece> Pieces);

/// <summary>What a submission changed of the one before it.</summary>
/// <param name="From">Number of the one before.</param>
/// <param name="To">Number of this one.</param>
/// <param name="Figures">Figures that differ.</param>
/// <param name="Parts">Parts that differ.</param>
/// <param name="Children">Names of agencies below whose report is in it now and was not, or is another.</param>
/// <param name="ChildrenGone">Names of those whose report was in it and is no more.</param>
/// <param name="NothingChanged">Whether "không phát sinh" was chosen or given up.</param>
public sealed record ReportDifference(
    int From, int To, IReadOnlyList<FigureDifference> Figures, IReadOnlyList<PartDifference> Parts, IReadOnlyList<string> Children,
    IReadOnlyList<string> ChildrenGone, bool NothingChanged)
{
    /// <summary>Compares two submissions of one obligation.</summary>
    public static ReportDifference Of(ReportSubmission before, ReportSubmission after, IWordDifference words)
    {
        var (old, now) = (before.Snapshot, after.Snapshot);
        var oldFigures = old.Figures.ToDictionary(f => f.Code);
        var newFigures = now.Figures.ToDictionary(f => f.Code);
        var (oldIn, newIn) = (In(old), In(now));
        return new(
            before.Number, after.Number,
            [
                .. now.Figures.Concat(old.Figures.Where(f => !newFigures.ContainsKey(f.Code)))
                    .Select(f => new FigureDifference(
                        f.Code, f.Name, oldFigures.GetValueOrDefault(f.Code)?.Own, newFigures.GetValueOrDefault(f.Code)?.Own,
                        oldFigures.GetValueOrDefault(f.Code)?.Total, newFigures.GetValueOrDefault(f.Code)?.Total))
                    .Where(d => d.OldOwn != d.NewOwn || d.OldTotal != d.NewTotal),
            ],
            [
                .. ReportParts.All.Where(p => p.Of(old.Content) != p.Of(now.Content))
                    .Select(p => new PartDifference(p.Field, p.Name, words.Of(p.Of(old.Content) ?? "", p.Of(now.Content) ?? ""))),
            ],
            [.. newIn.Where(c => !oldIn.TryGetValue(c.Key, out var was) || was.SubmissionId != c.Value.SubmissionId).Select(c => c.Value.ShortName)],
            [.. oldIn.Where(c => !newIn.ContainsKey(c.Key)).Select(c => c.Value.ShortName)],
            old.Content.NothingToReport != now.Content.NothingToReport);
    }

    private static Dictionary<Guid, ChildReport> In(ReportSnapshot snapshot) =>
        snapshot.Children.Where(c => c.SubmissionId is not null).ToDictionary(c => c.AgencyId);
}
