using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Agencies;

/// <summary>Agencies in words: how long they last, how they changed.</summary>
internal static class AgencyWords
{
    public static string Validity(Agency agency) => (agency.ValidFrom, agency.ValidTo) switch
    {
        (null, null) => "đang hoạt động",
        (null, { } to) => $"đến {Words.Day(to)}",
        ({ } from, null) => $"từ {Words.Day(from)}",
        ({ } from, { } to) => $"{Words.Day(from)} – {Words.Day(to)}",
    };

    public static string Of(SuccessionKind kind) => kind switch
    {
        SuccessionKind.Merge => "Sáp nhập",
        SuccessionKind.Split => "Chia, tách",
        SuccessionKind.Rename => "Đổi tên",
        _ => "Kết thúc hoạt động",
    };

    public static string Of(AgencyGroup group) => group switch
    {
        AgencyGroup.Department => "Sở, ban, ngành thành phố",
        AgencyGroup.District => "UBND quận, huyện",
        AgencyGroup.Commune => "UBND xã, phường, thị trấn",
        _ => "Đoàn thể chính trị - xã hội thành phố",
    };

    /// <summary>The first letter large: "phường" to "Phường".</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What an area of a succession is called, and how its things are counted.</summary>
    public static (string Heading, string Unit) Area(string area) => area switch
    {
        "leads" => ("Hoạt động chuyển cơ quan chủ trì", "hoạt động"),
        "money" => ("Kinh phí chưa chi, chuyển theo hoạt động", "khoản kinh phí"),
        "users" => ("Người dùng chuyển đơn vị", "người dùng"),
        "obligations" => ("Báo cáo phải gửi chuyển đơn vị kế thừa", "báo cáo"),
        "preparations" => ("Kế hoạch chi tiết, việc thống nhất nội dung chuyển đơn vị", "việc chuẩn bị"),
        "difficulties" => ("Khó khăn, vướng mắc chuyển đơn vị theo dõi", "khó khăn, vướng mắc"),
        "inspections" => ("Cuộc kiểm tra, kiến nghị chuyển đơn vị thực hiện", "cuộc kiểm tra"),
        "unitPlans" => ("Phần còn lại của kế hoạch đơn vị, chuyển theo tỷ lệ", "kế hoạch"),
        "children" => ("Đơn vị trực thuộc chuyển cấp trên", "đơn vị"),
        _ => (Capital(area), "mục"),
    };
}
