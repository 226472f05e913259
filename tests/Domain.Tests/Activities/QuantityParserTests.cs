using System.Globalization;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tests.Activities;

public sealed class QuantityParserTests
{
    private static readonly PlanTime Year2024 = new(new(2024, 1, 1), new(2024, 12, 31));

    [Theory]
    [InlineData("12 số", "12 số")]
    [InlineData("01 cuộc", "01 cuộc")]
    [InlineData("15.000 tờ", "15.000 tờ")]
    [InlineData("1,5 km", "1,5 km")]
    [InlineData("52 số (01 số/tuần)", "52 số (01 số/tuần)")]
    [InlineData("52 số, 01 số/tuần", "52 số (01 số/tuần)")]
    [InlineData("52 số\n(01 số/tuần)", "52 số (01 số/tuần)")]
    [InlineData("01 số/tuần", "52 số (01 số/tuần)")]
    [InlineData("01 chương trình/tháng", "12 chương trình (01 chương trình/tháng)")]
    [InlineData("01 (một) chương trình / tháng", "12 chương trình (01 chương trình/tháng)")]
    [InlineData("1 lần/quý", "04 lần (01 lần/quý)")]
    [InlineData("02 tin, bài/tháng", "24 tin, bài (02 tin, bài/tháng)")]
    [InlineData("mỗi tháng 02 tin", "24 tin (02 tin/tháng)")]
    [InlineData("Hằng quý 01 cuộc", "04 cuộc (01 cuộc/quý)")]
    [InlineData("02 tin mỗi tháng", "24 tin (02 tin/tháng)")]
    [InlineData("01 hội nghị/năm", "01 hội nghị")]
    [InlineData("tối thiểu 02 tin/tháng", "tối thiểu 24 tin (02 tin/tháng)")]
    [InlineData("Toi thieu 02 tin/thang", "tối thiểu 24 tin (02 tin/tháng)")]
    [InlineData("Ít nhất 03 cuộc", "tối thiểu 03 cuộc")]
    [InlineData("từ 02 cuộc trở lên", "tối thiểu 02 cuộc")]
    [InlineData("không quá 05 cuộc", "không quá 05 cuộc")]
    [InlineData("Tối đa 05 cuộc.", "không quá 05 cuộc")]
    [InlineData("100% cơ quan", "100% cơ quan")]
    [InlineData("Tối thiểu 80% UBND xã, phường, thị trấn", "tối thiểu 80% UBND xã, phường, thị trấn")]
    [InlineData("02 tranh (phát hành 4.000 tờ)", "02 tranh; Phát hành 4.000 tờ")]
    [InlineData("- 02 tranh\n- Phát hành 4.000 tờ", "02 tranh; Phát hành 4.000 tờ")]
    [InlineData("02 tranh và 4.000 tờ", "02 tranh; 4.000 tờ")]
    [InlineData("Tổ chức 02 cuộc", "02 cuộc")]
    [InlineData("500 tờ A4", "500 tờ A4")]
    [InlineData("01 gian hàng", "01 gian hàng")]
    [InlineData("02\ncơ quan", "02 cơ quan")]
    [InlineData("80%\ncơ quan", "80% cơ quan")]
    [InlineData("02 mô hình mới", "02 mô hình mới")]
    [InlineData("thường xuyên", "Thường xuyên")]
    [InlineData("Thường xuyên, liên tục trong năm", "Thường xuyên")]
    [InlineData("Hoàn thành", "Hoàn thành")]
    [InlineData("Hoàn thành trong quý II", "Hoàn thành")]
    [InlineData("Ban hành kế hoạch", "Hoàn thành")]
    [InlineData("Ban hành 01 kế hoạch", "01 kế hoạch")]
    public void Wording_is_read_as(string wording, string shown)
    {
        var reading = QuantityParser.Parse(wording, Year2024);

        Assert.Null(reading.Unread);
        Assert.False(reading.ToConfirm);
        Assert.Equal(shown, QuantityWording.Show(reading.Targets));
    }

    [Theory]
    [InlineData("1.5 km", "1.5")]
    [InlineData("02, cơ quan", ", cơ quan")]
    [InlineData("15.00 tờ", "15.00")]
    [InlineData("1,234.5 tờ", "1,234.5")]
    [InlineData("١٢ số", "١٢")]
    [InlineData("1e3 tờ", "1e3")]
    [InlineData("0 cuộc", "0")]
    [InlineData("-5 cuộc", "-5 cuộc")]
    [InlineData("02-03 cuộc", "02-03 cuộc")]
    [InlineData("02 - 03 cuộc", "02 - 03 cuộc")]
    [InlineData("từ 2 đến 3 cuộc", "đến 3 cuộc")]
    [InlineData("khoảng 10 cuộc", "khoảng 10 cuộc")]
    [InlineData("hơn 10 cuộc", "hơn 10 cuộc")]
    [InlineData("trên 90% cơ quan", "trên 90% cơ quan")]
    [InlineData("52", "52")]
    [InlineData("100%", "100%")]
    [InlineData("120% cơ quan", "120% cơ quan")]
    [InlineData("Quý II", "Quý II")]
    [InlineData("Quý II/2024", "/2024")]
    [InlineData("12 tháng", "12 tháng")]
    [InlineData("30/6/2024", "/6/2024")]
    [InlineData("01 cuộc/xã", "/xã")]
    [InlineData("02 tin/6 tháng", "/6 tháng")]
    [InlineData("01 tin/ngày", "01 tin/ngày")]
    [InlineData("mỗi đơn vị 02 tin", "mỗi đơn vị 02 tin")]
    [InlineData("02 tin hoặc bài", "hoặc bài")]
    [InlineData("02 cuộc (mỗi quận 01 cuộc)", "mỗi quận 01 cuộc")]
    [InlineData("02 cuộc (01 cuộc trực tuyến)", "01 cuộc trực tuyến")]
    [InlineData("02 cuộc (trực tuyến)", "trực tuyến")]
    [InlineData("02 cuộc; thường xuyên", "thường xuyên")]
    [InlineData("02 cuộc, thường xuyên", "thường xuyên")]
    [InlineData("60 số (01 số/tuần)", "60 số (01 số/tuần)")]
    [InlineData("100% cơ quan/tháng", "/tháng")]
    [InlineData("01 (hai) cuộc", "01")]
    [InlineData("Hằng tháng", "Hằng tháng")]
    [InlineData("theo tình hình thực tế", "theo tình hình thực tế")]
    public void What_can_be_read_two_ways_is_named_and_never_guessed(string wording, string unread)
    {
        var reading = QuantityParser.Parse(wording, Year2024);

        Assert.Equal(unread, reading.Unread);
        Assert.NotNull(reading.Why);
        Assert.Empty(reading.Targets);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200b ")]
    [InlineData("-")]
    [InlineData("…")]
    public void An_empty_quantity_is_ongoing_to_be_confirmed(string? wording)
    {
        var reading = QuantityParser.Parse(wording, Year2024);

        Assert.True(reading.Understood && reading.ToConfirm);
        Assert.Equal(TargetKind.Ongoing, Assert.Single(reading.Targets).Kind);
    }

    [Fact]
    public void A_rhythm_without_a_total_says_how_the_total_came_about()
    {
        var target = Assert.Single(QuantityParser.Parse("tối thiểu 02 tin/tháng", Year2024).Targets);

        Assert.Equal(new(TargetKind.Count, 24, "tin", Comparison.AtLeast, new(2, CadencePer.Month)), target with { Note = null });
        Assert.Equal("24 tin = 02 tin/tháng × 12 tháng của kế hoạch", target.Note);
    }

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", 52, 12, 4)]
    [InlineData("2025-01-01", "2025-12-31", 52, 12, 4)]
    [InlineData("2026-01-01", "2026-12-31", 53, 12, 4)]
    [InlineData("2024-04-01", "2024-06-30", 13, 3, 1)]
    public void Weeks_months_and_quarters_are_those_of_the_plan_s_time(string from, string to, int weeks, int months, int quarters)
    {
        var time = new PlanTime(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));

        Assert.Equal((weeks, months, quarters), (time.Count(CadencePer.Week), time.Count(CadencePer.Month), time.Count(CadencePer.Quarter)));
    }
}
