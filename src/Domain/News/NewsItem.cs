namespace PlanTracker.Domain.News;

/// <summary>An article (tin bài) that an agency sends in: drafted by a reporter, approved by the head, chosen and published by the news desk.</summary>
public sealed class NewsItem
{
    /// <summary>Most pictures of one item.</summary>
    public const int MostImages = 20;

    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The agency that sends it.</summary>
    public required Guid AgencyId { get; init; }
    /// <summary>Who began it.</summary>
    public required Guid CreatedById { get; init; }
    /// <summary>Name of who began it, at the time.</summary>
    public required string CreatedByName { get; init; }
    /// <summary>When it was begun, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
    /// <summary>Who wrote its text last, at the agency: not the one who may approve it.</summary>
    public required Guid WrittenById { get; set; }
    /// <summary>What it says now.</summary>
    public required NewsContent Content { get; set; }
    /// <summary>What the head approved, kept when the desk edited it; null while it reads as approved.</summary>
    public NewsContent? Original { get; set; }
    /// <summary>State.</summary>
    public NewsStatus Status { get; set; }
    /// <summary>Words of the text, see <see cref="NewsText.Words"/>.</summary>
    public int Words { get; set; }
    /// <summary>Pictures, in order.</summary>
    public List<NewsImage> Images { get; init; } = [];
    /// <summary>Submissions, selections, returns, refusals, in order.</summary>
    public List<NewsStep> Steps { get; init; } = [];
    /// <summary>Where it was published.</summary>
    public List<Publication> Publications { get; init; } = [];
    /// <summary>Where and when the desk means to publish it; null when it has no plan.</summary>
    public NewsSchedule? Schedule { get; set; }
    /// <summary>The day of the first submission: the day it counts as sent.</summary>
    public DateOnly? SubmittedOn { get; set; }
    /// <summary>The day it was selected; null when it is not.</summary>
    public DateOnly? SelectedOn { get; set; }
    /// <summary>The day it was declined; null when it is not.</summary>
    public DateOnly? DeclinedOn { get; set; }
    /// <summary>The first day it was published anywhere.</summary>
    public DateOnly? PublishedOn { get; set; }
    /// <summary>The text in brief, to find near-duplicates by; see <see cref="MinHash"/>.</summary>
    public byte[] Sketch { get; set; } = [];
    /// <summary>Title, author and text without marks and case, for search.</summary>
    public string SearchText { get; set; } = "";
    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The last step of a kind; null when it never happened.</summary>
    public NewsStep? Last(NewsStepKind kind) => Steps.LastOrDefault(s => s.Kind == kind);
}

/// <summary>What an author fills in (form of công văn "cung cấp thông tin về lĩnh vực CCHC").</summary>
public sealed record NewsContent
{
    /// <summary>Tên bản tin, at most 300 characters.</summary>
    public required string Title { get; init; }
    /// <summary>Nội dung, in Markdown: headings, bold, lists, links; at most 50,000 characters.</summary>
    public required string Body { get; init; }
    /// <summary>Tên tác giả, at most 200 characters.</summary>
    public required string Author { get; init; }
    /// <summary>Kind.</summary>
    public required NewsKind Kind { get; init; }
    /// <summary>Lĩnh vực.</summary>
    public required NewsField Field { get; init; }
    /// <summary>Đợt tuyên truyền, at most 200 characters.</summary>
    public string? Campaign { get; init; }
    /// <summary>The statement that it was never published anywhere.</summary>
    public bool NeverPublished { get; init; }
    /// <summary>The place it is written for.</summary>
    public required NewsPlace Place { get; init; }
    /// <summary>Activity of a plan that it tells of.</summary>
    public Guid? ActivityId { get; init; }
    /// <summary>Theme of that plan, by number.</summary>
    public int? Theme { get; init; }
}

/// <summary>States of an item.</summary>
public enum NewsStatus
{
    /// <summary>Bản nháp.</summary>
    Draft,
    /// <summary>Chờ chọn.</summary>
    Submitted,
    /// <summary>Đã chọn.</summary>
    Selected,
    /// <summary>Trả lại.</summary>
    Returned,
    /// <summary>Không chọn.</summary>
    Declined,
    /// <summary>Đã đăng.</summary>
    Published,
}

/// <summary>Kinds of item.</summary>
public enum NewsKind
{
    /// <summary>Hoạt động.</summary>
    Activity,
    /// <summary>Kết quả.</summary>
    Result,
    /// <summary>Mô hình, điển hình tốt.</summary>
    Model,
    /// <summary>Hạn chế, kiến nghị.</summary>
    Limitation,
}

/// <summary>The six fields of reform.</summary>
public enum NewsField
{
    /// <summary>Thể chế.</summary>
    Institutions,
    /// <summary>Thủ tục hành chính.</summary>
    AdministrativeProcedures,
    /// <summary>Tổ chức bộ máy.</summary>
    Organisation,
    /// <summary>Chế độ công vụ.</summary>
    CivilService,
    /// <summary>Tài chính công.</summary>
    PublicFinance,
    /// <summary>Chính quyền điện tử, chính quyền số.</summary>
    DigitalGovernment,
}

/// <summary>Places of publication.</summary>
public enum NewsPlace
{
    /// <summary>Trang thông tin điện tử CCHC của thành phố.</summary>
    Portal,
    /// <summary>Trang Zalo.</summary>
    Zalo,
    /// <summary>Bản tin CCHC điện tử.</summary>
    Bulletin,
    /// <summary>Chuyên trang trên báo.</summary>
    Newspaper,
    /// <summary>Bản tin CCHC của Chính phủ.</summary>
    GovernmentBulletin,
}
