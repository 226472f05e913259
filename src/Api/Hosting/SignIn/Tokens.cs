using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Tokens of programs: an open prefix to find them by, and a secret of 256 bits kept as a hash.</summary>
internal sealed class Tokens(PlanDb db, Actors actors, AccessHistory history, TimeProvider time)
{
    private const string Mark = "pt_";
    private const int PrefixLength = 19;
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token; its text is known only now.</summary>
    public async Task<(ApiToken Token, string Text)> Make(HttpContext http, Account account, TokenRequest asked)
    {
        var prefix = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var text = $"{prefix}_{WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32))}";
        var now = time.GetUtcNow().UtcDateTime;
        var token = new ApiToken
        {
            AccountId = account.Id,
            Name = VietnameseText.Clean(asked.Name)!,
            Prefix = prefix,
            SecretHash = HashOf(text),
            CreatedAt = now,
            ExpiresAt = now.AddDays(asked.ExpiresInDays!.Value),
            Roles = [.. (asked.Roles ?? []).Distinct().Order()],
            IsReadOnly = asked.IsReadOnly,
        };
        db.ApiTokens.Add(token);
        await history.Note(http, account, "token-made", Noted(token), http.RequestAborted);
        return (token, text);
    }

    /// <summary>The tokens of an account that are not revoked, newest first.</summary>
    public Task<List<ApiToken>> Of(Guid accountId, CancellationToken cancel) =>
        db.ApiTokens.AsNoTracking().Where(t => t.AccountId == accountId && t.RevokedAt == null).OrderByDescending(t => t.Id).ToListAsync(cancel);

    /// <summary>Revokes a token of the actor's own.</summary>
    public async Task<Result<ApiToken>> Revoke(HttpContext http, Actor actor, Guid id, ExpectedVersion version)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(
            t => t.Id == id && t.AccountId == actor.AccountId && t.RevokedAt == null, http.RequestAborted);
        if (token is null)
            return Refusal.NotFound("tokens.unknown", "Không có mã truy cập này.");
        if (actor.Demand(Operation.ManageOwnAccount) is { } notAllowed)
            return notAllowed;
        if (version.Check(OwnToken.Version) is { } stale)
            return stale;
        token.RevokedAt = time.GetUtcNow().UtcDateTime;
        var account = await db.Users.SingleAsync(a => a.Id == actor.AccountId, http.RequestAborted);
        await history.Note(http, account, "token-revoked", Noted(token), http.RequestAborted);
        return token;
    }

    /// <summary>Revokes every token of an account; saved with the row of history that the caller writes.</summary>
    public async Task RevokeAll(Account account, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await foreach (var token in db.ApiTokens.Where(t => t.AccountId == account.Id && t.RevokedAt == null).AsAsyncEnumerable().WithCancellation(cancel))
            token.RevokedAt = now;
    }

    /// <summary>Whose token it is; null when it is worth nothing.</summary>
    public async Task<Actor?> ActorOf(HttpContext http, string text)
    {
        if (text.Length is < PrefixLength + 2 or > 200 || !text.StartsWith(Mark, StringComparison.Ordinal))
            return null;
        var prefix = text[..PrefixLength];
        var now = time.GetUtcNow().UtcDateTime;
        var found = await db.ApiTokens.AsNoTracking().Where(t => t.Prefix == prefix && t.RevokedAt == null)
            .Join(db.Users.AsNoTracking(), t => t.AccountId, a => a.Id, (token, account) => new { token, account })
            .SingleOrDefaultAsync(http.RequestAborted);
        if (found is null || found.account.IsDisabled || found.token.ExpiresAt <= now || !IsSame(found.token.SecretHash, HashOf(text)))
            return null;
        if (found.token.LastUsedAt is null || now - found.token.LastUsedAt >= UsedEvery)
            await Quietly.Write(http, () => db.ApiTokens.Where(t => t.Id == found.token.Id)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), http.RequestAborted));
        var owner = await actors.Of(found.account, Door.Api, http.RequestAborted);
        return owner with
        {
            Roles = found.token.Roles.Count == 0 ? owner.Roles : owner.Roles.Intersect(found.token.Roles).ToHashSet(),
            IsReadOnly = found.token.IsReadOnly,
        };
    }

    /// <summary>What history keeps of a token.</summary>
    private static string Noted(ApiToken token) =>
        JsonSerializer.Serialize(new { token.Name, token.Prefix, token.Roles, ReadOnly = token.IsReadOnly, token.ExpiresAt }, Json.Options);

    /// <summary>How secrets are kept.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares hashes in constant time.</summary>
    public static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
