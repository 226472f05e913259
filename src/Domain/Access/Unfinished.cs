namespace PlanTracker.Domain.Access;

/// <summary>What somebody who gave the right password must still do; until then only their own account is open to them.</summary>
public enum Unfinished
{
    /// <summary>Set a password of their own.</summary>
    Password,
    /// <summary>Turn on the second factor that the account needs.</summary>
    SecondFactor,
}

/// <summary>The refusals of an unfinished sign-in, worded once.</summary>
public static class UnfinishedSignIn
{
    /// <summary>Why nothing else is open yet.</summary>
    public static Refusal Refusal(this Unfinished unfinished) => unfinished is Unfinished.Password
        ? Domain.Refusal.NotAllowed("access.password-change-required", "Cần đổi mật khẩu trước khi làm việc khác. Chưa có gì thay đổi.")
        : Domain.Refusal.NotAllowed("access.second-factor-required", "Cần bật xác thực hai bước trước khi làm việc khác. Chưa có gì thay đổi.");
}

/// <summary>Marks a page or an operation of the API that an unfinished sign-in may reach.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToUnfinishedAttribute : Attribute;
