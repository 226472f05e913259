using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tests.AgencyReports;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Phụ lục V on the 20th of September: reports of Quý III were due on the 16th.</summary>
public sealed class LatePartTests
{
    private static readonly DateOnly Today = new(2024, 9, 20);
    private readonly ReportDesk desk = new();

    [Fact]
    public async Task Who_is_missing_stands_first_with_its_reminders_and_who_was_late_after_it()
    {
        desk.Of(desk.Department).Submit(new(2024, 9, 19, 3, 0, 0, DateTimeKind.Utc), false);

        var late = (await Content(Today))!;

        Assert.Equal(["UBND quận Ninh Kiều", "Sở Tài chính"], late.Rows.Select(r => r.Name));
        Assert.Equal((3, (DateOnly?)new DateOnly(2024, 9, 18)), (late.Rows[0].Reminders, late.Rows[0].LastReminder));
        Assert.Equal((0, (DateOnly?)null, (DateOnly?)new DateOnly(2024, 9, 19)), (late.Rows[1].Reminders, late.Rows[1].LastReminder, late.Rows[1].SentOn));
        Assert.Equal((2, 0, 1, 1), (late.Expected, late.OnTime, late.Late, late.Missing));
    }

    [Fact]
    public async Task What_comes_in_after_the_day_has_not_come_in_on_the_day()
    {
        desk.Of(desk.Department).Submit(new(2024, 9, 25, 3, 0, 0, DateTimeKind.Utc), false);

        var row = (await Content(Today))!.Rows.Single(r => r.Name == "Sở Tài chính");

        Assert.Null(row.SentOn);
        Assert.Equal(Today.DayNumber - row.DueOn.DayNumber, row.DaysLate);
    }

    [Fact]
    public async Task A_period_that_nobody_owes_a_report_of_has_no_appendix() => Assert.Null(await Content(Today, desk.Year));

    private async Task<LateTable?> Content(DateOnly today, ReportingPeriod? asked = null)
    {
        var period = asked ?? desk.Quarter;
        var part = new LatePart(desk, desk, new Reminded(desk), new BusinessClock(TimeProvider.System, today));
        var agencies = await ((Domain.Agencies.IAgencyRegister)desk).All(default);
        var query = new PartQuery(Given.Plan246(), new(period.Code, period.Name, period.From, period.To, period.Kind), period.To, null, agencies);
        return (await part.Fill(ReportAppendices.Empty, query, default)).Late;
    }

    private sealed class Reminded(ReportDesk desk) : IReminderFigures
    {
        public Task<IReadOnlyDictionary<Guid, ReminderFigure>> OfPeriod(Guid periodId, DateOnly asOf, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ReminderFigure>>(new Dictionary<Guid, ReminderFigure> { [desk.District.Id] = new(3, new(2024, 9, 18)) });
    }
}
