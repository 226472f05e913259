using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;

namespace PlanTracker.Storage.Access;

/// <summary>Reads accounts.</summary>
internal sealed class AccountBook(IDbContextFactory<PlanDb> factory, TimeProvider time) : IAccountBook
{
    public async Task<IReadOnlyList<UserAccount>> All(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await AccountRows.Read(db, db.Users, time.GetUtcNow().UtcDateTime, cancel);
    }

    public async Task<UserAccount?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await AccountRows.Read(db, db.Users.Where(a => a.Id == id), time.GetUtcNow().UtcDateTime, cancel)).SingleOrDefault();
    }
}
