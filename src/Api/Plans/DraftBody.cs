using PlanTracker.Domain;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Api.Plans;

/// <summary>The head of a plan that is not issued yet.</summary>
/// <param name="Title">Trích yếu.</param>
/// <param name="IssuerAgencyId">Cơ quan ban hành; one outside the city is an agency of level External.</param>
/// <param name="Year">Năm kế hoạch.</param>
/// <param name="From">First day of its time.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Number">Số, ký hiệu; may be missing until it is issued.</param>
/// <param name="IssuedOn">Day of issue; may be missing until it is issued.</param>
/// <param name="ParentPlanId">The plan above it.</param>
internal sealed record PlanBody(
    string Title, Guid IssuerAgencyId, int Year, DateOnly From, DateOnly To, string? Number = null, DateOnly? IssuedOn = null, Guid? ParentPlanId = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<PlanHead> ToHead() => new PlanHead(Number, IssuedOn, Title, IssuerAgencyId, Year, From, To, ParentPlanId);
}

/// <summary>A row of a plan that is not issued yet: wording, and what a person says where it cannot be read.</summary>
/// <param name="Title">Nội dung hoạt động, verbatim.</param>
/// <param name="QuantityWording">Số lượng/tần suất, verbatim; empty means ongoing.</param>
/// <param name="ReadAs">How the quantity is to be read, when the wording itself cannot be: "tối thiểu 02 cuộc".</param>
/// <param name="LeadWording">Cơ quan chủ trì, verbatim.</param>
/// <param name="LeadAgencyId">Cơ quan chủ trì, when the wording does not name it.</param>
/// <param name="SupportingWording">Cơ quan phối hợp, verbatim.</param>
/// <param name="Time">Thời gian, verbatim.</param>
/// <param name="DueOn">Due date, when the wording of the time does not say it.</param>
/// <param name="DeliveryModeAsked">Row (*).</param>
/// <param name="ShortTitle">Short name for screens.</param>
internal sealed record PlanRowBody(
    string Title, string? QuantityWording = null, string? ReadAs = null, string? LeadWording = null, Guid? LeadAgencyId = null,
    string? SupportingWording = null, string? Time = null, DateOnly? DueOn = null, bool DeliveryModeAsked = false, string? ShortTitle = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<DraftRow> ToRow() => new DraftRow(
        Guid.Empty, Title, ShortTitle, QuantityWording ?? "", ReadAs, LeadAgencyId, LeadWording ?? "", SupportingWording ?? "", Time ?? "", DueOn, DeliveryModeAsked);
}
