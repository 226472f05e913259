using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Tests;

public sealed class HeaderWordingTests
{
    [Theory]
    [InlineData("2024-Q1", "Quý I năm 2024 (từ ngày 15/12/2023 đến ngày 14/03/2024)")]
    [InlineData("2024-H1", "6 tháng đầu năm 2024 (từ ngày 15/12/2023 đến ngày 14/06/2024)")]
    [InlineData("2024-Q3", "Quý III năm 2024 (từ ngày 15/06/2024 đến ngày 14/09/2024)")]
    [InlineData("2024-Y", "Năm 2024")]
    [InlineData("2024-KH", "Cả năm kế hoạch 2024")]
    [InlineData("custom", "Từ ngày 01/02/2024 đến ngày 31/05/2024")]
    public void The_subject_names_the_plan_and_the_period(string code, string period)
    {
        using var opened = Opened.Of(Given.Report(Given.Windows.Single(w => w.Code == code)));

        var lines = opened.AllText.Split('\n');
        Assert.Contains("Kết quả thực hiện Kế hoạch công tác thông tin, tuyên truyền cải cách hành chính năm 2024", lines);
        Assert.Contains(period, lines);
    }

    [Fact]
    public void Figures_older_than_the_cut_off_name_their_day()
    {
        using var early = Opened.Of(Given.Report(Given.QuarterThree, new(2024, 9, 10)));
        using var whole = Opened.Of(Given.Report(Given.QuarterThree));

        Assert.Contains("(Số liệu tính đến hết ngày 10/09/2024)", early.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("(Số liệu tính đến", whole.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unsigned_document_leaves_room_for_number_and_day()
    {
        Assert.Equal("Số:        /BC-SNV", HeaderBlock.NumberLine(ReportWording.DefaultLetterhead));
        Assert.Equal("Cần Thơ, ngày         tháng 9 năm 2024", HeaderBlock.PlaceAndDate(ReportWording.DefaultLetterhead, new(2024, 9, 14)));
    }

    [Fact]
    public void A_year_closed_on_its_last_day_is_signed_in_the_next() =>
        Assert.EndsWith("tháng 01 năm 2025", HeaderBlock.PlaceAndDate(ReportWording.DefaultLetterhead, new(2024, 12, 31)), StringComparison.Ordinal);

    [Fact]
    public void Days_below_ten_and_the_months_one_and_two_have_a_leading_zero()
    {
        var signed = ReportWording.DefaultLetterhead with { Number = "5", SignedOn = new(2024, 9, 5) };

        Assert.Equal("Số: 05/BC-SNV", HeaderBlock.NumberLine(signed));
        Assert.Equal("Cần Thơ, ngày 05 tháng 9 năm 2024", HeaderBlock.PlaceAndDate(signed, new(2024, 9, 14)));
        Assert.Equal("Cần Thơ, ngày 18 tháng 02 năm 2025", HeaderBlock.PlaceAndDate(signed with { SignedOn = new(2025, 2, 18) }, new(2024, 9, 14)));
    }
}
