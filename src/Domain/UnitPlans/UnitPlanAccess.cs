using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>What can be done with an agency's own plan.</summary>
public enum UnitPlanVerb
{
    /// <summary>Sửa phần đầu.</summary>
    Edit,
    /// <summary>Thêm, sửa, bớt hoạt động; after issue with a reason.</summary>
    Rows,
    /// <summary>Sao chép từ kế hoạch mẫu, nhập từ Excel: only while it is a draft.</summary>
    Fill,
    /// <summary>Ghi số, ngày ban hành; after issue to mend them, with a reason.</summary>
    Issue,
    /// <summary>Bỏ bản đang soạn.</summary>
    Discard,
    /// <summary>Đặt hoặc bỏ kế hoạch mẫu.</summary>
    Model,
    /// <summary>Ghi kết quả.</summary>
    Log,
}

/// <summary>What can be done with a result.</summary>
public enum UnitResultVerb
{
    /// <summary>Sửa và gửi lại.</summary>
    Edit,
    /// <summary>Xác nhận.</summary>
    Confirm,
    /// <summary>Trả lại.</summary>
    Return,
    /// <summary>Rút.</summary>
    Withdraw,
}

/// <summary>Who sees agencies' own plans and their results, and who may do what with them.</summary>
internal static class UnitPlanAccess
{
    /// <summary>The refusal for a plan that is not there, or not the actor's to see.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("unit-plans.unknown", "Không có kế hoạch đơn vị này, hoặc kế hoạch chưa ban hành.");

    /// <summary>The refusal for an activity that is not there.</summary>
    public static Refusal UnknownActivity { get; } = Refusal.NotFound("unit-plans.unknown-activity", "Không có hoạt động này trong kế hoạch của đơn vị.");

    /// <summary>The refusal for a result that is not there, or not the actor's to see.</summary>
    public static Refusal UnknownResult { get; } = Refusal.NotFound("unit-results.unknown", "Không có kết quả này, hoặc bạn không được xem.");

    /// <summary>An issued plan is seen by everybody who reads figures, a draft by its own agency and by who records for all.</summary>
    public static bool Sees(this Actor actor, UnitPlan plan) => plan.Status is UnitPlanStatus.Issued || (actor.May(Operation.ReadOwnDrafts) && actor.IsOf(plan.AgencyId));

    /// <summary>A confirmed result is seen by everybody, any other by the plan's agency and by who records for all.</summary>
    public static bool Sees(this Actor actor, UnitPlan plan, UnitResult result) =>
        result.Status is UnitResultStatus.Confirmed || (actor.May(Operation.ReadOwnDrafts) && actor.IsOf(plan.AgencyId));

    /// <summary>Whether the actor keeps plans of the agency.</summary>
    public static bool MayKeep(this Actor actor, Guid agencyId) => actor.May(Operation.KeepUnitPlans) && actor.IsOf(agencyId);

    /// <summary>Whether the actor may do this with the plan, by right alone.</summary>
    public static bool May(this Actor actor, UnitPlan plan, UnitPlanVerb verb) =>
        verb is UnitPlanVerb.Model ? actor.May(Operation.ManagePlans) : actor.MayKeep(plan.AgencyId);

    /// <summary>Whether the actor may do this with the result, by right alone; nobody confirms or returns what they recorded.</summary>
    public static bool May(this Actor actor, UnitPlan plan, UnitResult result, UnitResultVerb verb) => verb switch
    {
        UnitResultVerb.Edit => actor.MayKeep(plan.AgencyId),
        UnitResultVerb.Withdraw => actor.MayKeep(plan.AgencyId) || (actor.May(Operation.ConfirmUnitResults) && actor.IsOf(plan.AgencyId)),
        _ => actor.May(Operation.ConfirmUnitResults) && actor.IsOf(plan.AgencyId) && result.CreatedById != actor.AccountId,
    };

    /// <summary>Whether the state of the plan allows it.</summary>
    public static bool Fits(UnitPlan plan, UnitPlanVerb verb) => verb switch
    {
        UnitPlanVerb.Fill or UnitPlanVerb.Discard => plan.Status is UnitPlanStatus.Draft,
        UnitPlanVerb.Log or UnitPlanVerb.Model => plan.Status is UnitPlanStatus.Issued,
        _ => true,
    };

    /// <summary>Whether the state of the result allows it.</summary>
    public static bool Fits(UnitResult result, UnitResultVerb verb) => verb switch
    {
        UnitResultVerb.Edit => result.Status is UnitResultStatus.Submitted or UnitResultStatus.Returned,
        UnitResultVerb.Withdraw => result.Status is not UnitResultStatus.Withdrawn,
        _ => result.Status is UnitResultStatus.Submitted,
    };

    /// <summary>The refusal of a plan whose state forbids it.</summary>
    public static Refusal WrongState(UnitPlan plan) => Refusal.Conflict(
        "unit-plans.wrong-state", $"Kế hoạch đơn vị đang ở trạng thái “{UnitPlanWords.NameOf(plan.Status)}” nên không làm được việc này. Chưa có gì thay đổi.");

    private static bool IsOf(this Actor actor, Guid agencyId) => actor.May(Operation.ReadSubmitted) || actor.WorksFor(agencyId);
}
