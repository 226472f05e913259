using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Tests.Access;

public sealed class TokenRightsTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task A_token_may_do_what_its_roles_may_and_no_more()
    {
        var name = await Person(Role.Administrator, Role.Reporter);
        using var program = await Program(name, new[] { "Reporter" });

        Assert.Equal(["Reporter"], (await program.Read("/me")).Body!["roles"]!.AsArray().Select(r => (string?)r));
        Assert.Equal(403, (await program.Read("/settings")).Status);
    }

    [Fact]
    public async Task A_token_without_roles_may_do_what_its_owner_may()
    {
        using var program = await Program(await Person(Role.Administrator), null);
        Assert.Equal(200, (await program.Read("/settings")).Status);
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("Coordinator")]
    public async Task A_token_with_more_than_its_owner_has_is_refused(string role)
    {
        var name = await host.Account();
        var said = await Make(name, new[] { "Reporter", role });
        Assert.Equal((403, "tokens.beyond-owner"), (said.Status, said.Code));
        Assert.DoesNotContain("token-made", await host.History(name));
    }

    [Theory]
    [InlineData("""{"roles":[]}""", "roles")]
    [InlineData("""{"roles":["King"]}""", "roles[0]")]
    [InlineData("""{"roles":"Reporter"}""", "roles")]
    [InlineData("""{"readOnly":"yes"}""", "readOnly")]
    [InlineData("""{"readOnly":null}""", "readOnly")]
    public async Task Wrong_rights_are_named(string more, string field)
    {
        var name = await host.Account();
        var body = $$"""{"userName":"{{name}}","password":"{{AccessHost.Secret}}","name":"a","expiresInDays":1,{{more[1..]}}""";
        var said = await host.Anonymous().Send(HttpMethod.Post, "/tokens", raw: body);
        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Fact]
    public async Task A_role_lost_by_the_owner_is_lost_by_the_token_at_the_next_request()
    {
        var name = await Person(Role.Administrator, Role.Reporter);
        using var program = await Program(name, new[] { "Administrator" });
        Assert.Equal(200, (await program.Read("/settings")).Status);

        await host.InDb(async db =>
        {
            var role = db.Roles.Single(r => r.Name == "Administrator").Id;
            db.UserRoles.Remove(db.UserRoles.Single(r => r.RoleId == role && r.UserId == db.Users.Single(u => u.UserName == name).Id));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(403, (await program.Read("/settings")).Status);
        Assert.Empty((await program.Read("/me")).Body!["roles"]!.AsArray());
    }

    [Fact]
    public async Task A_token_for_reading_changes_nothing_and_makes_no_other_token()
    {
        var name = await Person(Role.Administrator);
        using var program = await Program(name, null, readOnly: true);

        Assert.Equal(200, (await program.Read("/settings")).Status);
        Assert.Equal(403, (await program.Send(HttpMethod.Put, "/settings", raw: "{}", ifMatch: "*")).Status);
        Assert.Equal(403, (await program.Read("/tokens")).Status);
        Assert.Equal(403, (await program.Post("/tokens", new { userName = name, password = AccessHost.Secret, name = "b", expiresInDays = 1 })).Status);
    }

    [Fact]
    public async Task A_list_of_tokens_says_their_rights_and_never_the_secret()
    {
        var name = await host.Account();
        using var person = await host.In(name);
        var made = await Make(name, new[] { "Reporter" }, readOnly: true);
        var token = (string)made.Body!["token"]!;

        var listed = (await person.Read("/tokens")).Body!["items"]!.AsArray().Single()!;

        Assert.Equal("Reporter", (string?)listed["roles"]!.AsArray().Single());
        Assert.True((bool)listed["readOnly"]!);
        Assert.Null(listed["lastUsedAt"]);
        Assert.StartsWith((string)listed["prefix"]!, token, StringComparison.Ordinal);
        Assert.DoesNotContain(token[20..], listed.ToJsonString(), StringComparison.Ordinal);
        using var program = With(token);
        Assert.Equal(200, (await program.Read("/me")).Status);
        Assert.NotNull((await person.Read("/tokens")).Body!["items"]![0]!["lastUsedAt"]);
        Assert.Contains("token-made", await host.History(name));
    }

    [Fact]
    public async Task A_token_opens_no_page_and_sets_no_cookie()
    {
        using var program = await Program(await host.Account(), null);

        using var page = await program.GetAsync("/");
        using var call = await program.GetAsync("/api/v1/me");

        Assert.Equal(302, (int)page.StatusCode);
        Assert.StartsWith("/dang-nhap", page.Headers.Location!.IsAbsoluteUri ? page.Headers.Location.PathAndQuery : page.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.False(call.Headers.Contains("Set-Cookie"));
        Assert.Equal(200, (int)call.StatusCode);
    }

    [Fact]
    public async Task A_token_in_the_query_is_worth_nothing()
    {
        var token = (string)(await Make(await host.Account(), null)).Body!["token"]!;
        foreach (var name in new[] { "access_token", "token", "api_key" })
            Assert.Equal(401, (await host.Anonymous().Read($"/me?{name}={token}")).Status);
    }

    [Fact]
    public async Task On_the_page_a_token_is_made_with_the_password_shown_once_and_revoked()
    {
        const string Path = "/tai-khoan/ma-truy-cap";
        using var person = await host.In(await Person(Role.Reporter, Role.Head));
        var page = await person.Open(Path);

        var wrong = await person.Fill(Path, page, "expiresInDays", ("name", "Cổng"), ("expiresInDays", "30"), ("roles", "Reporter"), ("readOnly", "true"), ("password", "sai"));
        Assert.Equal(422, (int)wrong.Status);
        Assert.Contains("Mật khẩu hiện tại không đúng", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Cổng\"", wrong.Text, StringComparison.Ordinal);
        var beyond = await person.Fill(Path, page, "expiresInDays", ("name", "Cổng"), ("expiresInDays", "30"), ("roles", "Administrator"), ("password", AccessHost.Secret));
        Assert.Contains("vai trò mà tài khoản không có", beyond.Text, StringComparison.Ordinal);

        var made = await person.Fill(Path, page, "expiresInDays", ("name", "Cổng"), ("expiresInDays", "30"), ("roles", "Reporter"), ("readOnly", "true"), ("password", AccessHost.Secret));
        var token = System.Text.RegularExpressions.Regex.Match(made.Html, "pt_[0-9a-f]{16}_[A-Za-z0-9_-]{43}").Value;
        using var program = With(token);
        Assert.Equal(["Reporter"], (await program.Read("/me")).Body!["roles"]!.AsArray().Select(r => (string?)r));
        var again = await person.Open(Path);
        Assert.DoesNotContain(token, again.Html, StringComparison.Ordinal);
        Assert.Contains("Cổng", again.Text, StringComparison.Ordinal);

        var gone = await person.Fill(Path, again, "Thu hồi");
        Assert.Equal(302, (int)gone.Status);
        Assert.Equal(401, (await program.Read("/me")).Status);
    }

    private async Task<string> Person(params Role[] roles)
    {
        // A demo account: an administrator need not turn the second factor on first.
        var name = await host.Account(roles[0]);
        await host.InDb(async db =>
        {
            await db.Users.Where(u => u.UserName == name).ExecuteUpdateAsync(u => u.SetProperty(a => a.IsDemo, true));
            var id = db.Users.Single(u => u.UserName == name).Id;
            foreach (var role in roles.Skip(1).Select(r => r.ToString()))
                db.UserRoles.Add(new() { UserId = id, RoleId = db.Roles.Single(r => r.Name == role).Id });
            return await db.SaveChangesAsync();
        });
        return name;
    }

    private Task<Said> Make(string userName, string[]? roles, bool readOnly = false) => host.Anonymous().Post("/tokens",
        new { userName, password = AccessHost.Secret, name = "Cổng thông tin", expiresInDays = 30, roles, readOnly });

    private async Task<HttpClient> Program(string userName, string[]? roles, bool readOnly = false)
    {
        var made = await Make(userName, roles, readOnly);
        Assert.Equal(201, made.Status);
        return With((string)made.Body!["token"]!);
    }

    private HttpClient With(string token)
    {
        var program = host.Anonymous();
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }
}
