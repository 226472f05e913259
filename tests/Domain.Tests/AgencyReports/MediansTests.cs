using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Domain.Tests.AgencyReports;

/// <summary>The middle of the others: odd and even counts, ties, the unit itself left out, silence under five.</summary>
public sealed class MediansTests
{
    private static readonly Guid Own = Guid.CreateVersion7();

    [Theory]
    [InlineData("7", "7")]
    [InlineData("3 1 2", "2")]
    [InlineData("4 1 3 2", "2.5")]
    [InlineData("1 2 2 2 9", "2")]
    [InlineData("5 5 5 5", "5")]
    [InlineData("0 0 10 10", "5")]
    [InlineData("0.1 0.2", "0.2")]
    [InlineData("-0.1 -0.2", "-0.2")]
    public void The_middle_one_or_the_mean_of_the_two_in_the_middle(string values, string median) =>
        Assert.Equal(Number(median), Medians.Of(values.Split(' ').Select(Number)));

    [Fact]
    public void Nothing_has_no_median() => Assert.Null(Medians.Of([]));

    [Fact]
    public void The_unit_itself_is_left_out()
    {
        var figure = Figure(own: 1_000, 1, 2, 3, 4, 5);

        Assert.Equal((1_000m, 3m, 5), (figure.Own, figure.Median, figure.Others));
        Assert.Equal("cao hơn mức giữa", figure.Says);
    }

    [Fact]
    public void Fewer_than_five_others_tell_nothing_and_who_says_nothing_is_not_zero()
    {
        var few = Figure(own: 1, 1, 2, 3, 4, null, null);

        Assert.Equal((null, 4, null), (few.Median, few.Others, few.Says));
        Assert.Equal(2, Figure(own: 2, 1, 2, 2, 2, 9, null).Median);
    }

    [Theory]
    [InlineData(2, "bằng mức giữa")]
    [InlineData(1, "thấp hơn mức giữa")]
    [InlineData(null, null)]
    public void It_says_how_the_own_figure_lies(int? own, string? says) => Assert.Equal(says, Figure(own, 1, 2, 2, 2, 9).Says);

    private static PeerFigure Figure(int? own, params int?[] others)
    {
        var values = others.ToDictionary(_ => Guid.CreateVersion7(), o => (decimal?)o);
        values[Own] = own;
        return Medians.Figure("X", "Số", "cái", values, Own);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
