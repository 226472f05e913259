using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Tests;

/// <summary>What stands behind a report, a little of every part.</summary>
internal static class GivenAppendices
{
    private static readonly DateOnly Told = new(2024, 9, 18);

    public static PlanReport Report() => Given.Report() with
    {
        Issuer = "UBND thành phố Cần Thơ",
        DrawnUpBy = "Sở Nội vụ",
        Leads = [new("Sở Nội vụ", StatusCounts.Of([ProgressStatus.OnTrack, ProgressStatus.Behind])), new("Sở Văn hóa, Thể thao và Du lịch", StatusCounts.Of([ProgressStatus.Completed]))],
        Texts = new("Lịch chạy xe trùng các sự kiện.\nCán bộ kiêm nhiệm.", "1. Hoàn thành các chỉ tiêu còn lại.", null),
        Content = new ReportAppendices
        {
            Agencies = new([Block("Sở, ban, ngành thành phố (1)", "Sở Tài chính"), Block("Quận, huyện (1)", "UBND quận Ninh Kiều")], Block("Tổng cộng (2)") with { Rows = [] }, Told),
            Events =
            [
                new(Guid.Empty, 1, "1", new(2024, 6, 28), new(2024, 6, 28), "Chuyên mục “CCHC” số 06", "Đài Phát thanh và Truyền hình thành phố", 1, "số", null, "chuyen-muc-06.pdf", null),
                new(Guid.Empty, 12, "12", new(2024, 9, 5), new(2024, 9, 5), "=Điều chỉnh", "-", -400, "tờ", null, "30/BBKK-STTTT", "Điều chỉnh kết quả ngày 20/05/2024: đếm lại"),
                new(Guid.Empty, 15, "15", new(2024, 6, 12), new(2024, 6, 15), "Xe phát thanh", "Trực tiếp; quận Ô Môn", 1, "cuộc", 120, EventsPart.NoEvidence, null),
            ],
            Money = new(
                [new("1", "Chuyên mục “CCHC”", "Kinh phí CCHC của thành phố", 120_000_000, null, 100_000_000, 20_000_000, 60_000_000, null, 60m)],
                [new("", "Tổng cộng", "Kinh phí CCHC của thành phố", 120_000_000, null, 100_000_000, 20_000_000, 60_000_000, null, 60m)]),
            Late = new(
                [new("Sở Ngoại vụ", "Sở, ban, ngành thành phố", new(2024, 9, 16), null, 2, 5, new(2024, 9, 17)), new("UBND huyện Cờ Đỏ", "Quận, huyện", new(2024, 9, 17), new(2024, 9, 18), 1, null, null)],
                34, 27, 4, 3, Told),
            Difficulties = new([new("Liên đoàn Lao động thành phố", new(2024, 7, 12), "- Phần mềm chưa tách số người và số lượt.", "Thống nhất cách tính.", null, null)], 0),
            News = new([new("Sở Nội vụ", [2, 4, 2, 3, 1, 3], 15, 14, 13, 1)], new("Tổng cộng", [2, 4, 2, 3, 1, 3], 15, 14, 13, 1)),
            Changes = new("Báo cáo 6 tháng đã ban hành (số liệu đến hết ngày 14/06/2024)",
                [new(DifferenceKind.Figure, "12", "Tờ gấp", "lũy kế", "5.000", "12.000", "33,3% thành 80,0%"), new(DifferenceKind.Adjusted, "12", "Tờ gấp", "cập nhật điều chỉnh", "-", "-400 tờ ngày 05/09/2024", "đếm lại")]),
        },
    };

    private static AgencyReportBlock Block(string name, string? agency = null) => new(
        name, "1/1", [.. Figures()], 15_000_000, "1/1", "Hạn 16/09",
        agency is null ? [] : [new(Guid.Empty, agency, "42/KH-STC\n26/01/2024", [.. Figures()], null, new(2024, 9, 13), "Gửi chậm")]);

    private static IEnumerable<decimal?> Figures() => Enumerable.Range(0, AgencyReportRow.Indicators).Select(i => i == 3 ? null : (decimal?)(i * 111));
}
