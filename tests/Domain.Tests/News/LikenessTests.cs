using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.News;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.News;

/// <summary>How like two texts are: shingles, their Jaccard index, its estimate by sketch, and the passages they share.</summary>
public sealed class LikenessTests
{
    private const string Passage = "người dân chỉ nộp hồ sơ một lần tại phường không phải đi lại nhiều nơi";

    [Fact]
    public void A_text_is_wholly_like_itself_and_likeness_has_no_direction() => Prop.ForAll(Arb.From(Texts()), Arb.From(Texts()), (one, other) =>
    {
        var (a, b) = (Shingles.Of(one), Shingles.Of(other));
        return Shingles.Jaccard(a, a) == (a.Count == 0 ? 0 : 1) && Shingles.Jaccard(a, b) == Shingles.Jaccard(b, a) && Shingles.Jaccard(a, b) is >= 0 and <= 1
            && MinHash.Estimate(MinHash.Of(a), MinHash.Of(a)) == (a.Count == 0 ? 0 : 1);
    }).Holds();

    [Fact]
    public void Case_marks_and_punctuation_do_not_matter() =>
        Assert.Equal(1, Shingles.Jaccard(Shingles.Of($"{Passage}."), Shingles.Of("NGUOI DAN, chi nop ho so (mot lan) tai phuong; khong phai di lai nhieu noi")));

    [Theory]
    [InlineData(100, 0)]
    [InlineData(80, 20)]
    [InlineData(50, 50)]
    [InlineData(10, 90)]
    public void A_sketch_estimates_the_index_within_its_error(int same, int different)
    {
        var one = Numbers(0, same).Concat(Numbers(10_000, different)).ToHashSet();
        var other = Numbers(0, same).Concat(Numbers(20_000, different)).ToHashSet();

        Assert.InRange(MinHash.Estimate(MinHash.Of(one), MinHash.Of(other)) - Shingles.Jaccard(one, other), -0.2m, 0.2m);
    }

    [Fact]
    public void A_shared_passage_of_twelve_words_is_found_where_it_stands()
    {
        var first = $"Từ đầu tháng 8. {char.ToUpperInvariant(Passage[0])}{Passage[1..]}; sau một tháng đã tiếp nhận.";
        var second = $"UBND quận vừa thí điểm. {Passage}, được đồng tình.";

        var found = Assert.Single(MatchingPassages.Of(first, second));

        Assert.Equal(16, found.Words);
        Assert.Equal(Passage, second[found.SecondStart..found.SecondEnd].TrimEnd(','), ignoreCase: true);
        Assert.Equal(Passage, first[found.FirstStart..found.FirstEnd].TrimEnd(';'), ignoreCase: true);
        Assert.Empty(MatchingPassages.Of("người dân chỉ nộp hồ sơ một lần tại phường không", Passage));
    }

    [Fact]
    public void Passages_hold_the_same_words_in_both_texts_and_do_not_overlap() => Prop.ForAll(Arb.From(Texts()), Arb.From(Texts()), (one, other) =>
    {
        var passages = MatchingPassages.Of(one, other);
        return passages.All(p => Words(one[p.FirstStart..p.FirstEnd]).SequenceEqual(Words(other[p.SecondStart..p.SecondEnd])) && p.Words >= MatchingPassages.LeastWords)
            && passages.Zip(passages.Skip(1)).All(pair => pair.First.FirstEnd <= pair.Second.FirstStart);
    }).Holds();

    [Fact]
    public void A_text_that_repeats_itself_costs_no_more_than_its_length()
    {
        var text = string.Join(' ', Enumerable.Repeat("a", 20_000));

        Assert.Single(MatchingPassages.Of(text, text));
    }

    private static IEnumerable<ulong> Numbers(int from, int count) => Enumerable.Range(from, count).Select(n => (ulong)n * 0x9E3779B97F4A7C15);

    private static IEnumerable<string> Words(string text) => Shingles.WordsOf(text).Select(w => w.Folded);

    private static Gen<string> Texts() => Gen.OneOf(
        NewsTextTests.AnyText(), Gen.ArrayOf(Gen.Elements("a", "b", "c", Passage, Passage.ToUpperInvariant(), ".", "Ừ")).Select(w => string.Join(' ', w)));
}
