using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>What the fields of an agency's own plan, its activities and their results may be.</summary>
internal static class UnitPlanRules
{
    /// <summary>Most activities of one plan.</summary>
    public const int MostActivities = 200;

    /// <summary>Largest quantity.</summary>
    public const decimal MaxQuantity = 1_000_000_000_000m;

    /// <summary>Longest title and channel of an activity.</summary>
    public const int MaxTitle = 1000;

    /// <summary>Longest wording of a quantity.</summary>
    public const int MaxWording = 500;

    /// <summary>Longest unit.</summary>
    public const int MaxUnit = 50;

    /// <summary>Longest wording of a time.</summary>
    public const int MaxTime = 200;

    private const int MaxNumber = 100;

    /// <summary>With its texts trimmed.</summary>
    public static UnitPlanOrder Clean(UnitPlanOrder order) =>
        order with { Title = VietnameseText.Clean(order.Title), Note = VietnameseText.Clean(order.Note), Reason = VietnameseText.Clean(order.Reason) };

    /// <summary>With its texts trimmed, and the wording read where it gives one number in one way.</summary>
    public static UnitActivityOrder Clean(UnitActivityOrder order, Plan city)
    {
        var clean = order with
        {
            Title = VietnameseText.Clean(order.Title),
            Channel = VietnameseText.Clean(order.Channel),
            QuantityWording = VietnameseText.Clean(order.QuantityWording),
            Unit = VietnameseText.Clean(order.Unit),
            Time = VietnameseText.Clean(order.Time),
            Reason = VietnameseText.Clean(order.Reason),
        };
        return clean is { Quantity: null, Unit: null, QuantityWording: { Length: <= MaxWording } wording }
            && QuantityParser.Parse(wording, new PlanTime(city.From, city.To)) is { Understood: true, Targets: [{ Kind: TargetKind.Count, Value: { } value } one] }
            ? clean with { Quantity = value, Unit = one.Unit } : clean;
    }

    /// <summary>With its texts trimmed.</summary>
    public static UnitResultOrder Clean(UnitResultOrder order) => order with
    {
        Title = VietnameseText.Clean(order.Title),
        Note = VietnameseText.Clean(order.Note),
        Url = VietnameseText.Clean(order.Url),
        Document = order.Document is { } d ? d with { Number = VietnameseText.Clean(d.Number) ?? "" } : null,
        NoEvidenceReason = VietnameseText.Clean(order.NoEvidenceReason),
    };

    /// <summary>What is wrong with the head of a plan; null when nothing is.</summary>
    /// <param name="order">The head, trimmed.</param>
    /// <param name="city">The city's plan.</param>
    /// <param name="agency">Whose; null when there is none.</param>
    /// <param name="own">The plan itself; null when it is new.</param>
    /// <param name="others">The plans under the city's plan, and the parent that was named.</param>
    /// <param name="today">Today.</param>
    public static Refusal? Check(UnitPlanOrder order, Plan city, Agency? agency, UnitPlan? own, IReadOnlyList<UnitPlan> others, DateOnly today)
    {
        var errors = new FieldErrors();
        var day = DayIn(city, today);
        if (agency is null || (own is null && !agency.ExistsOn(day)))
            errors.Add("agencyId", "Cần một cơ quan, đơn vị đang hoạt động.");
        errors.Line("title", order.Title, 500, "Trích yếu", needed: true);
        if (order.Note is not null)
            errors.Text("note", order.Note, "Ghi chú");
        if (order.ParentId is { } parent && WrongParent(parent, city, agency, own, others, day) is { } wrong)
            errors.Add("parentId", wrong);
        CheckReason(errors, own, order.Reason);
        return errors.Refusal;
    }

    /// <summary>What is wrong with a number and day; null when nothing is.</summary>
    public static Refusal? Check(UnitPlanNumber number, Plan city, DateOnly today)
    {
        var errors = new FieldErrors();
        errors.Line("number", number.Number, MaxNumber, "Số, ký hiệu", needed: true);
        if (number.IssuedOn > today || number.IssuedOn > city.To || number.IssuedOn < city.From.AddYears(-1))
            errors.Add("issuedOn", $"Ngày ban hành phải từ {city.From.AddYears(-1):dd/MM/yyyy} đến hôm nay, trong thời gian của kế hoạch thành phố.");
        return errors.Refusal;
    }

    /// <summary>What is wrong with an activity; null when nothing is.</summary>
    public static Refusal? Check(UnitActivityOrder order, UnitPlan plan, Plan city)
    {
        var errors = new FieldErrors();
        errors.Text("title", order.Title, "Nội dung hoạt động", MaxTitle);
        if (order.Channel is not null)
            errors.Text("channel", order.Channel, "Hình thức, kênh", MaxTitle);
        if (order.QuantityWording is not null)
            errors.Text("quantityWording", order.QuantityWording, "Số lượng, tần suất", MaxWording);
        errors.Line("time", order.Time, MaxTime, "Thời gian", needed: false);
        errors.Line("unit", order.Unit, MaxUnit, "Đơn vị tính", needed: order.Quantity is not null);
        if (order.Quantity is null && order.Unit is not null)
            errors.Add("quantity", "Có đơn vị tính thì cần ghi số lượng; hoạt động không có số lượng thì để trống cả hai.");
        if (order.Quantity is { } value && (value <= 0 || value > MaxQuantity || !IsExact(value)))
            errors.Add("quantity", "Số lượng phải lớn hơn 0, tối đa 1.000.000.000.000, không quá bốn chữ số thập phân.");
        if (order.CityActivityId is { } link && !city.Activities.Exists(a => a.Id == link))
            errors.Add("cityActivityId", $"Hoạt động này không thuộc Kế hoạch {city.Number}. Chọn hoạt động của kế hoạch này, hoặc để trống nếu là hoạt động riêng của đơn vị.");
        CheckReason(errors, plan, order.Reason);
        return errors.Refusal;
    }

    /// <summary>What is wrong with a result; null when nothing is.</summary>
    public static Refusal? Check(UnitResultOrder order, UnitActivity activity, Plan city, DateOnly today, bool hasEvidence = false)
    {
        var errors = new FieldErrors();
        var last = today < city.To ? today : city.To;
        if (order.Date < city.IssuedOn || order.Date > last)
            errors.Add("date", $"Ngày thực hiện phải từ {city.IssuedOn:dd/MM/yyyy} đến {last:dd/MM/yyyy}.");
        else if (!activity.RunsOn(order.Date))
            errors.Add("date", $"Hoạt động này đã kết thúc từ ngày {activity.EndedOn:dd/MM/yyyy}.");
        if (activity.Quantities.Count == 0 && order.Quantity is not null)
            errors.Add("quantity", "Hoạt động này không có số lượng nên không ghi số; hãy mô tả việc đã làm.");
        if (activity.Quantities.Count > 0 && order.Quantity is null)
            errors.Add("quantity", $"Cần ghi số lượng ({activity.Unit}).");
        if (order.Quantity is { } value && (value == 0 || Math.Abs(value) > MaxQuantity || !IsExact(value)))
            errors.Add("quantity", "Số lượng phải khác 0, tối đa 1.000.000.000.000, không quá bốn chữ số thập phân.");
        errors.Line("title", order.Title, 500, "Việc đã làm", needed: true);
        if (order.Note is not null || order.Quantity < 0)
            errors.Text("note", order.Note, order.Quantity < 0 ? "Lý do điều chỉnh giảm (ở ghi chú)" : "Ghi chú");
        if (order.Url is not null && EvidenceLinks.Wrong(order.Url) is { } wrong)
            errors.Add("url", wrong);
        if (order.Document is { } document)
        {
            errors.Line("document.number", document.Number, MaxNumber, "Số, ký hiệu văn bản", needed: true);
            if (document.Date > today)
                errors.Add("document.date", "Ngày của văn bản không được sau hôm nay.");
        }
        if (order.NoEvidenceReason is not null || (order.Url is null && order.Document is null && !hasEvidence))
            errors.Text("noEvidenceReason", order.NoEvidenceReason, "Lý do chưa có minh chứng (hoặc ghi liên kết, số văn bản)");
        return errors.Refusal;
    }

    /// <summary>What is wrong with an end; null when nothing is.</summary>
    public static Refusal? Check(UnitActivityEnd end, Plan city)
    {
        var errors = new FieldErrors();
        if (end.On < city.IssuedOn || end.On > city.To)
            errors.Add("on", $"Ngày kết thúc phải từ {city.IssuedOn:dd/MM/yyyy} đến {city.To:dd/MM/yyyy}.");
        errors.Text("reason", end.Reason, "Lý do");
        return errors.Refusal;
    }

    /// <summary>The target of the city's activity that is counted in the same unit; null when none is, or several are.</summary>
    public static Guid? TargetOf(Plan city, Guid? cityActivityId, string? unit)
    {
        if (cityActivityId is null || string.IsNullOrEmpty(unit))
            return null;
        var same = city.Activities.First(a => a.Id == cityActivityId).Targets
            .Where(t => t is { Kind: TargetKind.Count, ClosedOn: null } && VietnameseText.Fold(t.Unit) == VietnameseText.Fold(unit)).ToList();
        return same.Count == 1 ? same[0].Id : null;
    }

    /// <summary>The day of the city's plan nearest to today.</summary>
    public static DateOnly DayIn(Plan city, DateOnly today) => today > city.To ? city.To : today < city.From ? city.From : today;

    private static string? WrongParent(Guid parentId, Plan city, Agency? agency, UnitPlan? own, IReadOnlyList<UnitPlan> others, DateOnly day)
    {
        if (parentId == own?.Id)
            return "Kế hoạch không thể là kế hoạch cấp trên của chính nó.";
        if (others.FirstOrDefault(p => p.Id == parentId) is not { Status: UnitPlanStatus.Issued } parent)
            return "Không có kế hoạch cấp trên này, hoặc kế hoạch đó chưa ban hành.";
        if (parent.PlanId != city.Id)
            return $"Kế hoạch cấp trên phải cùng thực hiện Kế hoạch {city.Number} năm {city.Year}.";
        if (own is not null && IsBelow(parent, own.Id, others))
            return "Kế hoạch cấp trên không thể là kế hoạch cấp dưới của chính kế hoạch này.";
        return agency is not null && agency.ParentOn(day) == parent.AgencyId ? null : "Kế hoạch cấp trên phải là kế hoạch của cơ quan cấp trên trực tiếp.";
    }

    private static bool IsBelow(UnitPlan plan, Guid ancestor, IReadOnlyList<UnitPlan> all)
    {
        var seen = new HashSet<Guid>();
        for (var above = plan.ParentId; above is { } id && seen.Add(id); above = all.FirstOrDefault(p => p.Id == id)?.ParentId)
        {
            if (id == ancestor)
                return true;
        }
        return false;
    }

    private static void CheckReason(FieldErrors errors, UnitPlan? plan, string? reason)
    {
        if (plan is { Status: UnitPlanStatus.Issued })
            errors.Text("reason", reason, "Lý do thay đổi");
        else if (reason is not null)
            errors.Text("reason", reason, "Lý do thay đổi");
    }

    private static bool IsExact(decimal value) => decimal.IsInteger(value * 10_000m);
}
