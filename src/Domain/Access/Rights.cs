namespace PlanTracker.Domain.Access;

/// <summary>The refusals of the permission table, worded once.</summary>
public static class Rights
{
    /// <summary>The refusal when none of the actor's roles may do it; null when one may.</summary>
    public static Refusal? Demand(this Actor actor, Operation operation) => actor.May(operation) ? null : NotAllowed();

    /// <summary>The general refusal.</summary>
    public static Refusal NotAllowed() =>
        Refusal.NotAllowed("access.not-allowed", "Tài khoản của bạn không có quyền làm việc này. Chưa có gì thay đổi.");
}
