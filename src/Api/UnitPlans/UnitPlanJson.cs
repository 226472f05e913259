using PlanTracker.Api.Activities;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.Attachments;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Api.UnitPlans;

/// <summary>The head of an agency's own plan.</summary>
/// <param name="Title">Trích yếu.</param>
/// <param name="AgencyId">Whose; the asker's own agency by default. Cannot be changed later.</param>
/// <param name="ParentId">The plan of the agency above.</param>
/// <param name="Note">Ghi chú.</param>
/// <param name="Reason">Why, of a change after issue.</param>
internal sealed record UnitPlanBody(string Title, Guid? AgencyId = null, Guid? ParentId = null, string? Note = null, string? Reason = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<UnitPlanOrder> ToOrder() => new UnitPlanOrder(AgencyId, Title, ParentId, Note, Reason);
}

/// <summary>Number and day of issue; with a reason to mend those of an issued plan.</summary>
internal sealed record UnitPlanNumberBody(string Number, DateOnly IssuedOn, string? Reason = null);

/// <summary>Whether others may copy the plan.</summary>
internal sealed record UnitPlanModelBody(bool IsModel);

/// <summary>What is copied: a model plan; null for the city's plan.</summary>
internal sealed record UnitPlanCopyBody(Guid? From = null);

/// <summary>An activity of an agency's own plan.</summary>
/// <param name="Title">Nội dung.</param>
/// <param name="Channel">Hình thức, kênh.</param>
/// <param name="QuantityWording">Số lượng, tần suất, nguyên văn; read as a number when no quantity is given and it can be read in one way.</param>
/// <param name="Quantity">Số lượng cả năm; null of an activity without one.</param>
/// <param name="Unit">Đơn vị tính.</param>
/// <param name="Time">Thời gian.</param>
/// <param name="CityActivityId">The city's activity it serves; null when it is the agency's own.</param>
/// <param name="Reason">Why, of a change after issue.</param>
internal sealed record UnitActivityBody(
    string Title, string? Channel = null, string? QuantityWording = null, decimal? Quantity = null, string? Unit = null, string? Time = null, Guid? CityActivityId = null,
    string? Reason = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<UnitActivityOrder> ToOrder() => new UnitActivityOrder(Title, Channel, QuantityWording, Quantity, Unit, Time, CityActivityId, Reason);
}

/// <summary>The end of an activity.</summary>
internal sealed record UnitActivityEndBody(DateOnly On, string Reason);

/// <summary>A result of an agency's own activity.</summary>
internal sealed record UnitResultBody(
    DateOnly Date, string Title, decimal? Quantity = null, string? Note = null, string? Url = null, DocumentBody? Document = null, string? NoEvidenceReason = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<UnitResultOrder> ToOrder() => new UnitResultOrder(Date, Quantity, Title, Note, Url, Document?.ToRef(), NoEvidenceReason);
}

/// <summary>Why a result is returned or withdrawn.</summary>
internal sealed record UnitReasonBody(string Reason);

/// <summary>Whether agencies' results count in the city's figure of an activity, from a day on.</summary>
internal sealed record UnitDecisionBody(bool Counts, DateOnly On, string Reason, DocumentBody? Document = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<UnitDecisionOrder> ToOrder() => new UnitDecisionOrder(Counts, On, Reason, Document?.ToRef());
}

/// <summary>A version of a quantity.</summary>
internal sealed record UnitQuantityJson(int Number, decimal Value, DateOnly EffectiveOn, string? Reason, string ByName, DateTime At);

/// <summary>An activity of an agency's own plan with what was done of it.</summary>
internal sealed record UnitActivityJson(
    Guid Id, int Order, string Title, string? Channel, string QuantityWording, decimal? Quantity, string? Unit, string Time, Guid? CityActivityId, Guid? CityTargetId,
    IReadOnlyList<UnitQuantityJson> Quantities, DateOnly? EndedOn, string? EndedReason, decimal ToDate, decimal Pending, int Results, decimal? Percent)
{
    /// <summary>Of an activity in its plan.</summary>
    public static UnitActivityJson Of(UnitPlanView view, UnitActivity a) => new(
        a.Id, a.Order, a.Title, a.Channel, a.QuantityWording, a.QuantityOn(view.Today), a.Unit.Length == 0 ? null : a.Unit, a.Time, a.CityActivityId, a.CityTargetId,
        [.. a.Quantities.Select(q => new UnitQuantityJson(q.Number, q.Value, q.EffectiveOn, q.Reason, q.ByName, q.At))], a.EndedOn, a.EndedReason,
        view.DoneOf(a).ToDate, view.DoneOf(a).Pending, view.DoneOf(a).Results, view.PercentOf(a));
}

/// <summary>An agency's own plan.</summary>
internal sealed record UnitPlanJson(
    Guid Id, Guid PlanId, int Year, AgencyRefJson Agency, Guid? ParentId, string? Number, DateOnly? IssuedOn, string Title, string? Note, UnitPlanStatus Status, bool IsModel,
    int Version, IReadOnlyList<UnitActivityJson> Activities, IReadOnlyList<EvidenceJson> Files)
{
    /// <summary>Of a view.</summary>
    public static UnitPlanJson Of(UnitPlanView view)
    {
        var p = view.Plan;
        return new(
            p.Id, p.PlanId, view.City.Year, AgencyRefJson.Of(view.Agency), p.ParentId, p.Number, p.IssuedOn, p.Title, p.Note, p.Status, p.IsModel, p.Version,
            [.. view.Activities.Select(a => UnitActivityJson.Of(view, a))], [.. view.Evidence.Select(AttachmentEndpoints.Shape)]);
    }
}

/// <summary>A result.</summary>
internal sealed record UnitResultJson(
    Guid Id, Guid UnitPlanId, Guid UnitActivityId, AgencyRefJson Agency, string Activity, DateOnly Date, DateOnly CountedOn, decimal? Quantity, string? Unit, string Title,
    string? Note, string? NoEvidenceReason, UnitResultStatus Status, string CreatedByName, DateTime CreatedAt, bool IsOnBehalf, string? DecidedByName, DateTime? DecidedAt,
    string? Reason, int Version, IReadOnlyList<EvidenceJson> Evidence)
{
    /// <summary>Of a view.</summary>
    public static UnitResultJson Of(UnitResultView view)
    {
        var r = view.Result;
        return new(
            r.Id, r.UnitPlanId, r.UnitActivityId, AgencyRefJson.Of(view.Agency), view.Activity.Title, r.Date, r.CountedOn, r.Quantity, r.Quantity is null ? null : view.Activity.Unit,
            r.Title, r.Note, r.NoEvidenceReason, r.Status, r.CreatedByName, r.CreatedAt, r.IsOnBehalf, r.DecidedByName, r.DecidedAt, r.Reason, r.Version,
            [.. view.Evidence.Select(AttachmentEndpoints.Shape)]);
    }
}
