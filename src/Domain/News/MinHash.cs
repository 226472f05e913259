using System.Buffers.Binary;

namespace PlanTracker.Domain.News;

/// <summary>
/// A sketch of a set of shingles (MinHash): for each of 128 ways to shuffle all hashes, the smallest that the set holds. The share of places at
/// which two sketches agree estimates the Jaccard index of the sets, with an error of about 1/√128 (9 %), and costs the same however long
/// the texts are: it picks the few items worth comparing word by word.
/// </summary>
public static class MinHash
{
    /// <summary>Places of a sketch.</summary>
    public const int Size = 128;

    /// <summary>The sketch of a set, four bytes a place; empty of an empty set.</summary>
    public static byte[] Of(IReadOnlySet<ulong> shingles)
    {
        if (shingles.Count == 0)
            return [];
        // Mixed themselves, so that hashes that lie in even steps do not make one way of shuffling follow another.
        var ways = Enumerable.Range(1, Size).Select(i => Mix((ulong)i)).ToArray();
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var i = 0; i < Size; i++)
                least[i] = Math.Min(least[i], (uint)(Mix(shingle ^ ways[i]) >> 32));
        }
        var sketch = new byte[Size * sizeof(uint)];
        for (var i = 0; i < Size; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(sketch.AsSpan(i * sizeof(uint)), least[i]);
        return sketch;
    }

    /// <summary>The Jaccard index that two sketches let expect, 0 to 1; 0 when one is empty or no sketch.</summary>
    public static decimal Estimate(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != Size * sizeof(uint) || other.Length != one.Length)
            return 0;
        var same = 0;
        for (var at = 0; at < one.Length; at += sizeof(uint))
        {
            if (one.Slice(at, sizeof(uint)).SequenceEqual(other.Slice(at, sizeof(uint))))
                same++;
        }
        return (decimal)same / Size;
    }

    // The finalizer of SplitMix64: every bit of what goes in changes half of what comes out.
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
