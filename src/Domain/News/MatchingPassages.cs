namespace PlanTracker.Domain.News;

/// <summary>A passage that stands in two texts.</summary>
/// <param name="Words">How many words.</param>
/// <param name="FirstStart">Its first character in the first text.</param>
/// <param name="FirstEnd">Behind its last character there.</param>
/// <param name="SecondStart">Its first character in the second text.</param>
/// <param name="SecondEnd">Behind its last character there.</param>
public sealed record MatchingPassage(int Words, int FirstStart, int FirstEnd, int SecondStart, int SecondEnd);

/// <summary>Finds passages that two texts share word for word, case, marks and punctuation aside.</summary>
public static class MatchingPassages
{
    /// <summary>Shorter runs are turns of phrase of every office.</summary>
    public const int LeastWords = 12;

    // A text that repeats one phrase a thousand times must not be compared a million times.
    private const int Places = 8;

    /// <summary>Runs of at least <see cref="LeastWords"/> words, in the order of the first text; none overlap there.</summary>
    public static IReadOnlyList<MatchingPassage> Of(string first, string second)
    {
        var (a, b) = (Shingles.WordsOf(first), Shingles.WordsOf(second));
        var places = new Dictionary<ulong, List<int>>();
        for (var i = 0; i + LeastWords <= b.Count; i++)
        {
            var hash = Shingles.Hash(b, i, LeastWords);
            if (!places.TryGetValue(hash, out var known))
                places[hash] = known = [];
            if (known.Count < Places)
                known.Add(i);
        }
        var found = new List<MatchingPassage>();
        for (var i = 0; i + LeastWords <= a.Count;)
        {
            var (at, length) = Longest(a, i, b, places.GetValueOrDefault(Shingles.Hash(a, i, LeastWords)));
            if (length >= LeastWords)
                found.Add(new(length, a[i].Start, a[i + length - 1].End, b[at].Start, b[at + length - 1].End));
            i += Math.Max(1, length);
        }
        return found;
    }

    private static (int At, int Length) Longest(IReadOnlyList<TextWord> a, int i, IReadOnlyList<TextWord> b, List<int>? places)
    {
        var best = (At: 0, Length: 0);
        foreach (var at in places ?? [])
        {
            var length = 0;
            while (i + length < a.Count && at + length < b.Count && a[i + length].Folded == b[at + length].Folded)
                length++;
            if (length > best.Length)
                best = (at, length);
        }
        return best.Length >= LeastWords ? best : (0, 0);
    }
}
