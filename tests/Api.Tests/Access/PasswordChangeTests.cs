using Microsoft.EntityFrameworkCore;

namespace PlanTracker.Api.Tests.Access;

public sealed class PasswordChangeTests(AccessHost host) : IClassFixture<AccessHost>
{
    private const string New = "Mat khau moi 2024";

    [Fact]
    public async Task A_new_password_ends_other_sessions_and_tokens_and_the_present_one_goes_on_under_a_new_id()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        using var other = await host.In(name);
        using var program = host.Anonymous();
        var made = await program.Post("/tokens", new { userName = name, password = AccessHost.Secret, name = "Phần mềm", expiresInDays = 1 });
        program.DefaultRequestHeaders.Authorization = new("Bearer", (string)made.Body!["token"]!);

        var changed = await client.Send(HttpMethod.Put, "/me/password", new { current = AccessHost.Secret, @new = New });

        Assert.Equal(204, changed.Status);
        Assert.Contains(changed.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("PlanTracker=", StringComparison.Ordinal));
        Assert.Equal(200, (await client.Read("/me")).Status);
        Assert.Equal(401, (await other.Read("/me")).Status);
        Assert.Equal(401, (await program.Read("/me")).Status);
        Assert.Equal(401, (await host.Try(name)).Status);
        Assert.Equal(200, (await host.Try(name, New)).Status);
        var open = await host.InDb(db => db.SignInSessions.CountAsync(s => s.EndedAt == null && db.Users.Any(a => a.Id == s.AccountId && a.UserName == name)));
        Assert.Equal(2, open);
    }

    [Theory]
    [InlineData("Ngan 246")]
    [InlineData(AccessHost.Secret)]
    [InlineData("")]
    public async Task A_new_password_keeps_the_rules_and_is_another(string password)
    {
        using var client = await host.In(await host.Account());

        var said = await client.Send(HttpMethod.Put, "/me/password", new { current = AccessHost.Secret, @new = password });

        Assert.Equal(400, said.Status);
        Assert.Equal(["new"], said.Fields);
    }

    [Fact]
    public async Task Signed_out_everywhere_no_session_is_left()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        using var other = await host.In(name);

        Assert.Equal(204, (await client.Post("/me/sign-out-everywhere")).Status);

        Assert.Equal(401, (await client.Read("/me")).Status);
        Assert.Equal(401, (await other.Read("/me")).Status);
        Assert.Equal(200, (await host.Try(name)).Status);
    }

    [Fact]
    public async Task A_disabled_account_and_a_lost_role_count_at_the_next_request()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        await host.InDb(db => db.UserRoles.Where(r => db.Users.Any(a => a.Id == r.UserId && a.UserName == name)).ExecuteDeleteAsync());
        Assert.Empty((await client.Read("/me")).Body!["roles"]!.AsArray());

        await host.Change(name, a => a.IsDisabled = true);

        Assert.Equal(401, (await client.Read("/me")).Status);
        Assert.Equal(401, (await host.Try(name)).Status);
    }
}
