using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Inspections;

/// <summary>What the fields of an inspection may be.</summary>
internal static class InspectionRules
{
    /// <summary>Most recommendations of one inspection.</summary>
    public const int MostRecommendations = 50;

    private const int MaxTitle = 300, MaxNumber = 100, MaxFindings = 5000;

    /// <summary>With its texts trimmed.</summary>
    public static InspectionOrder Clean(InspectionOrder order) => order with { Title = VietnameseText.Clean(order.Title), Document = Clean(order.Document) };

    /// <summary>With its texts trimmed.</summary>
    public static InspectionResult Clean(InspectionResult result) => result with
    {
        Findings = VietnameseText.Clean(result.Findings),
        Conclusion = Clean(result.Conclusion),
        Recommendations = [.. result.Recommendations.Select(r => r with { Text = VietnameseText.Clean(r.Text) })],
    };

    /// <summary>With its texts trimmed.</summary>
    public static FollowUpOrder Clean(FollowUpOrder order) => order with { Text = VietnameseText.Clean(order.Text), Document = Clean(order.Document) };

    /// <summary>What is wrong with a plan of a check; null when nothing is.</summary>
    public static Refusal? Check(InspectionOrder order, Plan? plan, Agency? agency, DateOnly today)
    {
        var errors = new FieldErrors();
        if (plan is null)
            errors.Add("planId", "Không có kế hoạch này.");
        if (agency is null || !agency.ExistsOn(order.PlannedOn))
            errors.Add("agencyId", "Cần một cơ quan có vào ngày dự kiến kiểm tra.");
        errors.Line("title", order.Title, MaxTitle, "Nội dung kiểm tra", needed: true);
        if (plan is not null && (order.PlannedOn < plan.IssuedOn || order.PlannedOn > plan.To))
            errors.Add("plannedOn", $"Ngày dự kiến phải từ {plan.IssuedOn:dd/MM/yyyy} đến hết ngày {plan.To:dd/MM/yyyy}.");
        Check(errors, "document", order.Document, today);
        return errors.Refusal;
    }

    /// <summary>What is wrong with what a check found; null when nothing is.</summary>
    public static Refusal? Check(InspectionResult result, DateOnly issuedOn, DateOnly today)
    {
        var errors = new FieldErrors();
        if (result.HeldOn > today || result.HeldOn < issuedOn)
            errors.Add("heldOn", $"Ngày kiểm tra phải từ ngày ban hành kế hoạch ({issuedOn:dd/MM/yyyy}) đến hôm nay.");
        errors.Text("findings", result.Findings, "Kết quả kiểm tra", MaxFindings);
        Check(errors, "conclusion", result.Conclusion, today);
        if (result.Recommendations.Count > MostRecommendations)
            errors.Add("recommendations", $"Một cuộc kiểm tra có tối đa {MostRecommendations} kiến nghị.");
        foreach (var (index, one) in result.Recommendations.Take(MostRecommendations).Index())
        {
            errors.Text($"recommendations[{index}].text", one.Text, "Nội dung kiến nghị");
            if (one.DueOn < result.HeldOn || one.DueOn.Year > result.HeldOn.Year + 2)
                errors.Add($"recommendations[{index}].dueOn", "Hạn thực hiện kiến nghị không được trước ngày kiểm tra, và không quá hai năm sau đó.");
        }
        return errors.Refusal;
    }

    /// <summary>What is wrong with a follow-up; null when nothing is.</summary>
    public static Refusal? Check(FollowUpOrder order, DateOnly heldOn, DateOnly today)
    {
        var errors = new FieldErrors();
        if (order.Date > today || order.Date < heldOn)
            errors.Add("date", $"Ngày thực hiện phải từ ngày kiểm tra ({heldOn:dd/MM/yyyy}) đến hôm nay.");
        errors.Text("text", order.Text, "Việc đã thực hiện");
        Check(errors, "document", order.Document, today);
        return errors.Refusal;
    }

    private static DocumentRef? Clean(DocumentRef? document) => document is null ? null : document with { Number = VietnameseText.Clean(document.Number) ?? "" };

    private static void Check(FieldErrors errors, string field, DocumentRef? document, DateOnly today)
    {
        if (document is null)
            return;
        errors.Line($"{field}.number", document.Number, MaxNumber, "Số, ký hiệu văn bản", needed: true);
        if (document.Date > today)
            errors.Add($"{field}.date", "Ngày của văn bản không được sau hôm nay.");
    }
}
