using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Tests.Shared;

public sealed class PiecesTests
{
    [Theory]
    [InlineData(ProgressStatus.Behind, "Chậm tiến độ", "s-behind", "#i-alert-triangle")]
    [InlineData(ProgressStatus.Overdue, "Quá hạn", "s-overdue", "#i-alert-octagon-f")]
    [InlineData(ProgressStatus.Completed, "Hoàn thành", "s-done", "#i-circle-check-f")]
    public async Task A_status_is_word_and_colour_and_icon(ProgressStatus status, string word, string css, string icon)
    {
        var page = await Rendered.Page<StatusChip>(new() { [nameof(StatusChip.Status)] = status });
        var chip = page.QuerySelector(".chip")!;

        Assert.Equal(word, chip.TextContent.Trim());
        Assert.Contains(css, chip.ClassName!, StringComparison.Ordinal);
        Assert.EndsWith(icon, chip.QuerySelector("use")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_draws_what_is_done_missing_and_waiting_and_says_it_in_words()
    {
        var figures = new TargetFigures(4000, 4000, 0, 0, 1000, 500, 2775, 25, 3000, 1441, ProgressStatus.Behind);
        var page = await Rendered.Page<Bullet>(new() { [nameof(Bullet.Figures)] = figures, [nameof(Bullet.Unit)] = "tờ" });

        Assert.Equal("Đã xác nhận 1.000, cần đến ngày này 2.775, chỉ tiêu 4.000 tờ, chờ xác nhận 500", page.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("25%", page.QuerySelector(".b-act")!.GetAttribute("width"));
        Assert.Equal(("25%", "44.38%"), (page.QuerySelector(".b-gap")!.GetAttribute("x"), page.QuerySelector(".b-gap")!.GetAttribute("width")));
        Assert.Equal("69.38%", page.QuerySelector(".b-exp")!.GetAttribute("x1"));
        Assert.Equal("12.5%", page.QuerySelector(".b-pend")!.GetAttribute("width"));
    }

    [Fact]
    public async Task A_bar_of_more_than_all_stays_inside_its_track()
    {
        var figures = new TargetFigures(2, 2, 0, 0, 3, 0, 1, 150, 0, 3, ProgressStatus.Completed);
        var page = await Rendered.Page<Bullet>(new() { [nameof(Bullet.Figures)] = figures, [nameof(Bullet.Unit)] = "tranh" });

        Assert.Equal("100%", page.QuerySelector(".b-act")!.GetAttribute("width"));
        Assert.Null(page.QuerySelector(".b-gap"));
    }

    [Theory]
    [InlineData("05/3/2024", "2024-03-05")]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData(" 29/02/2024 ", "2024-02-29")]
    [InlineData("30/02/2024", null)]
    [InlineData("3/5/24", null)]
    [InlineData("hôm nay", null)]
    [InlineData("", null)]
    public void Days_are_read_as_people_and_browsers_write_them(string text, string? day) =>
        Assert.Equal(day, Dates.Parse(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Every_state_of_an_entry_has_a_sign_of_its_own() =>
        Assert.Equal(5, Enum.GetValues<EntryStatus>().Select(Words.Icon).Distinct().Count());

    [Fact]
    public void An_instant_is_shown_in_Vietnam() =>
        Assert.Equal("00:30 15/03/2024", Words.Instant(new DateTime(2024, 3, 14, 17, 30, 0, DateTimeKind.Utc)));
}
