using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Activities;

public sealed class DuePhraseParserTests
{
    private static readonly PlanTime Year2024 = new(new(2024, 1, 1), new(2024, 12, 31));

    [Theory]
    [InlineData(null, "2024-12-31")]
    [InlineData("", "2024-12-31")]
    [InlineData("Trong năm 2024", "2024-12-31")]
    [InlineData("Năm 2024", "2024-12-31")]
    [InlineData("Cả năm", "2024-12-31")]
    [InlineData("Thường xuyên", "2024-12-31")]
    [InlineData("Thường xuyên trong năm", "2024-12-31")]
    [InlineData("Hằng quý", "2024-12-31")]
    [InlineData("Quý II", "2024-06-30")]
    [InlineData("Quý 2/2024", "2024-06-30")]
    [InlineData("trong quý III năm 2024", "2024-09-30")]
    [InlineData("Quý II - Quý III", "2024-09-30")]
    [InlineData("Quý II, III", "2024-09-30")]
    [InlineData("Quý II và quý IV/2024", "2024-12-31")]
    [InlineData("6 tháng đầu năm", "2024-06-30")]
    [InlineData("06 tháng đầu năm 2024", "2024-06-30")]
    [InlineData("9 tháng đầu năm", "2024-09-30")]
    [InlineData("6 tháng cuối năm", "2024-12-31")]
    [InlineData("Tháng 9/2024", "2024-09-30")]
    [InlineData("tháng 02 năm 2024", "2024-02-29")]
    [InlineData("Từ tháng 3 đến tháng 9/2024", "2024-09-30")]
    [InlineData("Trước ngày 30/6/2024", "2024-06-29")]
    [InlineData("Hoàn thành trước ngày 30 tháng 6 năm 2024", "2024-06-29")]
    [InlineData("Trước tháng 9/2024", "2024-08-31")]
    [InlineData("Chậm nhất là ngày 15/9", "2024-09-15")]
    [InlineData("30/6/2024", "2024-06-30")]
    [InlineData("Trươ\u0301c ngày 30/6/2024.", "2024-06-29")]
    public void Wording_of_a_time_is_due_on(string? wording, string due)
    {
        Assert.Equal(new(DateOnly.Parse(due, CultureInfo.InvariantCulture), null), DuePhraseParser.Parse(wording, Year2024));
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), DuePhraseParser.Parse(wording?.Normalize(NormalizationForm.FormD).Replace(" ", "  "), Year2024).On);
    }

    [Theory]
    [InlineData("Quý V")]
    [InlineData("Tháng 13/2024")]
    [InlineData("31/02/2024")]
    [InlineData("Quý II/2025")]
    [InlineData("Trong năm 2023")]
    [InlineData("Trước ngày 01/01/2024")]
    [InlineData("Khi có yêu cầu")]
    [InlineData("Theo kế hoạch riêng")]
    [InlineData("05/2024 hoặc 06/2024")]
    [InlineData("Quý ١")]
    public void What_is_not_clear_or_not_in_the_plan_s_time_is_not_guessed(string wording)
    {
        var reading = DuePhraseParser.Parse(wording, Year2024);

        Assert.Null(reading.On);
        Assert.NotNull(reading.Why);
    }

    [Fact]
    public void Without_a_year_nothing_is_read_into_a_plan_of_two_years() =>
        Assert.Null(DuePhraseParser.Parse("Quý II", new(new(2024, 1, 1), new(2025, 12, 31))).On);

    [Fact]
    public void No_text_makes_it_throw_and_a_due_date_lies_in_the_plan_s_time() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements("quý", "II", "IV", "tháng", "9", "31", "/", "2024", "năm", "đầu", "trước", "ngày", "6", "-", "đến", "trong", "cuối", ",")).Select(f => string.Join(' ', f))),
            text => DuePhraseParser.Parse(text, Year2024) is { On: null, Why: not null } or { On: { Year: 2024 }, Why: null })
            .Holds();
}
