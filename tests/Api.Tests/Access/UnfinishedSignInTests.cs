using System.Net;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Tests.Access;

public sealed class UnfinishedSignInTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task Until_the_password_is_changed_only_the_own_account_is_open()
    {
        var name = await host.Account(with: a => a.MustChangePassword = true);
        using var client = await host.In(name);

        await IsClosed(client, "access.password-change-required", "/tai-khoan/mat-khau");
        Assert.Equal(204, (await client.Send(HttpMethod.Put, "/me/password", new { current = AccessHost.Secret, @new = "Mat khau moi 2024" })).Status);

        Assert.Equal(200, (await client.Read("/plans")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/hoat-dong")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_turns_the_second_factor_on_before_anything_else()
    {
        using var client = await host.In(await host.Account(Role.Administrator));

        await IsClosed(client, "access.second-factor-required", "/tai-khoan/xac-thuc");
        await AccessHost.TurnOn(client);

        Assert.Equal(200, (await client.Read("/plans")).Status);
    }

    [Fact]
    public async Task Demo_accounts_need_neither()
    {
        using var client = await host.As("admin");

        Assert.Equal(200, (await client.Read("/plans")).Status);
    }

    [Fact]
    public async Task An_unfinished_account_gets_no_token_and_its_tokens_stop()
    {
        var name = await host.Account();
        using var program = host.Anonymous();
        var made = await Make();
        program.DefaultRequestHeaders.Authorization = new("Bearer", (string)made.Body!["token"]!);
        Assert.Equal(200, (await program.Read("/plans")).Status);

        await host.Change(name, a => a.MustChangePassword = true);

        Assert.Equal((403, "access.password-change-required"), (await program.Read("/plans")) is var said ? (said.Status, said.Code) : default);
        Assert.Equal(200, (await program.Read("/me")).Status);
        Assert.Equal((403, "access.password-change-required"), (await Make()) is var no ? (no.Status, no.Code) : default);

        Task<Said> Make() => program.Post("/tokens", new { userName = name, password = AccessHost.Secret, name = "Phần mềm", expiresInDays = 1 });
    }

    private static async Task IsClosed(HttpClient client, string code, string page)
    {
        foreach (var path in (string[])["/plans", "/agencies", "/tokens"])
            Assert.Equal((403, code), (await client.Read(path)) is var said ? (said.Status, said.Code) : default);
        foreach (var path in (string[])["/", "/hoat-dong", "/bao-cao", "/don-vi", "/ke-hoach"])
        {
            using var response = await client.GetAsync(path);
            Assert.Equal((HttpStatusCode.Redirect, page), (response.StatusCode, response.Headers.Location?.OriginalString));
        }
        Assert.Equal(200, (await client.Read("/me")).Status);
        foreach (var path in (string[])["/tai-khoan", "/tai-khoan/mat-khau", "/tai-khoan/xac-thuc"])
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
    }
}

public sealed class SecondFactorForAllTests
{
    [Fact]
    public async Task By_the_setting_everybody_needs_a_second_factor_but_demo_accounts()
    {
        await using var host = new AccessHost();
        using var person = await host.In(await host.Account());
        using var demo = await host.As("baocao.snv");
        Assert.Equal(200, (await person.Read("/plans")).Status);

        await host.Settings(new() { SecondFactorForAll = true });

        Assert.Equal("access.second-factor-required", (await person.Read("/plans")).Code);
        Assert.Equal(200, (await demo.Read("/plans")).Status);
    }
}
