using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Storage.Seed;

/// <summary>A report of the sample year that has a story of its own; null parts are drawn.</summary>
internal sealed record DemoStory(
    string? Results = null, string? Shortcomings = null, string? Directions = null, string? Proposals = null, string? Difficulties = null,
    Dictionary<string, decimal>? Figures = null, DemoMove? Move = null, string? ReturnReason = null, IReadOnlyList<string>? ReturnFields = null,
    string? NothingReason = null);

/// <summary>What happened to a report of the open period, UTC.</summary>
internal sealed record DemoMove(DateTime At, DateTime? Accepted = null, DateTime? Returned = null, bool NothingToReport = false);

/// <summary>Figures and words of the sample year's reports: a fixed draw, the same at every start.</summary>
internal static class DemoReportTexts
{
    /// <summary>Agencies whose people have accounts, by key.</summary>
    public static readonly IReadOnlyDictionary<string, string> Accounts = new Dictionary<string, string>
    {
        ["so-thong-tin-truyen-thong"] = "sotttt", ["so-van-hoa-the-thao-du-lich"] = "svhttdl", ["so-ke-hoach-dau-tu"] = "skhdt", ["ldld"] = "ldld",
        ["ninh-kieu"] = "ninhkieu", ["ninh-kieu.cai-khe"] = "caikhe",
    };

    // Per quarter: least and most of an indicator, by level; what is not here stays empty.
    private static readonly (string Code, int CommuneMost, int DistrictMost, int DepartmentMost)[] Ranges =
    [
        ("Conferences", 2, 3, 3), ("Trainings", 0, 2, 2), ("PortalNews", 9, 22, 26), ("PressNews", 0, 3, 4), ("Broadcasts", 0, 5, 3),
        ("Loudspeakers", 60, 24, 0), ("Leaflets", 400, 600, 900), ("Posters", 8, 12, 10), ("SocialPosts", 24, 30, 20), ("OtherMaterials", 3, 6, 8),
    ];

    private static readonly string[] Results =
    [
        "Tuyên truyền nộp hồ sơ trực tuyến tại bộ phận một cửa; mỗi tuần phát một chuyên mục về CCHC trên hệ thống truyền thanh.",
        "Lồng ghép nội dung CCHC trong sinh hoạt tổ dân phố, khu vực; cấp phát tờ gấp hướng dẫn dịch vụ công trực tuyến.",
        "Đăng tin, bài về kết quả giải quyết thủ tục hành chính trên trang thông tin điện tử; duy trì nhóm Zalo tiếp nhận phản ánh.",
    ];

    private static readonly string[] Shortcomings =
    [
        "Hình thức tuyên truyền chưa đổi mới nhiều; công chức kiêm nhiệm nên tin, bài còn ít.",
        "Một số khu vực loa truyền thanh hư hỏng, người dân lớn tuổi còn ngại nộp hồ sơ trực tuyến.",
    ];

    private static readonly string[] Directions =
    [
        "Tiếp tục tuyên truyền dịch vụ công trực tuyến toàn trình; tổ chức tọa đàm với người dân trong quý tới.",
        "Tăng tin, bài về mô hình hay; cấp phát tờ gấp tại bộ phận một cửa.",
    ];

    private static readonly Dictionary<(string Agency, string Period), DemoStory> Stories = new()
    {
        [("ninh-kieu.cai-khe", "2024-Q1")] = new(
            "Tổ chức tọa đàm “Nộp hồ sơ không cần đến phường” với 62 lượt người dự; phát thanh 36 lượt về dịch vụ công trực tuyến.",
            "Tờ gấp nhận về chậm nên mới cấp phát được một nửa.", "Quý II cấp phát hết tờ gấp, mở nhóm Zalo theo khu vực.",
            Figures: new() { ["Conferences"] = 1, ["ConferencePeople"] = 62, ["PortalNews"] = 6, ["Loudspeakers"] = 36, ["Leaflets"] = 150, ["SocialPosts"] = 12 }),
        [("ninh-kieu.cai-khe", "2024-H1")] = new(
            "Hai tọa đàm, 131 lượt người dự; cấp phát 320 tờ gấp tại bộ phận một cửa; 76 lượt phát thanh. Nhóm Zalo của 8 khu vực có 1.940 người theo dõi.",
            "Tin, bài chủ yếu đưa tin hoạt động, ít bài về cách làm hay.", "Quý III tổ chức tọa đàm về thanh toán trực tuyến phí, lệ phí.",
            "Đề nghị thành phố có tờ gấp riêng về thủ tục hộ tịch.", "Loa truyền thanh khu vực 2 và khu vực 5 thường mất tiếng khi mưa.",
            new() { ["Conferences"] = 2, ["ConferencePeople"] = 131, ["PortalNews"] = 13, ["Loudspeakers"] = 76, ["Leaflets"] = 320, ["Posters"] = 4, ["SocialPosts"] = 27 }),
        [("ninh-kieu.cai-khe", "2024-Q3")] = new(
            "Đã tổ chức một tọa đàm về thanh toán trực tuyến, 58 lượt người dự.",
            Figures: new() { ["Conferences"] = 1, ["ConferencePeople"] = 58, ["PortalNews"] = 7, ["Loudspeakers"] = 31, ["SocialPosts"] = 14 }),
        [("ninh-kieu", "2024-Q1")] = new(
            "Quận tổ chức 01 hội nghị triển khai kế hoạch tuyên truyền, 01 lớp tập huấn cho công chức một cửa 11 phường.",
            "Kinh phí tuyên truyền ở phường còn lồng ghép, chưa có mục riêng.", "Quý II tổ chức hội thi tìm hiểu CCHC cấp quận.",
            Figures: new()
            {
                ["Conferences"] = 1, ["ConferencePeople"] = 140, ["Trainings"] = 1, ["TrainingPeople"] = 85, ["PortalNews"] = 18, ["PressNews"] = 2,
                ["Broadcasts"] = 3, ["Loudspeakers"] = 12, ["Leaflets"] = 0, ["Posters"] = 6, ["SocialPosts"] = 21,
            }),
        [("ninh-kieu", "2024-H1")] = new(
            "Hội thi “Tìm hiểu cải cách hành chính” cấp quận với 11 đội, 430 lượt người dự thi trực tuyến; 11/11 phường có nhóm Zalo chính quyền - người dân.",
            "Chất lượng tin, bài của các phường chưa đều; 02 phường gửi báo cáo chậm.",
            "Quý III tập huấn viết tin, bài cho 11 phường; nhân rộng mô hình của phường Cái Khế.",
            "Đề nghị Sở Nội vụ hướng dẫn mục chi riêng cho tuyên truyền CCHC ở cấp xã.", "Chưa có kinh phí thay loa truyền thanh ở 03 phường.",
            new()
            {
                ["Conferences"] = 2, ["ConferencePeople"] = 310, ["Trainings"] = 2, ["TrainingPeople"] = 161, ["PortalNews"] = 37, ["PressNews"] = 4,
                ["Broadcasts"] = 6, ["Loudspeakers"] = 24, ["Leaflets"] = 500, ["Posters"] = 14, ["SocialPosts"] = 44, ["Contests"] = 1, ["ContestPeople"] = 430,
                ["SocialisedMoney"] = 15_000_000,
            }),
        [("ninh-kieu", "2024-Q3")] = new(
            "Đang tập hợp số liệu của các phường.",
            Figures: new() { ["Conferences"] = 1, ["ConferencePeople"] = 120, ["Trainings"] = 1, ["TrainingPeople"] = 85, ["PortalNews"] = 14, ["PressNews"] = 2, ["Broadcasts"] = 3, ["Loudspeakers"] = 12, ["SocialPosts"] = 21 },
            Difficulties: "Loa truyền thanh phường Tân An hỏng từ 02/8, chưa có kinh phí sửa."),
        [("ninh-kieu.an-cu", "2024-Q3")] = new(
            Move: new(At(9, 9, 8), Accepted: At(9, 10, 3), NothingToReport: true),
            NothingReason: "Tọa đàm dự kiến tháng 8 dời sang tháng 10/2024 do chuẩn bị sắp xếp đơn vị hành chính phường."),
        [("ninh-kieu.xuan-khanh", "2024-Q3")] = new(Move: new(At(9, 9, 9))),
        [("ninh-kieu.an-hoa", "2024-Q3")] = new(Move: new(At(9, 9, 2), Accepted: At(9, 10, 2))),
        [("so-thong-tin-truyen-thong", "2024-Q3")] = new(
            "Phát hành 6.250 tờ gấp tuyên truyền CCHC; theo dõi tin, bài của các cơ quan báo chí.", "Tờ gấp đợt 4 còn chờ in.",
            "Hoàn thành 15.000 tờ gấp trong quý IV.", Move: new(At(9, 9, 7))),
        [("so-van-hoa-the-thao-du-lich", "2024-Q3")] = new("Xe phát thanh lưu động đi 09 quận, huyện; tranh cổ động đã sáng tác 01/02 mẫu."),
        [("ldld", "2024-Q3")] = new(
            "Phát động cuộc thi “Chung tay cải cách hành chính” trong đoàn viên công đoàn.",
            Figures: new() { ["Contests"] = 1, ["PortalNews"] = 3, ["SocialPosts"] = 5 }, Move: new(At(9, 9, 3), Returned: At(9, 10, 4)),
            ReturnReason: "Cuộc thi mới phát động, chưa tổ chức nên chưa tính là 1 cuộc; cần nêu rõ tiến độ và số công đoàn cơ sở đăng ký.",
            ReturnFields: ["figures.Contests", "results"]),
    };

    /// <summary>The story of a report; null when it is drawn.</summary>
    public static DemoStory? Of(string agency, string period) => Stories.GetValueOrDefault((agency, period));

    /// <summary>Why nothing was done.</summary>
    public static string Nothing(string key) => Pick(
        key, ["Hoạt động tuyên truyền dời sang quý sau do tập trung phòng, chống hạn mặn.", "Đơn vị thay đổi công chức phụ trách, kế hoạch tuyên truyền thực hiện từ quý sau."]);

    /// <summary>What the agency wrote.</summary>
    public static ReportContent Content(
        string key, AgencyLevel level, ReportingPeriod period, IReadOnlyDictionary<string, decimal> prefilled, DemoStory? story) => new()
        {
            Figures = [.. (story?.Figures ?? Drawn(key, level, period, prefilled)).Select(f => new OwnFigure(f.Key, f.Value))],
            Results = story?.Results ?? Pick(key + period.Code, Results),
            Shortcomings = story is null ? Pick(key, Shortcomings) : story.Shortcomings,
            Directions = story is null ? Pick(period.Code + key, Directions) : story.Directions,
            Proposals = story?.Proposals,
            Difficulties = story is null && Draw(key + "kk") % 9 == 0 ? "Thiếu kinh phí in tờ gấp; công chức phụ trách kiêm nhiệm nhiều việc." : story?.Difficulties,
        };

    private static Dictionary<string, decimal> Drawn(string key, AgencyLevel level, ReportingPeriod period, IReadOnlyDictionary<string, decimal> prefilled)
    {
        // 6 tháng and Năm hold what the quarters before them held, and more.
        var quarters = period.Kind switch { PeriodKind.HalfYear => 2, PeriodKind.Year => 4, _ => 1 };
        var figures = new Dictionary<string, decimal>();
        foreach (var (code, commune, district, department) in Ranges)
        {
            var most = level switch { AgencyLevel.Commune => commune, AgencyLevel.District => district, _ => department };
            var value = Enumerable.Range(0, quarters).Sum(q => most == 0 ? 0 : Draw(key + code + q) % (most + 1));
            figures[code] = prefilled.GetValueOrDefault(code, code is "Leaflets" ? value / 10 * 10 : value);
        }
        foreach (var (events, people, each) in new[] { ("Conferences", "ConferencePeople", 40), ("Trainings", "TrainingPeople", 30) })
            figures[people] = prefilled.GetValueOrDefault(people, figures[events] * (each + Draw(key + people) % each));
        return figures;
    }

    private static string Pick(string seed, string[] texts) => texts[Draw(seed) % texts.Length];

    private static int Draw(string seed) => seed.Aggregate(7, (sum, c) => (sum * 131 + c) % 99_991);

    private static DateTime At(int month, int day, int hour) => new(2024, month, day, hour, 15, 0, DateTimeKind.Utc);
}
