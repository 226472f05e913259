using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Calendar;

public sealed class RegimeTests
{
    private static readonly WorkingDays Days = new(
    [
        new Holiday { Day = new(2026, 2, 16), Name = "Tết" }, new Holiday { Day = new(2026, 2, 17), Name = "Tết" }, new Holiday { Day = new(2026, 2, 18), Name = "Tết" },
        new Holiday { Day = new(2026, 2, 19), Name = "Tết" }, new Holiday { Day = new(2026, 2, 20), Name = "Tết" },
        new Holiday { Day = new(2024, 4, 29), Name = "Nghỉ hoán đổi" }, new Holiday { Day = new(2024, 5, 4), Name = "Làm bù", IsWorked = true },
    ]);

    [Theory]
    [InlineData("2024-03-14", "2024-03-15")]
    [InlineData("2024-06-14", "2024-06-17")]
    [InlineData("2024-09-14", "2024-09-16")]
    [InlineData("2024-12-14", "2024-12-16")]
    [InlineData("2026-02-14", "2026-02-23")]
    [InlineData("2024-05-03", "2024-05-04")]
    [InlineData("2024-02-28", "2024-02-29")]
    [InlineData("2024-12-31", "2025-01-01")]
    public void The_earliest_lawful_due_day_is_the_first_working_day_after_the_cut_off(string cutOff, string expected) =>
        Assert.Equal(Day(expected), Days.FirstAfter(Day(cutOff)));

    [Theory]
    [InlineData("2024-03-14", "2024-03-16", false, "Thứ Bảy")]
    [InlineData("2024-06-14", "2024-06-16", true, "sớm nhất là 17/06/2024")]
    [InlineData("2024-09-14", "2024-09-16", false, null)]
    [InlineData("2024-12-14", "2024-12-16", false, null)]
    public void The_due_dates_of_units_in_2024_are_lawful_or_refused_and_weekends_are_warned_of(string cutOff, string dueOn, bool isRefused, string? said)
    {
        var input = new PeriodInput("2024-X", "Kỳ", PeriodKind.Quarter, Day(cutOff).AddDays(-80), Day(cutOff), new Dictionary<string, DateOnly> { ["Department"] = Day(dueOn) });

        var refusal = PeriodRules.Check(input, isNew: true, Days);

        Assert.Equal(isRefused, refusal is not null);
        var warnings = PeriodRules.Warnings(Period(input), Days);
        Assert.Equal(said is null, warnings.Count == 0);
        if (said is not null)
            Assert.Contains(said, (isRefused ? refusal!.Errors["dueDates.Department"][0] : warnings[0].Message), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("2024-09-14")]
    [InlineData("2024-09-13")]
    public void A_cut_off_on_or_after_its_due_date_is_refused(string dueOn)
    {
        var input = new PeriodInput("2024-X", "Kỳ", PeriodKind.Quarter, new(2024, 6, 15), new(2024, 9, 14), new Dictionary<string, DateOnly> { ["Commune"] = Day(dueOn) });

        Assert.Contains("phải sau ngày chốt", PeriodRules.Check(input, true, Days)!.Errors["dueDates.Commune"][0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_of_2024_is_what_the_ministry_wrote_out_and_2025_follows()
    {
        var plan = Guid.CreateVersion7();
        var (q1, h1, q3, year) = (Cchc(2024, "Q1"), Cchc(2024, "H1"), Cchc(2024, "Q3"), Cchc(2024, "Y"));

        Assert.Equal((new DateOnly(2023, 12, 15), new DateOnly(2024, 3, 14), new DateOnly(2024, 3, 16)), (q1.From, q1.To, q1.DueDateOf(AgencyLevel.Department)!.Value));
        Assert.Equal([new(2024, 6, 17), new(2024, 6, 18), new(2024, 6, 19)], h1.DueDates.Select(d => d.DueOn));
        Assert.Equal([new(2024, 9, 16), new(2024, 9, 17), new(2024, 9, 18)], q3.DueDates.Select(d => d.DueOn));
        Assert.Equal((new DateOnly(2023, 12, 15), new DateOnly(2024, 12, 14)), (year.From, year.To));
        Assert.Equal("2025-H1", Cchc(2025, "H1").Code);
        Assert.Equal(new DateOnly(2025, 6, 16), Cchc(2025, "H1").DueDateOf(AgencyLevel.Commune));

        ReportingPeriod Cchc(int of, string suffix) => Regime().PeriodsOf(plan, of, Days).Single(p => p.Code.EndsWith("-" + suffix, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2023, 28)]
    [InlineData(2024, 29)]
    public void A_month_ends_on_its_last_day_also_in_a_leap_year(int year, int last) => Assert.Equal(new DateOnly(year, 2, last), new YearDay(0, 2, 31).Of(year));

    internal static ReportingRegime Regime()
    {
        Dictionary<string, int> due = new() { ["Commune"] = 2, ["District"] = 3, ["Coordinator"] = 4 };
        due["Department"] = 2;
        var ordered = new Dictionary<string, int> { ["Department"] = 2, ["District"] = 3, ["Coordinator"] = 4 };
        return new()
        {
            Code = "CCHC", Name = "CCHC", Source = "",
            Periods =
            [
                new("Q1", "Quý I", PeriodKind.Quarter, new(-1, 12, 15), new(0, 3, 14), due),
                new("H1", "6 tháng", PeriodKind.HalfYear, new(-1, 12, 15), new(0, 6, 14), new Dictionary<string, int> { ["Commune"] = 2, ["District"] = 3, ["Coordinator"] = 4 }),
                new("Q3", "Quý III", PeriodKind.Quarter, new(0, 6, 15), new(0, 9, 14), ordered),
                new("Y", "Năm", PeriodKind.Year, new(-1, 12, 15), new(0, 12, 14), due),
            ],
        };
    }

    private static ReportingPeriod Period(PeriodInput input) => new()
    {
        PlanId = Guid.CreateVersion7(), Regime = "CCHC", Code = input.Code!, Name = input.Name!, Kind = input.Kind, From = input.From, To = input.To,
        DueDates = [.. input.DueDates.Select(d => new PeriodDueDate(d.Key, d.Value))],
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
