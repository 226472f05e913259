using PlanTracker.Domain.Agencies;
using static PlanTracker.Domain.Tests.Agencies.City;

namespace PlanTracker.Domain.Tests.Agencies;

/// <summary>What a succession may not be: the field is named, nothing is changed.</summary>
public sealed class WrongSuccessionTests
{
    private static readonly DateOnly March = new(2025, 3, 1);
    private readonly City city = new();

    [Theory]
    [InlineData("0.6", "0.3")]
    [InlineData("0.5", "0.50001")]
    [InlineData("1", "1")]
    [InlineData("1.5", "-0.5")]
    [InlineData("0", "1")]
    public async Task Shares_add_up_to_exactly_one_and_each_is_positive(string one, string other) => Assert.Equal(["to"], await city.Refused(
        Order(SuccessionKind.Split, March, [city.Information], (city.Science, decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture)),
            (city.Culture, decimal.Parse(other, System.Globalization.CultureInfo.InvariantCulture)))));

    [Fact]
    public async Task A_merger_has_one_heir() =>
        Assert.Equal(["to"], await city.Refused(Order(SuccessionKind.Merge, March, [city.Planning], (city.Finance, 0.5m), (city.Science, 0.5m))));

    [Fact]
    public async Task A_merger_ends_somebody_else_than_the_heir() =>
        Assert.Equal(["from"], await city.Refused(Order(SuccessionKind.Merge, March, [city.Finance], (city.Finance, 1))));

    [Fact]
    public async Task A_split_has_one_source_and_two_heirs() => Assert.Equal(
        ["from", "to"], await city.Refused(Order(SuccessionKind.Split, March, [city.Planning, city.Science], (city.Finance, 1))));

    [Fact]
    public async Task A_rename_needs_a_name_and_no_other_agency()
    {
        Assert.Equal(["name"], await city.Refused(Order(SuccessionKind.Rename, March, [city.Planning])));
        Assert.Equal(["to"], await city.Refused(Order(SuccessionKind.Rename, March, [city.Planning], (city.Finance, 1))));
        Assert.Equal(["name"], await city.Refused(Order(SuccessionKind.Rename, March, [city.Planning]) with { Name = new("Sở Tài chính", null, null) }));
    }

    [Fact]
    public async Task Unknown_and_repeated_agencies_are_refused()
    {
        var unknown = Given.Agency("Nơi khác", AgencyLevel.Department);

        Assert.Equal(["from"], await city.Refused(Order(SuccessionKind.Merge, March, [unknown], (city.Finance, 1))));
        Assert.Equal(["to"], await city.Refused(Order(SuccessionKind.Merge, March, [city.Planning], (unknown, 1))));
        Assert.Equal(["from"], await city.Refused(Order(SuccessionKind.Merge, March, [city.Planning, city.Planning], (city.Finance, 1))));
        Assert.Equal(["from"], await city.Refused(Order(SuccessionKind.Merge, March, [], (city.Finance, 1))));
    }

    [Fact]
    public async Task The_document_needs_number_and_a_sound_day()
    {
        var order = Order(SuccessionKind.Merge, March, [city.Planning], (city.Finance, 1)) with { Document = new(" ", new(1, 1, 1)) };

        Assert.Equal(["document.number", "document.date"], await city.Refused(order));
    }

    [Fact]
    public async Task Between_the_end_and_the_heir_there_is_no_gap()
    {
        var late = city.Ward("Mới", from: March.AddDays(1));

        Assert.Equal(["to"], await city.Refused(Order(SuccessionKind.Merge, March, [city.TanAn], (late, 1))));
    }

    [Fact]
    public async Task An_agency_ends_once_and_not_before_it_began()
    {
        await city.Apply(city.ThreeWards());
        var young = city.Ward("Mới", from: March);

        Assert.Equal(["from"], await city.Refused(Order(SuccessionKind.Merge, new(2024, 12, 1), [city.AnPhu], (city.TanAn, 1))));
        Assert.Equal(["from"], await city.Refused(Order(SuccessionKind.Merge, new(2024, 10, 1), [city.AnPhu], (city.TanAn, 1))));
        Assert.Equal(["effectiveOn"], await city.Refused(Order(SuccessionKind.Merge, March, [young], (city.TanAn, 1))));
    }

    [Fact]
    public async Task An_heir_does_not_end_before_it_takes_over() =>
        Assert.Equal(["from"], await Later());

    [Fact]
    public async Task An_heir_has_not_ended()
    {
        await city.Apply(city.ThreeWards());

        Assert.Equal(["to"], await city.Refused(Order(SuccessionKind.Merge, March, [city.TanAn], (city.AnPhu, 1))));
    }

    [Fact]
    public async Task Children_do_not_come_under_themselves()
    {
        var order = Order(SuccessionKind.Dissolve, March, [city.NinhKieu]);
        var wards = city.Book.Agencies.Values.Where(a => a.ParentOn(March) == city.NinhKieu.Id).ToList();
        var choices = wards.Select(w => (w.Id, w == city.TanAn ? city.ThoiBinh : w == city.ThoiBinh ? city.TanAn : city.CanTho)).ToArray();

        Assert.Equal(["children"], await city.Refused(order with { Choices = Choose("children", choices) }));
    }

    [Fact]
    public async Task Children_do_not_come_under_what_is_gone()
    {
        var order = Order(SuccessionKind.Dissolve, March, [city.NinhKieu, city.AnPhu]);
        var wards = city.Book.Agencies.Values.Where(a => a.ParentOn(March) == city.NinhKieu.Id && a != city.AnPhu).ToList();

        Assert.Equal(["children"], await city.Refused(order with { Choices = Choose("children", [.. wards.Select(w => (w.Id, city.AnPhu))]) }));
    }

    [Fact]
    public async Task Choices_name_what_moves_and_heirs_only()
    {
        var person = city.Book.Person(city.Planning);
        var stranger = city.Book.Person(city.Science);
        var order = Order(SuccessionKind.Merge, March, [city.Planning], (city.Finance, 1));

        Assert.Equal(["users"], await city.Refused(order with { Choices = Choose("users", (person, city.Science)) }));
        Assert.Equal(["users"], await city.Refused(order with { Choices = Choose("users", (stranger, city.Finance)) }));
        Assert.Equal(["money"], await city.Refused(order with { Choices = Choose("money", (person, city.Finance)) }));
    }

    private async Task<string[]> Later()
    {
        await city.Apply(city.ThreeWards());
        return await city.Refused(Order(SuccessionKind.Merge, new(2024, 10, 1), [city.ThoiBinh], (city.TanAn, 1)));
    }
}
