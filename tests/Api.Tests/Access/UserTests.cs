using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Storage;

namespace PlanTracker.Api.Tests.Access;

/// <summary>A sample year whose accounts these tests may change.</summary>
public sealed class AccountsHost : DemoHost
{
    /// <summary>A new account that signs in with the demo's password, as if its link had been used.</summary>
    internal async Task<JsonNode> NewPerson(HttpClient administrator, string userName, params string[] roles)
    {
        var agency = (string)(await administrator.Read("/agencies?search=so%20noi%20vu")).Body!["items"]![0]!["id"]!;
        var made = await administrator.Post("/users", new { userName, fullName = "Trần Văn Thử", roles, agencyId = agency });
        Assert.Equal(201, made.Status);
        await Change(db => db.Users.Where(a => a.UserName == userName)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, db.Users.First(u => u.UserName == "admin").PasswordHash)));
        return made.Body!;
    }

    internal async Task Change(Func<PlanDb, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<PlanDb>());
    }
}

public sealed class UserTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task An_account_is_made_with_a_link_read_and_found()
    {
        using var admin = await host.As("admin");
        var made = await admin.Post("/users", new { userName = "le.thi.moi", fullName = " Lê Thị Mới ", roles = new[] { "Leader" }, email = "moi@cantho.gov.vn" });

        Assert.Equal(201, made.Status);
        Assert.Equal("Invited", (string?)made.Body!["state"]);
        Assert.Equal("Lê Thị Mới", (string?)made.Body["fullName"]);
        Assert.StartsWith("http://localhost/mo-tai-khoan?ma=", (string?)made.Body["link"], StringComparison.Ordinal);
        var path = made.Response.Headers.Location!.ToString();
        var read = await admin.Send(HttpMethod.Get, path[Requests.Base.Length..]);
        Assert.Equal(made.Response.Headers.ETag, read.Response.Headers.ETag);
        Assert.Null(read.Body!["link"]);
        Assert.NotNull(read.Body["linkExpiresAt"]);
        foreach (var query in new[] { "search=thi moi", "role=Leader&state=Invited", "search=LE.THI", "sort=-userName&search=cantho.gov.vn" })
            Assert.Contains((await admin.Read($"/users?{query}")).Body!["items"]!.AsArray(), u => (string?)u!["userName"] == "le.thi.moi");
        Assert.Equal(400, (await admin.Read("/users?state=Sleeping")).Status);
        Assert.Equal(404, (await admin.Read($"/users/{Guid.Empty}")).Status);
    }

    [Theory]
    [InlineData("""{"userName":"x","fullName":"","roles":[]}""", "userName", "fullName", "roles")]
    [InlineData("""{"userName":"ADMIN","fullName":"A","roles":["Leader"]}""", "userName")]
    [InlineData("""{"userName":"a.b.c","fullName":"A","roles":["Reporter"]}""", "agencyId")]
    [InlineData("""{"userName":"a.b.c","fullName":"A","roles":["Leader"],"agencyId":"00000000-0000-0000-0000-000000000001"}""", "agencyId")]
    [InlineData("""{"userName":"a.b.c","fullName":"A","roles":["King"]}""", "roles[0]")]
    [InlineData("""{"userName":"a.b.c","fullName":"A","roles":["Leader"],"password":"Abc"}""", "password")]
    [InlineData("""{"userName":"a.b.c","fullName":"A\u0000","roles":["Leader"],"email":"a"}""", "fullName", "email")]
    [InlineData("""{"userName":"a.b.c"}""", "fullName", "roles")]
    public async Task What_is_wrong_is_named_by_field(string body, params string[] fields)
    {
        using var admin = await host.As("admin");

        var said = await admin.Send(HttpMethod.Post, "/users", raw: body);

        Assert.Equal(400, said.Status);
        Assert.Equal(fields.Order(), said.Fields.Order());
    }

    [Theory]
    [InlineData("dieuphoi")]
    [InlineData("baocao.snv")]
    [InlineData("truong.snv")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task Nobody_but_an_administrator_reads_or_changes_accounts_whatever_the_body(string userName)
    {
        using var client = await host.As(userName);
        var id = Guid.NewGuid();

        Assert.Equal(403, (await client.Read("/users")).Status);
        Assert.Equal(403, (await client.Read($"/users/{id}")).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Post, "/users", raw: "{")).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Put, $"/users/{id}", raw: "{")).Status);
        foreach (var verb in new[] { "disable", "enable", "unlock", "reset-second-factor", "sign-out", "require-password-change", "link" })
            Assert.Equal((verb, 403), (verb, (await client.Send(HttpMethod.Post, $"/users/{id}/{verb}", raw: "{}")).Status));
    }

    [Fact]
    public async Task Two_administrators_edit_one_account_and_the_second_is_told_so()
    {
        using var admin = await host.As("admin");
        var person = await host.NewPerson(admin, "hai.nguoi.sua", "Reporter");
        var path = $"/users/{person["id"]}";
        var body = new { fullName = "Tên Mới", roles = new[] { "Reporter" }, agencyId = (string)person["agency"]!["id"]! };

        Assert.Equal(428, (await admin.Send(HttpMethod.Put, path, body)).Status);
        Assert.Equal(200, (await admin.Send(HttpMethod.Put, path, body, (string)person["etag"]!)).Status);
        Assert.Equal(412, (await admin.Send(HttpMethod.Put, path, body, (string)person["etag"]!)).Status);
        Assert.Equal("Tên Mới", (string?)(await admin.Read(path)).Body!["fullName"]);
    }

    [Fact]
    public async Task The_last_administrator_is_not_demoted_and_nobody_disables_themself()
    {
        using var admin = await host.As("admin");
        var own = $"/users/{(string)(await admin.Read("/me")).Body!["id"]!}";

        var demoted = await admin.Send(HttpMethod.Put, own, new { fullName = "Quản trị", roles = new[] { "Leader" } }, "*");
        var disabled = await admin.Post(own + "/disable", new { reason = "Thử" }, "*");

        Assert.Equal((409, "users.last-administrator"), (demoted.Status, demoted.Code));
        Assert.Equal((409, "users.last-administrator"), (disabled.Status, disabled.Code));
        Assert.Equal(200, (await admin.Read("/me")).Status);
    }

    [Theory]
    [InlineData("disable", """{"reason":"Nghỉ hưu"}""")]
    [InlineData("sign-out", null)]
    [InlineData("roles", null)]
    public async Task Sessions_and_tokens_die_at_the_next_request(string what, string? body)
    {
        using var admin = await host.As("admin");
        var person = await host.NewPerson(admin, $"mat.quyen.{what}", "Reporter");
        var userName = (string)person["userName"]!;
        using var session = await host.As(userName);
        using var token = host.Anonymous();
        var text = (string)(await token.Post("/tokens", new { userName, password = DemoHost.Password, name = "Thử", expiresInDays = 1 })).Body!["token"]!;
        token.DefaultRequestHeaders.Authorization = new("Bearer", text);
        Assert.Equal((200, 200), ((await session.Read("/me")).Status, (await token.Read("/me")).Status));

        var path = $"/users/{person["id"]}";
        var said = what == "roles"
            ? await admin.Send(HttpMethod.Put, path, new { fullName = "A", roles = new[] { "Head" }, agencyId = (string)person["agency"]!["id"]! }, "*")
            : await admin.Send(HttpMethod.Post, $"{path}/{what}", raw: body ?? "", ifMatch: "*");

        Assert.Equal(200, said.Status);
        Assert.Equal((401, 401), ((await session.Read("/me")).Status, (await token.Read("/me")).Status));
        Assert.Equal(what == "disable" ? 401 : 200, (await host.Anonymous().Post("/session", new { userName, password = DemoHost.Password })).Status);
    }

    [Fact]
    public async Task Each_verb_does_its_work_once_and_is_recorded()
    {
        using var admin = await host.As("admin");
        var person = await host.NewPerson(admin, "moi.viec", "Reporter");
        var path = $"/users/{person["id"]}";
        Task<Said> Verb(string verb, bool reason = true) => admin.Post($"{path}/{verb}", reason ? new { reason = "Theo đề nghị" } : null, "*");

        Assert.Equal(409, (await Verb("unlock")).Status);
        await host.Change(db => db.Users.Where(a => a.UserName == "moi.viec")
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.LockoutEnd, TimeProvider.System.GetUtcNow().AddMinutes(9)).SetProperty(x => x.TwoFactorEnabled, true)));
        Assert.Equal("Locked", (string?)(await admin.Read(path)).Body!["state"]);
        Assert.Equal("Active", (string?)(await Verb("unlock")).Body!["state"]);
        Assert.False((bool)(await Verb("reset-second-factor")).Body!["hasSecondFactor"]!);
        Assert.True((bool)(await Verb("require-password-change", reason: false)).Body!["mustChangePassword"]!);
        var link = await Verb("link", reason: false);
        Assert.Equal(200, link.Status);
        Assert.Contains("/mo-tai-khoan?ma=", (string?)link.Body!["link"], StringComparison.Ordinal);
        Assert.Equal("Disabled", (string?)(await Verb("disable")).Body!["state"]);
        Assert.Equal(("users.disabled", 409), ((await Verb("link", reason: false)).Code!, 409));
        Assert.Equal("Active", (string?)(await Verb("enable")).Body!["state"]);
        Assert.Equal(["reason"], (await admin.Post($"{path}/disable", new { reason = " " }, "*")).Fields);

        var id = Guid.Parse((string)person["id"]!);
        await host.Change(async db =>
        {
            var rows = await db.Changes.Where(c => c.Entity == "account" && c.EntityId == id).Select(c => c.What).ToListAsync();
            Assert.Equal(["create", "unlock", "reset-second-factor", "require-password-change", "link", "disable", "enable"], rows);
        });
    }
}
