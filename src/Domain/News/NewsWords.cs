namespace PlanTracker.Domain.News;

/// <summary>The Vietnamese words of the news desk.</summary>
public static class NewsWords
{
    /// <summary>The word of a state.</summary>
    public static string NameOf(NewsStatus status) => status switch
    {
        NewsStatus.Draft => "Bản nháp",
        NewsStatus.Submitted => "Chờ chọn",
        NewsStatus.Selected => "Đã chọn",
        NewsStatus.Returned => "Trả lại để sửa",
        NewsStatus.Declined => "Không chọn",
        _ => "Đã đăng",
    };

    /// <summary>The word of a kind.</summary>
    public static string NameOf(NewsKind kind) => kind switch
    {
        NewsKind.Activity => "Hoạt động",
        NewsKind.Result => "Kết quả",
        NewsKind.Model => "Mô hình, điển hình tốt",
        _ => "Hạn chế, kiến nghị",
    };

    /// <summary>The word of a field.</summary>
    public static string NameOf(NewsField field) => field switch
    {
        NewsField.Institutions => "Thể chế",
        NewsField.AdministrativeProcedures => "Thủ tục hành chính",
        NewsField.Organisation => "Tổ chức bộ máy",
        NewsField.CivilService => "Chế độ công vụ",
        NewsField.PublicFinance => "Tài chính công",
        _ => "Chính quyền điện tử, chính quyền số",
    };

    /// <summary>The name of a place.</summary>
    public static string NameOf(NewsPlace place) => place switch
    {
        NewsPlace.Portal => "Trang thông tin điện tử CCHC",
        NewsPlace.Zalo => "Trang Zalo CCHC",
        NewsPlace.Bulletin => "Bản tin CCHC điện tử",
        NewsPlace.Newspaper => "Chuyên trang CCHC trên báo",
        _ => "Bản tin CCHC của Chính phủ",
    };

    /// <summary>The word of a step.</summary>
    public static string NameOf(NewsStepKind kind) => kind switch
    {
        NewsStepKind.Submission => "Thủ trưởng duyệt, gửi Sở Nội vụ",
        NewsStepKind.Selection => "Chọn đăng",
        NewsStepKind.Return => "Đề nghị sửa",
        NewsStepKind.Decline => "Không chọn",
        _ => "Biên tập",
    };
}
