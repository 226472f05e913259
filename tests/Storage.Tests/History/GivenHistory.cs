using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.History;

/// <summary>A history of a few rows, and ways to harm it past the program.</summary>
internal static class GivenHistory
{
    public static readonly Actor Person = Given.Actor(Role.Coordinator);

    public static async Task<PlanStore> Of(int rows, StorageProvider provider, PostgresCluster postgres)
    {
        var store = await PlanStore.Open(provider, postgres);
        for (var n = 1; n <= rows; n++)
            await Record(store, Row(n));
        return store;
    }

    public static Task Record(PlanStore store, params Change[] rows) => store.Get<IStore>().Write<object>(Person, changes =>
    {
        foreach (var row in rows)
            changes.Record(row);
        return Task.FromResult<Result<object>>(new object());
    }, default);

    public static Change Row(int n) => new()
    {
        At = new DateTime(2024, 9, 10, 1, 2, 3, DateTimeKind.Utc).AddMilliseconds(n),
        AccountId = Person.AccountId,
        AccountName = "Trần Thị Bình",
        AgencyId = Guid.CreateVersion7(),
        Door = Door.Page,
        Entity = "entry",
        EntityId = Guid.CreateVersion7(),
        What = "edit",
        Old = $$"""{"quantity":{{n}}}""",
        New = $$"""{"quantity":{{n + 1}}}""",
        Reason = "Nhập nhầm",
    };

    public static async Task Sql(PlanStore store, params string[] commands)
    {
        await using var db = await store.Context();
        foreach (var command in commands)
            await db.Database.ExecuteSqlRawAsync(command);
    }
}
