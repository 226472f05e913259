namespace PlanTracker.Domain.AgencyReports;

/// <summary>The indicators that a new database begins with (rule of agency reports); afterwards they are data of Sở Nội vụ.</summary>
public static class IndicatorDefaults
{
    internal static readonly string[] NewsUnits = ["tin", "bài", "tin bài", "tin, bài"];
    private static readonly string[] PosterUnits = ["cái", "tấm", "tranh", "bộ"];

    /// <summary>New ones with the default terms, in the order of the form.</summary>
    public static IReadOnlyList<Indicator> Make() =>
    [
        Of("Conferences", 1, "Hội nghị, tọa đàm tuyên truyền CCHC", "cuộc", people: "ConferencePeople", matches: [new(null, 4, "cuộc")]),
        Of("ConferencePeople", 2, "Lượt người dự hội nghị, tọa đàm", "lượt"),
        Of("Trainings", 3, "Lớp tập huấn, bồi dưỡng có nội dung CCHC", "lớp", people: "TrainingPeople", matches: [new(null, null, "lớp")]),
        Of("TrainingPeople", 4, "Lượt người tập huấn", "lượt"),
        Of("PortalNews", 5, "Tin bài trên cổng, trang thông tin điện tử", "tin, bài",
            matches: [.. NewsUnits.SelectMany(u => new EntryMatch[] { new("Portal", null, u), new("Website", null, u) })]),
        Of("PressNews", 6, "Tin bài trên báo", "tin, bài", matches: [.. NewsUnits.Select(u => new EntryMatch("Press", null, u))]),
        Of("Broadcasts", 7, "Chuyên mục, phóng sự phát sóng", "lượt", matches: [new("Television", null, null), new("Radio", null, null)]),
        Of("Loudspeakers", 8, "Lượt phát thanh cơ sở", "lượt", matches: [new("Loudspeaker", null, null)]),
        Of("Leaflets", 9, "Tờ gấp, tờ rơi đã cấp phát", "tờ", matches: [new("Leaflet", null, null)]),
        Of("Posters", 10, "Pano, áp phích, băng rôn", "cái",
            matches: [.. PosterUnits.Select(u => new EntryMatch("Pano", null, u))]),
        Of("SocialPosts", 11, "Bài trên mạng xã hội", "bài",
            matches: [new("Facebook", null, null), new("Zalo", null, null), new("YouTube", null, null)]),
        Of("Contests", 12, "Cuộc thi", "cuộc", people: "ContestPeople", matches: [new(null, 2, "cuộc")]),
        Of("ContestPeople", 13, "Lượt người dự thi", "lượt"),
        Of("OtherMaterials", 14, "Tài liệu khác", "bản", matches: [new("Pano", null, "tờ")]),
        Of("OtherForms", 15, "Hình thức khác", "lượt", matches: [new("MobileUnit", null, null), new("Sms", null, null), new("Other", null, null)]),
        Of("SocialisedMoney", 16, "Kinh phí xã hội hóa", "đồng", money: true),
    ];

    private static Indicator Of(
        string code, int order, string name, string unit, string? people = null, IReadOnlyList<EntryMatch>? matches = null, bool money = false) => new()
        {
            Code = code,
            Terms = new()
            {
                Name = name, Unit = unit, Order = order, PeopleCode = people, Matches = matches ?? [], CountsSocialisedMoney = money,
            },
        };
}
