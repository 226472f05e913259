using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Obligations;

/// <summary>Who is late with reports, in two lines: the period that matters and the one before it.</summary>
public sealed class SendingLinesTests
{
    private static readonly DateOnly Day = new(2024, 9, 20);
    private static readonly Agency Commune = Given.Agency("UBND phường Cái Khế", AgencyLevel.Commune);

    private readonly ReportingPeriod half = Period("2024-H1", new(2024, 6, 14));
    private readonly ReportingPeriod quarter = Period("2024-Q3", new(2024, 9, 14));
    private readonly ReportingPeriod year = Period("2024-Y", new(2024, 12, 14));

    [Fact]
    public void The_chosen_period_comes_first_and_then_the_one_before_it()
    {
        var lines = Lines(quarter, View(half, Given.SoVanHoa), View(quarter, Given.SoVanHoa), View(year, Given.SoVanHoa));

        Assert.Equal(["2024-Q3", "2024-H1"], lines.Select(l => l.Period.Code));
    }

    [Fact]
    public void Missing_come_before_late_and_a_district_before_its_communes()
    {
        var lines = Lines(
            quarter, View(quarter, Commune, district: Given.NinhKieu), View(quarter, Given.NinhKieu), View(quarter, Given.SoVanHoa, sentOn: new(2024, 9, 18)),
            View(quarter, Given.SoNoiVu, sentOn: new(2024, 9, 16)));

        Assert.Equal([(Given.NinhKieu.Id, true, 4), (Commune.Id, true, 4), (Given.SoVanHoa.Id, false, 2)], lines[0].Late.Select(l => (l.Agency.Id, l.IsMissing, l.Days)));
        Assert.Equal((4, 1, 1, 2), (lines[0].Rate.Expected, lines[0].Rate.OnTime, lines[0].Rate.Late, lines[0].Rate.Missing));
    }

    [Fact]
    public void It_is_judged_on_the_day_asked_for_and_the_whole_due_day_is_in_time()
    {
        var view = View(quarter, Given.SoVanHoa, sentOn: new(2024, 9, 18));

        Assert.Empty(SendingLines.Of(Board(quarter, view), null, new(2024, 9, 16))[0].Late);
        Assert.True(SendingLines.Of(Board(quarter, view), null, new(2024, 9, 17))[0].Late.Single().IsMissing);
        Assert.False(SendingLines.Of(Board(quarter, view), null, new(2024, 9, 18))[0].Late.Single().IsMissing);
    }

    [Fact]
    public void Of_a_district_it_is_the_district_with_its_communes_and_of_nobody_there_is_none()
    {
        var board = Board(quarter, View(quarter, Commune, district: Given.NinhKieu), View(quarter, Given.NinhKieu), View(quarter, Given.SoVanHoa));

        Assert.Equal(2, SendingLines.Of(board, null, Day, Given.NinhKieu.Id)[0].Rate.Expected);
        Assert.Empty(SendingLines.Of(board, null, Day, Given.SoNoiVu.Id));
    }

    private static IReadOnlyList<SendingLine> Lines(ReportingPeriod chosen, params ObligationView[] views) => SendingLines.Of(Board(chosen, views), chosen, Day);

    private static SendingBoard Board(ReportingPeriod chosen, params ObligationView[] views) =>
        new([.. views.Select(v => v.Period).Distinct().OrderBy(p => p.To)], chosen, views, [], Day);

    private static ObligationView View(ReportingPeriod period, Agency agency, Agency? district = null, DateOnly? sentOn = null)
    {
        var owed = new Obligation
        {
            PlanId = period.PlanId, PeriodId = period.Id, AgencyId = agency.Id, ReceiverId = Given.SoNoiVu.Id, Duty = DutyKind.Report,
            DutyId = ReportingDuty.OfRegime, CutOff = period.To, DueOn = period.To.AddDays(2),
        };
        if (sentOn is { } day)
            Assert.Null(owed.Submit(day.ToDateTime(new(3, 0), DateTimeKind.Utc), false));
        return new(owed, period, agency.RefOn(period.To), agency.Level, district?.RefOn(period.To), Given.SoNoiVu.RefOn(period.To), null, "Báo cáo", Day);
    }

    private static ReportingPeriod Period(string code, DateOnly to) =>
        new() { PlanId = Guid.Empty, Regime = "CCHC", Code = code, Name = code, From = to.AddMonths(-3), To = to, Kind = PeriodKind.Quarter };
}
