using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Tests;

/// <summary>Reports to print: the sixteen rows of plan 246 with figures of the sample year, or whatever a test needs.</summary>
internal static class Given
{
    private const string Everyone = "Sở, ban, ngành thành phố; UBND quận, huyện; UBND xã, phường, thị trấn";
    private const string Broadcaster = "Đài Phát thanh và Truyền hình thành phố và các cơ quan có liên quan";
    private const string Culture = "Sở Văn hóa, Thể thao và Du lịch";
    private const string WithCulture = "Sở Nội vụ, Sở Thông tin và Truyền thông, UBND quận, huyện";
    private const string HomeAffairs = "Sở Nội vụ";

    public static readonly ReportWindow QuarterThree = new("2024-Q3", "Quý III", new(2024, 6, 15), new(2024, 9, 14), PeriodKind.Quarter);
    public static readonly ReportWindow QuarterOne = new("2024-Q1", "Quý I", new(2023, 12, 15), new(2024, 3, 14), PeriodKind.Quarter);
    public static readonly ReportWindow HalfYear = new("2024-H1", "6 tháng", new(2023, 12, 15), new(2024, 6, 14), PeriodKind.HalfYear);
    public static readonly ReportWindow Year = new("2024-Y", "Năm", new(2023, 12, 15), new(2024, 12, 14), PeriodKind.Year);
    public static readonly ReportWindow Closing = new("2024-KH", "Cả năm kế hoạch", new(2024, 1, 1), new(2024, 12, 31), PeriodKind.Closing);
    public static readonly ReportWindow Custom = new("custom", "Khoảng tự chọn", new(2024, 2, 1), new(2024, 5, 31), PeriodKind.Custom);

    /// <summary>Every window a report can have.</summary>
    public static readonly ReportWindow[] Windows = [QuarterOne, HalfYear, QuarterThree, Year, Closing, Custom];

    public static Plan Plan246(bool isSample = true) => new()
    {
        Number = "246/KH-UBND",
        Title = "Công tác thông tin, tuyên truyền cải cách hành chính năm 2024",
        IssuerAgencyId = Guid.CreateVersion7(),
        IssuedOn = new(2023, 12, 14),
        Year = 2024,
        From = new(2024, 1, 1),
        To = new(2024, 12, 31),
        IsSample = isSample,
        Text = new PlanText
        {
            Footnotes =
            [
                new("*", "Tùy theo diễn biến của tình hình thực tế, thành phố áp dụng hình thức tuyên truyền trực tiếp hoặc trực tuyến để đảm bảo hiệu quả trong việc triển khai thực hiện."),
                new("**", "Thực hiện Quyết định số 2344/QĐ-UBND ngày 02 tháng 10 năm 2023 của Ủy ban nhân dân thành phố về việc Ủy quyền cho các cơ quan chuyên môn lựa chọn phương thức và quyết toán giao nhiệm vụ, đặt hàng cung cấp sản phẩm, dịch vụ công sử dụng kinh phí ngân sách nhà nước từ nguồn chi thường xuyên của thành phố Cần Thơ."),
            ],
        },
    };

    /// <summary>The report of plan 246 for a window, as of its last day.</summary>
    public static PlanReport Report(ReportWindow? window = null, DateOnly? asOf = null, bool isSample = true, ReportState state = ReportState.Issued) =>
        Report(SixteenRows(), window, asOf, isSample, state);

    /// <summary>A report of other rows; statuses are counted by row.</summary>
    public static PlanReport Report(
        IReadOnlyList<ReportRow> rows, ReportWindow? window = null, DateOnly? asOf = null, bool isSample = true, ReportState state = ReportState.Issued) =>
        new(Plan246(isSample), window ?? QuarterThree, asOf ?? (window ?? QuarterThree).To, state, rows,
            StatusCounts.Of(rows.GroupBy(r => r.ActivityId).Select(a => Figures.StatusOf([.. a.Select(r => r.Figures.Status)]))),
            ReportWording.DefaultLetterhead, 2);

    /// <summary>The rows of plan 246 at the end of the third quarter.</summary>
    public static List<ReportRow> SixteenRows()
    {
        var rows = new List<ReportRow>
        {
            Row(1, "Đặt hàng thực hiện Chuyên mục “CCHC” trên Đài Phát thanh và Truyền hình thành phố", "số", 12, 3, 8, ProgressStatus.OnTrack, HomeAffairs, Broadcaster, entries: 3),
            Row(2, "Đặt hàng thực hiện Chương trình Gặp gỡ và Đối thoại về CCHC (truyền hình trực tiếp) trên Đài Phát thanh và Truyền hình thành phố", "số", 3, 1, 2, ProgressStatus.OnTrack, HomeAffairs, Broadcaster, entries: 1),
            Row(3, "Đặt hàng thực hiện Chương trình “Hỏi - đáp nhanh về CCHC”", "số", 4, 1, 2, ProgressStatus.OnTrack, HomeAffairs, Broadcaster, entries: 1),
            Row(4, "Đặt hàng sản xuất các đoạn phim, video clip giới thiệu về CCHC để phát trên màn hình điện tử, mạng xã hội", "clip", 5, 0, 2, ProgressStatus.Behind, HomeAffairs, "Đài Phát thanh và Truyền hình thành phố, các cơ quan truyền thông"),
            Row(5, "Thực hiện chuyên trang CCHC và Diễn đàn trao đổi ý kiến trên Báo Cần Thơ", "số", 52, 13, 37, ProgressStatus.OnTrack, HomeAffairs, "Báo Cần Thơ, sở, ban, ngành thành phố; UBND quận, huyện; UBND xã, phường, thị trấn", entries: 13, wording: "52 số (01 số/tuần)"),
            Row(6, "Xây dựng bản tin CCHC điện tử", "số", 52, 11, 34, ProgressStatus.Behind, HomeAffairs, Everyone, entries: 11, note: "02 số chờ xác nhận"),
            Row(7, "Cuộc thi “Chung tay thực hiện CCHC gắn với chuyển đổi số”", "cuộc", 1, 0, 1, ProgressStatus.Completed, "Liên đoàn Lao động thành phố", "Sở Nội vụ, Công đoàn cơ sở trực thuộc và các cơ quan, đơn vị có liên quan", modes: "-"),
            Row(8, "Tọa đàm chia sẻ kinh nghiệm thực hiện CCHC", "cuộc", 3, 1, 2, ProgressStatus.OnTrack, HomeAffairs, "Sở, ban, ngành thành phố; UBND quận, huyện", entries: 1, modes: "Kết hợp: 01"),
            Row(9, "Cuộc thi đánh giá năng lực ứng dụng công nghệ thông tin trong hoạt động quản lý, điều hành của cán bộ, công chức, viên chức lãnh đạo, quản lý", "cuộc", 1, 0, 0, ProgressStatus.NotStarted, HomeAffairs, Everyone, modes: "-"),
            Row(10, "Cuộc thi khảo sát kiến thức cải cách hành chính", "cuộc", 1, 1, 1, ProgressStatus.Completed, HomeAffairs, Everyone, entries: 1, modes: "Trực tuyến: 01"),
            Row(11, "Tổ chức Hội nghị, Tọa đàm đối thoại trực tiếp giữa lãnh đạo thành phố với doanh nghiệp", "cuộc", 2, 1, 1, ProgressStatus.OnTrack, "Sở Kế hoạch và Đầu tư", "Sở, ban, ngành thành phố, UBND quận, huyện và các đơn vị có liên quan", entries: 1, modes: "Trực tiếp: 01"),
            Row(12, "In, phát hành tờ gấp tuyên truyền về CCHC", "tờ", 15000, 4500, 12000, ProgressStatus.OnTrack, "Sở Thông tin và Truyền thông", "Sở, ban, ngành thành phố, UBND quận, huyện và các đơn vị có liên quan", entries: 2),
        };
        var posters = Row(13, "Sáng tác và phát hành tranh cổ động: sáng tác", "tranh", 2, 0, 2, ProgressStatus.Completed, Culture, WithCulture, wording: "02 tranh (phát hành 4.000 tờ)") with { Label = "13a" };
        rows.Add(posters);
        rows.Add(Row(13, "Sáng tác và phát hành tranh cổ động: phát hành", "tờ", 4000, 1500, 2500, ProgressStatus.Behind, Culture, WithCulture, entries: 1, wording: posters.Wording) with
        {
            Label = "13b",
            ActivityId = posters.ActivityId,
        });
        rows.Add(Row(14, "Xây dựng tiểu phẩm biểu diễn phục vụ tuyên truyền thông tin lưu động", "tiểu phẩm", 1, 1, 1, ProgressStatus.Completed, Culture, WithCulture, entries: 1));
        rows.Add(Row(15, "Tuyên truyền bằng hình thức xe phát thanh tuyên truyền, chạy trên các tuyến đường thuộc thành phố Cần Thơ", "cuộc", 10, 3, 7, ProgressStatus.OnTrack, Culture, WithCulture, entries: 3, withEvidence: 2, note: "1 kết quả thiếu minh chứng"));
        return rows;
    }

    /// <summary>A row; modes are given for rows marked (*) only.</summary>
    public static ReportRow Row(
        int order, string title, string unit, decimal? value, decimal inPeriod, decimal toDate, ProgressStatus status, string lead = HomeAffairs,
        string supporting = Everyone, int entries = 0, int? withEvidence = null, string? wording = null, string? modes = null, string note = "") =>
        new(order, $"{order}", Guid.CreateVersion7(), Guid.CreateVersion7(), title, title, wording ?? $"{VietnameseNumber.Wording(value ?? 0)} {unit}", unit,
            FiguresOf(value, inPeriod, toDate, status), lead, supporting, "Trong năm 2024", modes is not null, modes ?? "-", entries,
            withEvidence ?? entries, note);

    private static TargetFigures FiguresOf(decimal? value, decimal inPeriod, decimal toDate, ProgressStatus status) =>
        new(value, value, 0, inPeriod, toDate, 0, value, value is null or 0 ? null : toDate / value * 100, value is null ? null : Math.Max(0, value.Value - toDate),
            value is null ? null : Math.Max(value.Value, toDate), status);

    /// <summary>Rows of many activities with figures of every size, the same on each run.</summary>
    public static List<ReportRow> ManyRows(int count)
    {
        var random = new Random(246);
        var titles = SixteenRows();
        return [.. Enumerable.Range(1, count).Select(order =>
        {
            var like = titles[random.Next(titles.Count)];
            decimal? value = random.Next(10) switch { 0 => null, 1 => 0, 2 => random.Next(1, 50) / 4m, _ => random.Next(1, 2_000_000) };
            var entries = random.Next(4);
            return Row(order, like.Title, like.Unit, value, random.Next(-3, 9_000), random.Next(0, 30_000) / 2m, (ProgressStatus)random.Next(7),
                like.Lead, like.Supporting, entries, random.Next(entries + 1), modes: random.Next(2) == 0 ? "Trực tiếp: 01; Trực tuyến: 02" : null,
                note: random.Next(3) == 0 ? "Chỉ tiêu điều chỉnh lần 1, theo 120/KH-UBND; 02 số chờ xác nhận" : "");
        })];
    }
}
