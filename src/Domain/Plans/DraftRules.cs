using PlanTracker.Domain.Activities;

namespace PlanTracker.Domain.Plans;

/// <summary>What a draft may be: the same rules for page, API and import. Field names are the API's.</summary>
internal static class DraftRules
{
    /// <summary>Most rows of a plan.</summary>
    public const int MaxRows = 300;

    private const int MaxTitle = 2000;
    private const int MaxShort = 200;
    private const int MaxNumber = 100;
    private const int MaxWording = 2000;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const int MostYears = 6;

    /// <summary>A head, cleaned; or all its wrong fields.</summary>
    public static Result<PlanHead> Check(PlanHead head, Func<Guid, bool> agencyExists, DateOnly today)
    {
        var clean = head with { Number = VietnameseText.Clean(head.Number), Title = VietnameseText.Clean(head.Title) ?? "" };
        var errors = new Dictionary<string, string[]>();
        Text(errors, "number", clean.Number, MaxNumber, "Số, ký hiệu", oneLine: true);
        Text(errors, "title", clean.Title, MaxTitle, "Trích yếu");
        if (clean.Title.Length == 0)
            errors["title"] = ["Cần ghi trích yếu."];
        if (!agencyExists(clean.IssuerAgencyId))
            errors["issuerAgencyId"] = ["Không có cơ quan ban hành này."];
        if (clean.To < clean.From || clean.From.Year < FirstYear || clean.To.Year > LastYear || clean.To.Year - clean.From.Year >= MostYears)
            errors["to"] = [$"Thời gian phải từ năm {FirstYear} đến {LastYear}, không quá {MostYears} năm, ngày cuối không trước ngày đầu."];
        else if (clean.Year < clean.From.Year || clean.Year > clean.To.Year)
            errors["year"] = ["Năm kế hoạch phải nằm trong thời gian thực hiện."];
        if (clean.IssuedOn is { } issued && (issued > today || issued.Year < FirstYear))
            errors["issuedOn"] = ["Ngày ban hành không được ở tương lai."];
        else if (clean.IssuedOn > clean.To)
            errors["issuedOn"] = ["Ngày ban hành không được sau ngày kết thúc kế hoạch."];
        return errors.Count == 0 ? clean : Refusal.Invalid(errors);
    }

    /// <summary>A row, cleaned; or all its wrong fields.</summary>
    public static Result<DraftRow> Check(DraftRow row, PlanTime time, Func<Guid, bool> agencyExists)
    {
        var clean = row with
        {
            Title = VietnameseText.Clean(row.Title) ?? "",
            ShortTitle = VietnameseText.Clean(row.ShortTitle),
            QuantityWording = VietnameseText.Clean(row.QuantityWording) ?? "",
            ReadAs = VietnameseText.Clean(row.ReadAs),
            LeadWording = VietnameseText.Clean(row.LeadWording) ?? "",
            SupportingWording = VietnameseText.Clean(row.SupportingWording) ?? "",
            Time = VietnameseText.Clean(row.Time) ?? "",
        };
        var errors = new Dictionary<string, string[]>();
        Text(errors, "title", clean.Title, MaxTitle, "Nội dung hoạt động");
        Text(errors, "shortTitle", clean.ShortTitle, MaxShort, "Tên ngắn", oneLine: true);
        Text(errors, "quantityWording", clean.QuantityWording, QuantityParser.MaxLength, "Số lượng");
        Text(errors, "readAs", clean.ReadAs, QuantityParser.MaxLength, "Cách hiểu số lượng");
        Text(errors, "leadWording", clean.LeadWording, MaxWording, "Chủ trì");
        Text(errors, "supportingWording", clean.SupportingWording, MaxWording, "Phối hợp");
        Text(errors, "time", clean.Time, MaxShort, "Thời gian");
        if (clean.Title.Length == 0)
            errors["title"] = ["Cần ghi nội dung hoạt động."];
        if (clean.LeadAgencyId is { } lead && !agencyExists(lead))
            errors["leadAgencyId"] = ["Không có cơ quan chủ trì này."];
        if (clean.DueOn is { } due && !time.Holds(due))
            errors["dueOn"] = [$"Thời hạn phải từ {time.From:dd/MM/yyyy} đến {time.To:dd/MM/yyyy}."];
        if (!errors.ContainsKey("readAs") && clean.ReadAs is { } words && QuantityParser.Parse(words, time) is { Understood: false } reading)
            errors["readAs"] = [$"Chưa hiểu “{reading.Unread}”. {reading.Why}"];
        return errors.Count == 0 ? clean : Refusal.Invalid(errors);
    }

    private static void Text(Dictionary<string, string[]> errors, string field, string? text, int max, string name, bool oneLine = false)
    {
        if (text?.Length > max)
            errors[field] = [$"{name} dài tối đa {VietnameseNumber.Show(max)} ký tự."];
        else if (text is not null && !VietnameseText.IsClean(text))
            errors[field] = [$"{name} có ký tự điều khiển hoặc ký tự không hợp lệ."];
        else if (oneLine && text?.AsSpan().IndexOfAny('\r', '\n') >= 0)
            errors[field] = [$"{name} viết trên một dòng."];
    }
}
