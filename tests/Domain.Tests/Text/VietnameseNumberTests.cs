using System.Globalization;
using FsCheck.Fluent;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Text;

public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData("15.000", "15000")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,5", "1.5")]
    [InlineData("01", "1")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("-400", "-400")]
    [InlineData(" 12 ", "12")]
    [InlineData("0", "0")]
    public void Written_numbers_are_read_as_offices_write_them(string text, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), VietnameseNumber.Parse(text));

    [Theory]
    [InlineData("1.5")]
    [InlineData("15.00")]
    [InlineData("1,234.5")]
    [InlineData("1.2345")]
    [InlineData("١٢")]
    [InlineData("1e3")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0.123")]
    [InlineData("1,23456")]
    [InlineData("+5")]
    [InlineData("1 000")]
    [InlineData("1\n2")]
    [InlineData("NaN")]
    [InlineData("999999999999999999999")]
    public void What_can_be_read_two_ways_or_not_at_all_is_not_guessed(string? text) => Assert.Null(VietnameseNumber.Parse(text));

    [Theory]
    [InlineData("3", "03")]
    [InlineData("10", "10")]
    [InlineData("15000", "15.000")]
    [InlineData("0", "0")]
    [InlineData("1.5", "1,5")]
    [InlineData("-400", "-400")]
    public void Numbers_are_worded_as_the_plan_does(string number, string text) =>
        Assert.Equal(text, VietnameseNumber.Wording(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Fact]
    public void What_is_shown_is_read_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), n =>
        {
            var number = n % 100_000_000_000_000L / 10_000m;
            return VietnameseNumber.Parse(VietnameseNumber.Show(number)) == number
                && VietnameseNumber.Parse(VietnameseNumber.Wording(number)) == number;
        }).Holds();

    [Fact]
    public void No_text_makes_the_parser_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => VietnameseNumber.Parse(text) is null or <= 1_000_000_000_000_000_000m)
            .Holds();
}
