using FsCheck.Fluent;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Obligations;

/// <summary>Agencies by periods: one row an agency, the mark that needs somebody first, the same counts as the rates.</summary>
public sealed class SendingMatrixTests
{
    private static readonly DateOnly Due = new(2024, 9, 16);
    private static readonly ReportingPeriod Quarter = Period("2024-Q3", new(2024, 9, 14)), Year = Period("2024-Y", new(2024, 12, 14));

    [Theory]
    [InlineData("", "2024-09-10", SendingMark.NotYetDue)]
    [InlineData("", "2024-09-16", SendingMark.NotYetDue)]
    [InlineData("", "2024-09-17", SendingMark.Missing)]
    [InlineData("send 2024-09-16", "2024-09-20", SendingMark.OnTime)]
    [InlineData("send 2024-09-18", "2024-09-20", SendingMark.Late)]
    [InlineData("waive 2024-09-10", "2024-09-20", SendingMark.Waived)]
    [InlineData("transfer 2024-09-10", "2024-09-20", SendingMark.Transferred)]
    public void A_cell_says_how_it_stands(string done, string today, SendingMark mark) =>
        Assert.Equal(mark, SendingCell.MarkOf(View(Given.SoNoiVu, Quarter, done, Day(today))));

    [Fact]
    public void Rows_come_by_level_district_and_name_with_a_cell_for_each_period()
    {
        var rows = SendingMatrix.RowsOf([Quarter, Year],
        [
            View(Given.Agency("UBND phường B", AgencyLevel.Commune), Quarter, district: Given.NinhKieu), View(Given.NinhKieu, Quarter), View(Given.SoVanHoa, Year),
            View(Given.Agency("UBND phường A", AgencyLevel.Commune), Quarter, district: Given.NinhKieu),
        ]);

        Assert.Equal(["Sở Văn hóa, Thể thao và Du lịch", "UBND quận Ninh Kiều", "UBND phường A", "UBND phường B"], rows.Select(r => r.Agency.Name));
        Assert.All(rows, r => Assert.Equal(2, r.Cells.Count));
        Assert.Equal([null, SendingMark.NotYetDue], rows[0].Cells.Select(c => c.Mark));
    }

    [Fact]
    public void Of_several_things_the_one_that_needs_somebody_stands_first_and_all_are_counted()
    {
        var row = Assert.Single(SendingMatrix.RowsOf([Quarter], [View(Given.SoNoiVu, Quarter, "send 2024-09-16", Day("2024-09-20")), View(Given.SoNoiVu, Quarter, "", Day("2024-09-20")), View(Given.SoNoiVu, Quarter, "send 2024-09-18", Day("2024-09-20"))]));

        Assert.Equal((SendingMark.Missing, 1, 1), (row.Cells[0].Mark!.Value, row.Missing, row.Late));
        Assert.Equal("1 chưa gửi; 1 gửi chậm; 1 đúng hạn", SendingMatrixExport.WordOf(row.Cells[0]));
        Assert.Single(row.ToRemind);
    }

    [Fact]
    public void What_is_locked_is_missing_and_nobody_is_reminded_of_it()
    {
        var row = Assert.Single(SendingMatrix.RowsOf([Quarter], [View(Given.SoNoiVu, Quarter, "", Day("2024-09-20")) with { IsLocked = true }]));

        Assert.Equal(1, row.Missing);
        Assert.Empty(row.ToRemind);
    }

    [Fact]
    public void Marks_divide_obligations_as_the_rates_do()
    {
        var done = Gen.Elements("", "send 2024-09-16", "send 2024-09-18", "waive 2024-09-10", "transfer 2024-09-10");
        Prop.ForAll(done.ListOf().ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (all, later) =>
        {
            var today = new DateOnly(2024, 9, 8).AddDays(later);
            var views = all.Select(d => View(Given.SoNoiVu, Quarter, d, today)).ToList();
            var rate = RateLine.Of("", "", [.. views.Select(v => v.Obligation)], today);
            int Count(SendingMark mark) => views.Count(v => SendingCell.MarkOf(v) == mark);
            Assert.Equal((rate.OnTime, rate.Late, rate.Overdue, rate.NotYetDue, rate.Waived, rate.Transferred),
                (Count(SendingMark.OnTime), Count(SendingMark.Late), Count(SendingMark.Missing), Count(SendingMark.NotYetDue), Count(SendingMark.Waived), Count(SendingMark.Transferred)));
        }).Holds();
    }

    private static ObligationView View(Agency agency, ReportingPeriod period, string done = "", DateOnly? today = null, Agency? district = null)
    {
        var obligation = new Obligation
        {
            PlanId = period.PlanId, PeriodId = period.Id, AgencyId = agency.Id, ReceiverId = Given.SoNoiVu.Id, Duty = DutyKind.Report, DutyId = ReportingDuty.OfRegime,
            CutOff = period.To, DueOn = Due,
        };
        if (done.Split(' ') is [var what, var day])
        {
            var at = Day(day).ToDateTime(new(3, 0), DateTimeKind.Utc);
            Assert.Null(what switch { "send" => obligation.Submit(at, false), "waive" => obligation.Waive(new("Ai đó", at, "Lý do")), _ => obligation.Transfer(Guid.NewGuid(), Due) });
        }
        return new(obligation, period, agency.RefOn(period.To), agency.Level, district?.RefOn(period.To), Given.SoNoiVu.RefOn(period.To), null, "Báo cáo", today ?? Day("2024-09-10"));
    }

    private static ReportingPeriod Period(string code, DateOnly to) =>
        new() { PlanId = Guid.CreateVersion7(), Regime = "CCHC", Code = code, Name = code, From = to.AddMonths(-3), To = to, Kind = PeriodKind.Quarter };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
