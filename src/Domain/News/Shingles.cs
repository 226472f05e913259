namespace PlanTracker.Domain.News;

/// <summary>A word of a text, and where it stands.</summary>
/// <param name="Folded">Without marks and case, letters and digits only.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="End">Behind its last character.</param>
public readonly record struct TextWord(string Folded, int Start, int End);

/// <summary>
/// The runs of five words that a text holds (shingles), each as a hash. Two texts that share many of them were written from one another;
/// single words that both use say nothing. Case, marks and punctuation do not matter.
/// </summary>
public static class Shingles
{
    /// <summary>Words of a shingle.</summary>
    public const int Length = 5;

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The words of a text in order, with their places.</summary>
    public static IReadOnlyList<TextWord> WordsOf(string text)
    {
        var words = new List<TextWord>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            var folded = string.Concat(VietnameseText.Fold(text[start..at]).Where(char.IsLetterOrDigit));
            if (folded.Length > 0)
                words.Add(new(folded, start, at));
        }
        return words;
    }

    /// <summary>The shingles of a text; of one shorter than a shingle, the whole as one; none of an empty text.</summary>
    public static IReadOnlySet<ulong> Of(string text)
    {
        var words = WordsOf(text);
        var found = new HashSet<ulong>();
        if (words.Count == 0)
            return found;
        var length = Math.Min(Length, words.Count);
        for (var first = 0; first + length <= words.Count; first++)
            found.Add(Hash(words, first, length));
        return found;
    }

    /// <summary>The Jaccard index: what both hold of what either holds, 0 to 1; 0 when both are empty.</summary>
    public static decimal Jaccard(IReadOnlySet<ulong> one, IReadOnlySet<ulong> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return 0;
        var (small, large) = one.Count <= other.Count ? (one, other) : (other, one);
        var both = small.Count(large.Contains);
        return (decimal)both / (one.Count + other.Count - both);
    }

    /// <summary>A hash of a run of words (FNV-1a over their letters).</summary>
    internal static ulong Hash(IReadOnlyList<TextWord> words, int first, int length)
    {
        var hash = Basis;
        for (var i = first; i < first + length; i++)
        {
            foreach (var letter in words[i].Folded)
                hash = (hash ^ letter) * Prime;
            hash = (hash ^ ' ') * Prime;
        }
        return hash;
    }
}
