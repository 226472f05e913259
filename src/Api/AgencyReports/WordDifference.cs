using DiffPlex;
using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Api.AgencyReports;

/// <summary>Compares texts word by word with DiffPlex; the white space between words belongs to them.</summary>
internal sealed class WordDifference : IWordDifference
{
    private static readonly char[] Between = [' ', '\t', '\r', '\n'];

    /// <inheritdoc />
    public IReadOnlyList<WordPiece> Of(string before, string after)
    {
        var found = new Differ().CreateWordDiffs(before, after, ignoreWhitespace: false, Between);
        var pieces = new List<WordPiece>();
        var kept = 0;
        foreach (var block in found.DiffBlocks)
        {
            Add(WordChange.Kept, found.PiecesNew[kept..block.InsertStartB]);
            Add(WordChange.Removed, found.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            Add(WordChange.Added, found.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            kept = block.InsertStartB + block.InsertCountB;
        }
        Add(WordChange.Kept, found.PiecesNew[kept..]);
        return pieces;

        void Add(WordChange kind, IEnumerable<string> words)
        {
            if (string.Concat(words) is { Length: > 0 } text)
                pieces.Add(new(kind, text));
        }
    }
}
