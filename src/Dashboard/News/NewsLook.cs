using PlanTracker.Domain.News;

namespace PlanTracker.Dashboard.News;

/// <summary>Signs and colours of the states of items; the word is always beside them.</summary>
internal static class NewsLook
{
    public static string Icon(NewsStatus status) => status switch
    {
        NewsStatus.Draft => "pencil",
        NewsStatus.Submitted => "hourglass",
        NewsStatus.Selected => "check",
        NewsStatus.Returned => "arrow-back-up",
        NewsStatus.Declined => "circle-minus",
        _ => "news",
    };

    public static string Css(NewsStatus status) => status switch
    {
        NewsStatus.Submitted => "s-pend",
        NewsStatus.Selected => "s-ontrack",
        NewsStatus.Published => "s-done",
        NewsStatus.Returned => "s-returned",
        _ => "s-plain",
    };

    /// <summary>What was just done and what happens next.</summary>
    public static (string What, string Next)? Done(string? done, NewsStatus status) => (done, status) switch
    {
        ("nhap", NewsStatus.Draft or NewsStatus.Returned) => ("Đã lưu.", "Thêm ảnh nếu có; lãnh đạo đơn vị duyệt rồi bài được gửi Sở Nội vụ."),
        ("gui", NewsStatus.Submitted) => ("Đã duyệt và gửi Sở Nội vụ.", "Khi bài được chọn, được đăng hoặc trả lại, trang này cho biết."),
        ("chon", NewsStatus.Selected) => ("Đã chọn.", "Dự kiến nơi, ngày đăng; đưa vào số bản tin; hoặc ghi nhận khi đã đăng."),
        ("khong-chon", NewsStatus.Declined) => ("Đã ghi không chọn.", "Đơn vị đọc được lý do."),
        ("bien-tap", NewsStatus.Submitted or NewsStatus.Selected) => ("Đã lưu bản biên tập.", "Bản thủ trưởng duyệt được giữ bên dưới để đối chiếu."),
        ("du-kien", _) => ("Đã ghi dự kiến đăng.", ""),
        ("dang", NewsStatus.Published) => ("Đã ghi nhận đăng.", ""),
        ("anh", _) => ("Đã cập nhật ảnh.", ""),
        _ => null,
    };
}
