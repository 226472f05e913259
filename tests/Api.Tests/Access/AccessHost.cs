using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Tests.Access;

/// <summary>A host of its own, with accounts that are no demo accounts and a clock that can be moved on.</summary>
public sealed class AccessHost : DemoHost
{
    public const string Secret = "Ke hoach so 246!";

    private readonly MovedTime time = new();
    private int made;

    public void Pass(TimeSpan span) => time.Moved += span;

    public async Task<T> InDb<T>(Func<PlanDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlanDb>());
    }

    /// <summary>A new account; its name.</summary>
    public async Task<string> Account(Role role = Role.Reporter, Action<Account>? with = null)
    {
        var name = $"nguoi.{Interlocked.Increment(ref made)}";
        await using var scope = Services.CreateAsyncScope();
        var (db, hasher) = (scope.ServiceProvider.GetRequiredService<PlanDb>(), scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>());
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            FullName = "Nguyễn Văn Thử",
            SecurityStamp = Guid.NewGuid().ToString("N"),
            AgencyId = (await db.Users.SingleAsync(a => a.UserName == "baocao.snv")).AgencyId,
        };
        account.PasswordHash = hasher.HashPassword(account, Secret);
        with?.Invoke(account);
        db.Users.Add(account);
        db.UserRoles.Add(new() { UserId = account.Id, RoleId = (await db.Roles.SingleAsync(r => r.Name == role.ToString())).Id });
        await db.SaveChangesAsync();
        return name;
    }

    public Task Change(string userName, Action<Account> change) => InDb(async db =>
    {
        change(await db.Users.SingleAsync(a => a.UserName == userName));
        return await db.SaveChangesAsync();
    });

    /// <summary>A one-time link; its secret.</summary>
    public Task<string> Link(string userName, TimeSpan? life = null) => InDb(async db =>
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow().UtcDateTime;
        var account = await db.Users.SingleAsync(a => a.UserName == userName);
        db.AccountLinks.Add(new() { AccountId = account.Id, Hash = Tokens.HashOf(secret), CreatedAt = now, ExpiresAt = now + (life ?? TimeSpan.FromHours(72)) });
        await db.SaveChangesAsync();
        return secret;
    });

    public Task Settings(AccessSettings settings) => InDb(async db =>
    {
        db.Settings.Add(new() { Access = settings });
        await db.SaveChangesAsync();
        Services.GetRequiredService<IAccessSettings>().Forget();
        return 0;
    });

    /// <summary>What history says of an account, oldest first.</summary>
    public Task<List<string>> History(string userName) => InDb(async db =>
    {
        var id = (await db.Users.SingleAsync(a => a.UserName == userName)).Id;
        return await db.Changes.Where(c => c.EntityId == id).OrderBy(c => c.Id).Select(c => c.What).ToListAsync();
    });

    internal Task<Said> Try(string userName, string password = Secret, string? code = null) =>
        Anonymous().Post("/session", new { userName, password, code });

    public async Task<HttpClient> In(string userName, string password = Secret, string? code = null)
    {
        var client = Anonymous();
        Assert.Equal(200, (await client.Post("/session", new { userName, password, code })).Status);
        return client;
    }

    /// <summary>Turns the second factor of somebody signed in on; the key and the recovery codes.</summary>
    public static async Task<(string Key, string[] Recovery)> TurnOn(HttpClient client)
    {
        var key = (string)(await client.Post("/me/second-factor")).Body!["key"]!;
        var said = await client.Post("/me/second-factor/confirm", new { code = Code(key, -1) });
        Assert.Equal(200, said.Status);
        return (key, [.. said.Body!["recoveryCodes"]!.AsArray().Select(c => (string)c!)]);
    }

    /// <summary>A code of the authenticator app (RFC 6238): of this half minute, or of one near it.</summary>
    public static string Code(string key, int steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // the algorithm that authenticator apps know
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SignIn:WrongPerAddress", "1000");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time));
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private sealed class MovedTime : TimeProvider
    {
        public TimeSpan Moved { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Moved;

        public override long GetTimestamp() => GetUtcNow().Ticks;
    }
}
