using PlanTracker.Api.Activities;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.Attachments;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Inspections;

namespace PlanTracker.Api.Inspections;

/// <summary>A check as it is planned.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="AgencyId">The agency that is inspected.</param>
/// <param name="Title">Nội dung kiểm tra.</param>
/// <param name="PlannedOn">Ngày dự kiến.</param>
/// <param name="Document">Kế hoạch or quyết định kiểm tra.</param>
internal sealed record InspectionBody(Guid PlanId, Guid AgencyId, string Title, DateOnly PlannedOn, DocumentBody? Document = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<InspectionOrder> ToOrder() => new InspectionOrder(PlanId, AgencyId, Title, PlannedOn, Document?.ToRef());
}

/// <summary>A recommendation as it is made.</summary>
internal sealed record RecommendationBody(string Text, DateOnly DueOn);

/// <summary>What a check found.</summary>
internal sealed record InspectionResultBody(DateOnly HeldOn, string Findings, IReadOnlyList<RecommendationBody> Recommendations, DocumentBody? Conclusion = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<InspectionResult> ToResult() => Recommendations.Any(r => r is null)
        ? Refusal.Invalid("recommendations", "Danh sách có phần tử null.")
        : new InspectionResult(HeldOn, Findings, Conclusion?.ToRef(), [.. Recommendations.Select(r => new RecommendationOrder(r.Text, r.DueOn))]);
}

/// <summary>Why a check is not carried out.</summary>
internal sealed record InspectionReasonBody(string Reason);

/// <summary>What was done about a recommendation.</summary>
internal sealed record FollowUpBody(DateOnly Date, string Text, DocumentBody? Document = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<FollowUpOrder> ToOrder() => new FollowUpOrder(Date, Text, Document?.ToRef());
}

/// <summary>What is said of a recommendation that is held for done.</summary>
internal sealed record RecommendationEndBody(string? Note = null);

/// <summary>What an agency did about a recommendation.</summary>
internal sealed record FollowUpJson(DateOnly Date, string Text, DocumentRef? Document, DateTime At, string ByName);

/// <summary>A recommendation.</summary>
internal sealed record RecommendationJson(
    Guid Id, string Text, DateOnly DueOn, bool IsLate, IReadOnlyList<FollowUpJson> FollowUps, DateOnly? EndedOn, string? EndNote, string? EndedBy);

/// <summary>An inspection.</summary>
internal sealed record InspectionJson(
    Guid Id, Guid PlanId, AgencyRefJson Agency, AgencyRefJson Owner, string Title, DateOnly PlannedOn, DocumentRef? Document, InspectionState State, bool IsOverdue,
    DateOnly? HeldOn, string? Findings, DocumentRef? Conclusion, string? CancelledReason, IReadOnlyList<RecommendationJson> Recommendations,
    IReadOnlyList<EvidenceJson> Evidence)
{
    /// <summary>Of a view.</summary>
    public static InspectionJson Of(InspectionView view)
    {
        var i = view.Inspection;
        return new(
            i.Id, i.PlanId, AgencyRefJson.Of(view.Agency), AgencyRefJson.Of(view.Owner), i.Title, i.PlannedOn, i.Document, i.State, i.IsOverdueOn(view.Today), i.HeldOn, i.Findings,
            i.Conclusion, i.CancelledReason, [.. i.Recommendations.Select(r => Of(r, view.Today))], [.. view.Evidence.Select(AttachmentEndpoints.Shape)]);
    }

    private static RecommendationJson Of(Recommendation r, DateOnly today) => new(
        r.Id, r.Text, r.DueOn, r.IsLateOn(today), [.. r.FollowUps.Select(f => new FollowUpJson(f.Date, f.Text, f.Document, f.At, f.ByName))], r.End?.On, r.End?.Note, r.End?.ByName);
}
