using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.News;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.News;

/// <summary>Words of a text with Markdown: what a reader sees is what is counted.</summary>
public sealed class NewsTextTests
{
    [Theory]
    [InlineData("cải cách hành chính", 4)]
    [InlineData("CCHC - 2024", 2)]
    [InlineData("a\u200b \u200b b", 2)]
    [InlineData("", 0)]
    [InlineData("## Đề mục\n\n- một\n- hai\n\n1. ba", 5)]
    [InlineData("**chữ đậm** và *nghiêng*", 4)]
    [InlineData("xem [trang này](https://example.vn/a-b?c=d \"rất nhiều từ ẩn ở đây\") nhé", 4)]
    [InlineData("một\n\n[ẩn]: https://example.vn \"ba bốn năm\"\n\nhai", 2)]
    [InlineData("một &nbsp; &#160; &ensp; hai", 2)]
    [InlineData("\u3164 \u115f \u1160 \uffa0 một", 1)]
    [InlineData("<https://example.vn>", 1)]
    public void Only_what_a_reader_sees_is_counted(string body, int words) => Assert.Equal(words, NewsText.Words(body));

    [Fact]
    public void Words_that_are_spaces_or_invisible_do_not_reach_250() => Assert.Equal(150, NewsText.Words(
        string.Join(' ', Enumerable.Repeat("từ", 150).Concat(Enumerable.Repeat("\u200b", 50)).Concat(Enumerable.Repeat("&nbsp;", 50)))));

    [Fact]
    public void No_text_makes_it_throw() => Prop.ForAll(Arb.From(AnyText()), text =>
    {
        var words = NewsText.Words(text);
        return words >= 0 && words <= text.Length && NewsText.Plain(NewsText.Escape(text)) is not null;
    }).Holds();

    [Fact]
    public void What_was_escaped_reads_as_it_was() => Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements("a", "*", "[b]", "\\", "<c>", "(d)", " ", "`e`")).Select(string.Concat)), text =>
        NewsText.Words(NewsText.Escape(text)) == VietnameseText.CountWords(text)).Holds();

    internal static Gen<string> AnyText() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        Gen.ArrayOf(Gen.Elements(
            "a", "từ", " ", "\n", "#", "## ", "- ", "1. ", "> ", "**", "*", "[", "]", "(", ")", "](", "\\", "<", ">", "&nbsp;", "&#0;", "javascript:x", "https://a.vn", "\ud83d", "\udc00",
            "\ufffe", "\u200b", "\u0301", "```", "    ", "\t", "<script>", "![x](y)", "[a]: b \"c\"")).Select(string.Concat));
}
