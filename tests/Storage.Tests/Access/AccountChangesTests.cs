using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;
using PlanTracker.Storage.Access;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Access;

public sealed class AccountChangesTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task An_account_reads_back_as_it_was_kept_and_its_link_only_as_a_hash(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        var made = (await stage.Accounts.Create(stage.Administrator, New("Tran.Van.A", stage.Agency.Id, Role.Head, Role.Reporter), default)).Value!;

        var read = (await stage.Book.Find(made.View.Account.Id, default))!;

        Assert.Equal(
            ("Tran.Van.A", "Trần Văn A", "a@b.vn", (Guid?)stage.Agency.Id, false, 1),
            (read.UserName, read.FullName, read.Email, read.AgencyId, read.HasPassword, read.Version));
        Assert.Equal([Role.Reporter, Role.Head], read.Roles);
        await using var db = await stage.Store.Context();
        var link = await db.AccountLinks.SingleAsync(l => l.AccountId == read.Id);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made.Link.Secret))), link.Hash);
        Assert.Equal("TRAN.VAN.A", (await db.Users.SingleAsync(a => a.Id == read.Id)).NormalizedUserName);
        Assert.Equal(["userName"], (await stage.Accounts.Create(stage.Administrator, New("tran.van.a", stage.Agency.Id, Role.Head), default)).Refusal!.Errors.Keys);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_new_link_closes_the_earlier_ones(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        var id = (await stage.Accounts.Create(stage.Administrator, New("a.b.c", stage.Agency.Id, Role.Head), default)).Value!.View.Account.Id;

        Assert.Null((await stage.Accounts.NewLink(stage.Administrator, id, ExpectedVersion.Of(1), default)).Refusal);

        await using var db = await stage.Store.Context();
        Assert.Equal([false, true], await db.AccountLinks.Where(l => l.AccountId == id).OrderBy(l => l.CreatedAt).Select(l => l.ClosedAt == null).ToListAsync());
        await stage.Accounts.Disable(stage.Administrator, id, ExpectedVersion.Any, "Thử", default);
        Assert.False(await db.AccountLinks.AnyAsync(l => l.AccountId == id && l.ClosedAt == null));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Roles_and_agency_are_kept_and_end_sessions_tokens_and_stamp(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        var id = (await stage.Accounts.Create(stage.Administrator, New("a.b.c", stage.Agency.Id, Role.Head, Role.Reporter), default)).Value!.View.Account.Id;
        await stage.Store.Add(
            new SignInSession { AccountId = id, CreatedAt = Given.Noon, LastSeenAt = Given.Noon },
            new ApiToken { AccountId = id, Name = "Thử", Prefix = "pt_1", SecretHash = "x", CreatedAt = Given.Noon, ExpiresAt = Given.Noon.AddDays(1) });
        await using var before = await stage.Store.Context();
        var stamp = (await before.Users.SingleAsync(a => a.Id == id)).SecurityStamp;

        var edited = await stage.Accounts.Edit(stage.Administrator, id, ExpectedVersion.Of(1), new AccountDetails("B", null, null, [Role.Finance, Role.Leader]), default);

        Assert.Null(edited.Refusal);
        var read = (await stage.Book.Find(id, default))!;
        Assert.Equal(("B", null, null, 2), (read.FullName, read.Email, read.AgencyId, read.Version));
        Assert.Equal([Role.Finance, Role.Leader], read.Roles);
        await using var db = await stage.Store.Context();
        Assert.NotNull((await db.SignInSessions.SingleAsync(s => s.AccountId == id)).EndedAt);
        Assert.NotNull((await db.ApiTokens.SingleAsync(t => t.AccountId == id)).RevokedAt);
        Assert.NotEqual(stamp, (await db.Users.SingleAsync(a => a.Id == id)).SecurityStamp);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_last_administrator_who_can_sign_in_stays(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        await stage.Accounts.Create(stage.Administrator, New("admin2", stage.Agency.Id, Role.Administrator), default);
        var admin = (await stage.Book.All(default)).Single(a => a.UserName == "admin");

        Assert.Equal("users.last-administrator", (await stage.Accounts.Disable(stage.Administrator, admin.Id, ExpectedVersion.Any, "Thử", default)).Refusal!.Code);

        await using var db = await stage.Store.Context();
        await db.Users.Where(a => a.UserName == "admin2").ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, "x"));
        Assert.Null((await stage.Accounts.Disable(stage.Administrator, admin.Id, ExpectedVersion.Any, "Thử", default)).Refusal);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Ten_thousand_accounts_are_imported_in_one_write_and_once(StorageProvider provider)
    {
        await using var stage = await Stage.Set(provider, postgres);
        var table = new ImportTable(AccountImport.Headers,
            [.. Enumerable.Range(2, 10_000).Select(n => new ImportRow(n, [$"nguoi.{n}", $"Người số {n}", "", "Sở Nội vụ", "Cán bộ báo cáo; Lãnh đạo đơn vị"]))]);

        var first = (await stage.Import.Apply(stage.Administrator, table, default)).Value!;
        var second = (await stage.Import.Apply(stage.Administrator, table, default)).Value!;

        Assert.Equal((10_000, 0, 10_000), (first.New, first.Unchanged, first.Made.Count));
        Assert.Equal((0, 10_000), (second.New, second.Unchanged));
        await using var db = await stage.Store.Context();
        Assert.Equal(10_000, await db.Changes.CountAsync(c => c.Entity == "account" && c.What == "create" && c.Door == Door.Import));
        Assert.Equal(10_000, await db.AccountLinks.CountAsync());
    }

    private static Result<NewAccount> New(string userName, Guid agencyId, params Role[] roles) =>
        new NewAccount(userName, new("Trần Văn A", "a@b.vn", agencyId, roles));

    private sealed class Stage(PlanStore store, Agency agency) : IAsyncDisposable
    {
        private static readonly BusinessClock Clock = new(TimeProvider.System, new(2024, 9, 10));

        public PlanStore Store { get; } = store;

        public Agency Agency { get; } = agency;

        public Actor Administrator { get; } = Given.Actor(Role.Administrator);

        public IAccountBook Book => Store.Get<IAccountBook>();

        public AccountAdministration Accounts => new(Store.Get<IStore>(), Store.Get<IAgencyRegister>(), Reading, Clock, TimeProvider.System);

        public AccountImport Import => new(Store.Get<IStore>(), Book, Store.Get<IAgencyRegister>(), Reading, Clock);

        private AccountReading Reading => new(Book, Store.Get<IAgencyRegister>(), Clock, TimeProvider.System);

        public static async Task<Stage> Set(StorageProvider provider, PostgresCluster postgres)
        {
            var store = await PlanStore.Open(provider, postgres, demo: true);
            return new(store, (await store.Get<IAgencyRegister>().All(default)).Values.Single(a => a.SeedKey == "so-noi-vu"));
        }

        public ValueTask DisposeAsync() => Store.DisposeAsync();
    }
}
