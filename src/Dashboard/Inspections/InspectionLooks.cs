using System.Globalization;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Inspections;

namespace PlanTracker.Dashboard.Inspections;

/// <summary>Classes and signs of the states of inspections, and how recommendations are typed.</summary>
internal static class InspectionLooks
{
    public static string Css(InspectionView view) => view switch
    {
        { Late: > 0 } => "s-overdue",
        _ when view.Inspection.IsOverdueOn(view.Today) => "s-behind",
        { Inspection.State: InspectionState.Closed } => "s-done",
        { Inspection.State: InspectionState.FollowUp } => "s-ontrack",
        _ => "s-plain",
    };

    public static string Icon(InspectionView view) => view switch
    {
        { Late: > 0 } => "alert-octagon-f",
        _ when view.Inspection.IsOverdueOn(view.Today) => "alert-triangle",
        { Inspection.State: InspectionState.Closed } => "circle-check-f",
        { Inspection.State: InspectionState.FollowUp } => "circle-arrow-right",
        { Inspection.State: InspectionState.Cancelled } => "circle-minus",
        _ => "circle-dashed",
    };

    public static string Of(InspectionView view) =>
        view.Late > 0 ? $"{view.Late} kiến nghị quá hạn"
            : view.Inspection.IsOverdueOn(view.Today) ? "Quá ngày dự kiến" : InspectionWords.NameOf(view.Inspection.State);

    /// <summary>One recommendation a line, its last day behind a bar: "Niêm yết đủ mã QR | 30/06/2024". What has no day is named.</summary>
    public static List<RecommendationOrder> Read(TypedText typed, string field)
    {
        var made = new List<RecommendationOrder>();
        foreach (var (index, line) in (typed[field] ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
        {
            var bar = line.LastIndexOf('|');
            if (bar > 0 && Dates.Parse(line[(bar + 1)..]) is { } due)
                made.Add(new(line[..bar], due));
            else
                typed.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"Dòng {index + 1}: viết nội dung, dấu gạch đứng rồi hạn, ví dụ: Niêm yết đủ mã QR | 30/06/2024."));
        }
        return made;
    }

    /// <summary>What was typed as a plan of a check.</summary>
    public static Result<InspectionOrder> Order(TypedText typed, Guid planId, DocumentRef? document) => typed.Or(new InspectionOrder(
        planId, Guid.TryParse(typed["agencyId"], out var agency) ? agency : Guid.Empty, typed["title"], typed.Day("plannedOn", "ngày dự kiến"), document));
}
