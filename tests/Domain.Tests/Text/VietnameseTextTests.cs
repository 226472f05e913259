using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Text;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Sở Nội vụ", "so noi vu")]
    [InlineData("  ĐÀI   Phát\tthanh ", "dai phat thanh")]
    [InlineData("hoà", "hoa")]
    [InlineData("hòa", "hoa")]
    [InlineData("a\u200b b", "a b")]
    public void Folding_drops_case_marks_and_extra_space(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Fact]
    public void Both_normal_forms_fold_to_the_same() =>
        Assert.Equal(VietnameseText.Fold("Thới Bình".Normalize(NormalizationForm.FormC)), VietnameseText.Fold("Thới Bình".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("cải cách hành chính", 4)]
    [InlineData("CCHC - 2024", 2)]
    [InlineData("a\u200b \u200b b", 2)]
    public void A_word_is_a_piece_that_holds_a_letter_or_a_digit(string text, int words) => Assert.Equal(words, VietnameseText.CountWords(text));

    [Fact]
    public void Lone_invisible_marks_are_no_words() =>
        Assert.Equal(249, VietnameseText.CountWords(string.Join(' ', Enumerable.Repeat("từ", 249).Concat(Enumerable.Repeat("\u200b", 100)))));

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u202eb")]
    [InlineData("a\u2066b")]
    public void Control_characters_turned_writing_and_lone_surrogates_are_not_clean(string text) => Assert.False(VietnameseText.IsClean(text));

    [Fact]
    public void Half_a_character_is_not_clean()
    {
        Assert.False(VietnameseText.IsClean("a\ud800b"));
        Assert.False(VietnameseText.IsClean("a\ud800"));
        Assert.True(VietnameseText.IsClean("a\ud83d\ude00b"));
    }

    [Theory]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uD800')]
    public void What_is_no_character_is_neither_clean_nor_an_error(char none)
    {
        Assert.False(VietnameseText.IsClean($"a{none}b"));
        Assert.Equal($"a{none}b", VietnameseText.Clean($" a{none}b "));
        Assert.Equal($"so{none}", VietnameseText.Fold("Sở".Normalize(NormalizationForm.FormD) + none));
    }

    [Fact]
    public void Cleaning_composes_and_trims()
    {
        Assert.Equal("Sở", VietnameseText.Clean(" Sở\n".Normalize(NormalizationForm.FormD)));
        Assert.Null(VietnameseText.Clean("  "));
        Assert.Null(VietnameseText.Clean("\u200b\ufeff"));
        Assert.Equal("a", VietnameseText.Clean("\u200b a\u2060"));
        Assert.Equal("a\ud800", VietnameseText.Clean(" a\ud800"));
    }

    [Fact]
    public void The_Vietnamese_order_puts_Đ_after_D() =>
        Assert.Equal(["Cờ Đỏ", "Dân tộc", "Đài", "Em"], new[] { "Em", "Đài", "Dân tộc", "Cờ Đỏ" }.Order(VietnameseText.Order));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var once = VietnameseText.Fold(text.Get);
            return VietnameseText.Fold(once) == once;
        }).Holds();
}
