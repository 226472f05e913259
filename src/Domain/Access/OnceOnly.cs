namespace PlanTracker.Domain.Access;

/// <summary>
/// A request that a program may send again without knowing whether the first arrived (Idempotency-Key). It travels with the actor to the
/// store, which writes the key in the transaction of the effect: an effect without its key, or a second effect, cannot be.
/// </summary>
/// <param name="key">The program's key, at most 255 characters.</param>
/// <param name="requestHash">What was asked, as a hash of method, address and body.</param>
public sealed class OnceOnly(string key, string requestHash)
{
    /// <summary>The program's key.</summary>
    public string Key { get; } = key;

    /// <summary>Hash of method, address and body.</summary>
    public string RequestHash { get; } = requestHash;

    /// <summary>Whether something was changed under it and is committed.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>The refusal of an effect that another process is making, or has made, under the same key.</summary>
    public static Refusal Taken { get; } = Refusal.Conflict(
        "idempotency.in-progress", "Yêu cầu cùng Idempotency-Key đang được thực hiện. Hãy gửi lại sau ít giây để nhận câu trả lời của nó.");

    /// <summary>Said by the store when the first change under it is committed.</summary>
    public void Use() => IsUsed = true;
}
