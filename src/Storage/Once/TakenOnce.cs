using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Storage.Once;

/// <summary>The key of a request stands and falls with its effect.</summary>
internal static class TakenOnce
{
    /// <summary>
    /// Takes the key inside the turn to write: whichever process comes second sees the first one's row, is refused and rolls back. Null when it is taken now.
    /// </summary>
    public static async Task<Refusal?> Take(
        this OnceOnly once, PlanDb db, Guid accountId, TimeProvider time, (string Name, Guid Id) entity, CancellationToken cancel)
    {
        if (await db.IdempotencyKeys.AnyAsync(k => k.AccountId == accountId && k.Key == once.Key, cancel))
            return OnceOnly.Taken;
        db.IdempotencyKeys.Add(new IdempotencyKey
        {
            AccountId = accountId,
            Key = once.Key,
            RequestHash = once.RequestHash,
            At = time.GetUtcNow().UtcDateTime,
            Entity = entity.Name,
            EntityId = entity.Id,
        });
        return null;
    }
}
