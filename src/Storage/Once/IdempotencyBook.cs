using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Storage.Once;

/// <summary>An answer as it was given: status, body and the headers that say where it is and which version.</summary>
public sealed record KeptAnswer(int Status, string? ContentType, string? Location, string? Etag, byte[] Body);

/// <summary>A request that was carried out before.</summary>
/// <param name="RequestHash">What was asked then.</param>
/// <param name="Entity">What was changed.</param>
/// <param name="EntityId">Its id.</param>
/// <param name="Answer">The answer; null when it was lost, or holds a secret and was not kept.</param>
public sealed record KeptRequest(string RequestHash, string Entity, Guid EntityId, KeptAnswer? Answer);

/// <summary>Requests that were carried out, by account and key. The rows themselves are written by the store, with the effect.</summary>
public sealed class IdempotencyBook
{
    /// <summary>How long a key is kept at least.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);

    private readonly IDbContextFactory<PlanDb> factory;
    private readonly WriteDoor door;
    private readonly TimeProvider time;

    internal IdempotencyBook(IDbContextFactory<PlanDb> factory, WriteDoor door, TimeProvider time) =>
        (this.factory, this.door, this.time) = (factory, door, time);

    /// <summary>The request of an account under a key; null when none was carried out.</summary>
    public async Task<KeptRequest?> Find(Guid accountId, string key, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.IdempotencyKeys.AsNoTracking().FirstOrDefaultAsync(k => k.AccountId == accountId && k.Key == key, cancel) is { } row
            ? new(row.RequestHash, row.Entity, row.EntityId,
                row is { Status: { } status, Body: { } body } ? new(status, row.ContentType, row.Location, row.Etag, body) : null)
            : null;
    }

    /// <summary>Keeps the answer of a request whose effect is committed.</summary>
    public async Task Keep(Guid accountId, string key, KeptAnswer answer, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var turn = await door.Enter(db, cancel);
        await db.IdempotencyKeys.Where(k => k.AccountId == accountId && k.Key == key).ExecuteUpdateAsync(
            k => k.SetProperty(r => r.Status, answer.Status).SetProperty(r => r.ContentType, answer.ContentType)
                .SetProperty(r => r.Location, answer.Location).SetProperty(r => r.Etag, answer.Etag).SetProperty(r => r.Body, answer.Body),
            cancel);
        await turn.Commit();
    }

    /// <summary>Forgets what is older than <see cref="KeptFor"/>.</summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<int> Sweep(CancellationToken cancel)
    {
        var before = time.GetUtcNow().UtcDateTime - KeptFor;
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var turn = await door.Enter(db, cancel);
        var gone = await db.IdempotencyKeys.Where(k => k.At < before).ExecuteDeleteAsync(cancel);
        await turn.Commit();
        return gone;
    }
}
