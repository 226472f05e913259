using System.Globalization;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class EntryRulesTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);
    private static readonly DateOnly Sep5 = new(2024, 9, 5);

    [Theory]
    [InlineData("13/12/2023", "10/01/2025", false)]
    [InlineData("14/12/2023", "10/01/2025", true)]
    [InlineData("29/02/2024", "10/01/2025", true)]
    [InlineData("31/12/2024", "10/01/2025", true)]
    [InlineData("01/01/2025", "10/01/2025", false)]
    [InlineData("10/09/2024", "10/09/2024", true)]
    [InlineData("11/09/2024", "10/09/2024", false)]
    public async Task A_date_lies_between_the_day_of_issue_and_today_within_the_plan_year(string date, string today, bool taken)
    {
        var world = Memory(Day(today));

        var refusal = (await world.Log.Log(Given.ReporterOfSoVanHoa, world.Plan.ActivityOf("15").Id, Content(world, "15", Day(date)), default)).Refusal;

        Assert.Equal(taken ? [] : ["date"], refusal?.Errors.Keys ?? []);
    }

    public static TheoryData<string, Func<EntryContent, EntryContent>> Wrong() => new()
    {
        { "quantity", c => c with { Quantity = 0 } },
        { "quantity", c => c with { Quantity = -1 } },
        { "quantity", c => c with { Quantity = 1.5m } },
        { "quantity", c => c with { Quantity = 1_000_000_001m } },
        { "targetId", c => c with { TargetId = Guid.NewGuid() } },
        { "title", c => c with { Title = "  " } },
        { "title", c => c with { Title = new string('a', 20_000) } },
        { "title", c => c with { Title = "a\u0000b" } },
        { "place", c => c with { Place = "a\u202eb" } },
        { "mode", c => c with { Mode = (DeliveryMode)9 } },
        { "peopleReached", c => c with { PeopleReached = -1 } },
        { "attendances", c => c with { Attendances = 100_000_001 } },
        { "themes", c => c with { Themes = [10] } },
        { "themes", c => c with { Themes = [1, 1] } },
        { "form", c => c with { Form = 7 } },
        { "channel", c => c with { Channel = "Telegraph" } },
        { "supporting", c => c with { Supporting = [new(Guid.NewGuid(), null)] } },
        { "supporting", c => c with { Supporting = [new(Given.SoVanHoa.Id, null)] } },
        { "supporting", c => c with { Supporting = [new(Given.NinhKieu.Id, null), new(Given.NinhKieu.Id, null)] } },
        { "spent", c => c with { Spent = [new(Domain.Funding.FundingSource.UnitBudget, -1)] } },
        { "correctionReason", c => c with { CorrectionReason = "Nhầm" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_named_in_Vietnamese_and_nothing_is_kept(string field, Func<EntryContent, EntryContent> spoil)
    {
        var world = Memory(Today);

        var refusal = (await world.Log.Log(
            Given.ReporterOfSoVanHoa, world.Plan.ActivityOf("15").Id, spoil(Content(world, "15", Sep5)), default)).Refusal!;

        Assert.Equal([field], refusal.Errors.Keys);
        Assert.Empty(world.Entries);
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once()
    {
        var world = Memory(Today);
        var content = Content(world, "15", new(2024, 12, 1)) with { Quantity = 0, Title = "", TargetId = world.Plan.Target("12").Id };

        var refusal = (await world.Log.Log(Given.ReporterOfSoVanHoa, world.Plan.ActivityOf("15").Id, content, default)).Refusal!;

        Assert.Equal(["date", "quantity", "targetId", "title"], refusal.Errors.Keys.Order());
    }

    [Fact]
    public async Task Text_is_composed_and_trimmed()
    {
        var world = Memory(Today);
        var content = Content(world, "15", Sep5) with { Title = "  Tọa đàm ".Normalize(System.Text.NormalizationForm.FormD), Place = " " };

        var kept = (await world.Log.Log(Given.ReporterOfSoVanHoa, world.Plan.ActivityOf("15").Id, content, default)).Value!.Entry.Content;

        Assert.Equal(("Tọa đàm", null), (kept.Title, kept.Place));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
