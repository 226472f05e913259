using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>The one-time link by which the first administrator is made.</summary>
internal sealed class FirstSetUp(PlanDb db, TimeProvider time)
{
    /// <summary>A new secret, which closes earlier ones; null when there is an administrator already.</summary>
    public async Task<string?> Open(CancellationToken cancel)
    {
        if (await HasAdministrator(cancel))
            return null;
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow().UtcDateTime;
        await db.SetupSecrets.Where(s => s.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UsedAt, now), cancel);
        db.SetupSecrets.Add(new SetupSecret { Hash = Tokens.HashOf(secret), CreatedAt = now });
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>The open secret that this text is; null when none.</summary>
    public async Task<SetupSecret?> Find(string secret, CancellationToken cancel)
    {
        var hash = Tokens.HashOf(secret);
        return await HasAdministrator(cancel)
            ? null : await db.SetupSecrets.SingleOrDefaultAsync(s => s.Hash == hash && s.UsedAt == null, cancel);
    }

    private Task<bool> HasAdministrator(CancellationToken cancel) =>
        db.UserRoles.AnyAsync(r => db.Roles.Any(role => role.Id == r.RoleId && role.Name == nameof(Role.Administrator)), cancel);
}
