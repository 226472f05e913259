using FsCheck.Fluent;
using PlanTracker.Domain.Funding;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Funding;

public sealed class AmountInWordsTests
{
    [Theory]
    [InlineData(1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng")]
    [InlineData(0, "không đồng")]
    [InlineData(1, "một đồng")]
    [InlineData(10, "mười đồng")]
    [InlineData(11, "mười một đồng")]
    [InlineData(14, "mười bốn đồng")]
    [InlineData(15, "mười lăm đồng")]
    [InlineData(21, "hai mươi mốt đồng")]
    [InlineData(24, "hai mươi tư đồng")]
    [InlineData(25, "hai mươi lăm đồng")]
    [InlineData(101, "một trăm lẻ một đồng")]
    [InlineData(105, "một trăm lẻ năm đồng")]
    [InlineData(110, "một trăm mười đồng")]
    [InlineData(1000, "một nghìn đồng")]
    [InlineData(1005, "một nghìn không trăm lẻ năm đồng")]
    [InlineData(1_000_005, "một triệu không trăm lẻ năm đồng")]
    [InlineData(12_500_000, "mười hai triệu năm trăm nghìn đồng")]
    [InlineData(1_000_000_000, "một tỷ đồng")]
    [InlineData(2_000_000_000_000, "hai nghìn tỷ đồng")]
    [InlineData(1_002_000_000, "một tỷ không trăm lẻ hai triệu đồng")]
    [InlineData(-400, "âm bốn trăm đồng")]
    public void An_amount_is_said_as_papers_write_it(long amount, string words) => Assert.Equal(words, AmountInWords.Of(amount));

    [Fact]
    public void No_two_amounts_are_said_alike_and_none_throws() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (a, b) =>
            (AmountInWords.Of(a) == AmountInWords.Of(b)) == (a == b)).Holds();

    [Fact]
    public void The_least_and_the_most_are_said_too()
    {
        Assert.StartsWith("âm chín tỷ hai trăm", AmountInWords.Of(long.MinValue), StringComparison.Ordinal);
        Assert.EndsWith("đồng", AmountInWords.Of(long.MaxValue), StringComparison.Ordinal);
    }
}
