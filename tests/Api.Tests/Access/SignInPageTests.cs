using System.Net;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Tests.Access;

/// <summary>Signing in by pages, without scripts.</summary>
public sealed class SignInPageTests(AccessHost host) : IClassFixture<AccessHost>
{
    private const string New = "Mat khau moi 2024";

    [Fact]
    public async Task Password_then_code_then_the_page_that_was_asked_for()
    {
        var (name, key, _) = await WithSecondFactor();
        using var client = host.Anonymous();
        var second = await Password(client, name);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.DoesNotContain("name=\"password\"", second.Html, StringComparison.Ordinal);
        Assert.Equal(401, (await client.Read("/me")).Status);

        var wrong = await client.Fill("/dang-nhap", second, "code", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var entered = await client.Fill("/dang-nhap", wrong, "code", ("code", AccessHost.Code(key)));

        Assert.EndsWith("/bao-cao", entered.To, StringComparison.Ordinal);
        Assert.Equal(200, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task A_recovery_code_does_in_place_of_the_app()
    {
        var (name, _, recovery) = await WithSecondFactor();
        using var client = host.Anonymous();

        await client.Fill("/dang-nhap", await Password(client, name), "code", ("code", recovery[0]));

        Assert.Equal(200, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task The_second_step_is_good_for_five_minutes_and_for_the_account_as_it_was()
    {
        var (name, key, _) = await WithSecondFactor();
        using var client = host.Anonymous();
        var (late, old) = (await Password(client, name), await Password(client, name));
        await host.Change(name, a => a.SecurityStamp = "other");
        var refused = await client.Fill("/dang-nhap", old, "code", ("code", AccessHost.Code(key)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);

        host.Pass(TimeSpan.FromMinutes(5.1));
        var over = await client.Fill("/dang-nhap", late, "code", ("code", AccessHost.Code(key)));

        Assert.Contains("5 phút", over.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"password\"", over.Html, StringComparison.Ordinal);
        Assert.Equal(401, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task A_made_up_ticket_is_worth_nothing()
    {
        var (name, key, _) = await WithSecondFactor();
        using var client = host.Anonymous();

        var said = await client.Fill("/dang-nhap", await Password(client, name), "code", ("ticket", "CfDJ8" + new string('A', 100)), ("code", AccessHost.Code(key)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, said.Status);
        Assert.Equal(401, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task The_password_is_changed_on_its_page_and_errors_are_named()
    {
        var name = await host.Account(with: a => a.MustChangePassword = true);
        using var client = host.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await Password(client, name)).Status);
        var page = await client.Open("/tai-khoan/mat-khau");

        var wrong = await client.Fill("/tai-khoan/mat-khau", page, "current", ("current", "sai"), ("new", New), ("again", New));
        var twice = await client.Fill("/tai-khoan/mat-khau", page, "current", ("current", AccessHost.Secret), ("new", New), ("again", New + "x"));
        var done = await client.Fill("/tai-khoan/mat-khau", page, "current", ("current", AccessHost.Secret), ("new", New), ("again", New));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (wrong.Status, wrong.Text.Contains("Mật khẩu hiện tại không đúng", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (twice.Status, twice.Text.Contains("không giống nhau", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Open("/")).Status);
    }

    [Fact]
    public async Task The_second_factor_is_turned_on_and_off_on_its_page()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        const string Path = "/tai-khoan/xac-thuc";
        var started = await client.Fill(Path, await client.Open(Path), "act", ("act", "start"));
        var page = await client.Open(started.To!);
        Assert.Contains("src=\"data:image/png;base64,", page.Html, StringComparison.Ordinal);
        var key = page.Text.Split("<code class=\"secret\">")[1].Split('<')[0].Replace(" ", "", StringComparison.Ordinal);

        var on = await client.Fill(started.To!, page, "code", ("act", "confirm"), ("code", AccessHost.Code(key)));

        Assert.Equal(10, on.Html.Split("<li><code>").Length - 1);
        Assert.Equal("access.code-required", (await host.Try(name)).Code);
        page = await client.Open(Path);
        Assert.DoesNotContain("<li><code>", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Fill(Path, page, "password", ("act", "off"), ("password", "sai"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Fill(Path, page, "password", ("act", "off"), ("password", AccessHost.Secret))).Status);
        Assert.Equal(200, (await host.Try(name)).Status);
    }

    [Fact]
    public async Task The_own_page_signs_out_everywhere()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        using var other = await host.In(name);
        var page = await client.Open("/tai-khoan");
        Assert.Contains("2 phiên đang mở", page.Text, StringComparison.Ordinal);

        var left = await client.Fill("/tai-khoan", page, "Đăng xuất mọi nơi");

        Assert.EndsWith("/dang-nhap", left.To, StringComparison.Ordinal);
        Assert.Equal(401, (await other.Read("/me")).Status);
    }

    private async Task<(string Name, string Key, string[] Recovery)> WithSecondFactor()
    {
        var name = await host.Account(Role.Coordinator);
        using var client = await host.In(name);
        var (key, recovery) = await AccessHost.TurnOn(client);
        return (name, key, recovery);
    }

    private static async Task<Page> Password(HttpClient client, string name)
    {
        var page = await client.Open("/dang-nhap?tiep=%2Fbao-cao");
        return await client.Fill("/dang-nhap", page, "password", ("userName", name), ("password", AccessHost.Secret));
    }
}
