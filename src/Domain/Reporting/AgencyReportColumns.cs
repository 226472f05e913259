namespace PlanTracker.Domain.Reporting;

/// <summary>The columns of figures in Phụ lục II, in their order; page and file show the same.</summary>
public static class AgencyReportColumns
{
    /// <summary>Heads with the columns below them; a head without columns is one itself. The last is kinh phí xã hội hóa, in đồng.</summary>
    public static IReadOnlyList<(string Head, string[] Columns)> Groups { get; } =
    [
        ("Hội nghị, tọa đàm", ["Số cuộc", "Lượt người"]), ("Lớp tập huấn", ["Số lớp", "Lượt người"]), ("Tin, bài", ["Cổng, trang TTĐT", "Báo"]),
        ("Phát thanh, truyền hình", ["Chuyên mục, phóng sự", "Lượt phát thanh cơ sở"]), ("Ấn phẩm", ["Tờ gấp, tờ rơi (tờ)", "Pano, áp phích, băng rôn (cái)"]),
        ("Bài mạng xã hội", []), ("Cuộc thi", ["Số cuộc", "Lượt thi"]), ("Khác", ["Tài liệu khác", "Hình thức khác"]), ("Kinh phí xã hội hóa (đồng)", []),
    ];

    // The codes of the indicators that they show, in the same order.
    internal static readonly string[] Codes =
    [
        "Conferences", "ConferencePeople", "Trainings", "TrainingPeople", "PortalNews", "PressNews", "Broadcasts", "Loudspeakers", "Leaflets", "Posters",
        "SocialPosts", "Contests", "ContestPeople", "OtherMaterials", "OtherForms",
    ];
}
