using PlanTracker.Domain.Search;

namespace PlanTracker.Domain.Tests.Search;

/// <summary>Words are found in any order, from the beginning of a word on.</summary>
public sealed class WantedWordsTests
{
    [Theory]
    [InlineData("to gap", "Tờ gấp tuyên truyền", true)]
    [InlineData("truyền gấp", "Tờ gấp tuyên truyền", true)]
    [InlineData("ap", "Tờ gấp tuyên truyền", false)]
    [InlineData("gap x", "Tờ gấp tuyên truyền", false)]
    [InlineData("246", "Số 246/KH-UBND", true)]
    [InlineData("kh", "Số 246/KH-UBND", true)]
    [InlineData("đối thoại", "Gặp gỡ và Đối thoại", true)]
    [InlineData("ba", "aba ba", true)]
    public void All_words_must_begin_a_word_of_the_text(string words, string text, bool found) => Assert.Equal(found, new WantedWords(words).AreIn(text));
}
