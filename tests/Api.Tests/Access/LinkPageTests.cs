using System.Net;

namespace PlanTracker.Api.Tests.Access;

/// <summary>One-time links, by pages without scripts.</summary>
public sealed class LinkPageTests(AccessHost host) : IClassFixture<AccessHost>
{
    private const string New = "Mat khau moi 2024";

    [Fact]
    public async Task A_link_sets_the_password_opens_a_locked_account_and_signs_in_once()
    {
        var name = await host.Account(with: a => (a.MustChangePassword, a.LockoutEnd) = (true, TimeProvider.System.GetUtcNow().AddMinutes(10)));
        var path = "/mo-tai-khoan?ma=" + await host.Link(name);
        using var client = host.Anonymous();
        using var late = host.Anonymous();
        var (page, latePage) = (await client.Open(path), await late.Open(path));
        Assert.Contains(name, page.Text, StringComparison.Ordinal);

        var weak = await Set(client, path, page, "yếu", "yếu");
        var different = await Set(client, path, page, New, New + "x");
        var done = await Set(client, path, page, New, New);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (weak.Status, different.Status));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(200, (await client.Read("/plans")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await client.Open(path)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await Set(late, path, latePage, New + "2", New + "2")).Status);
        Assert.Equal(200, (await host.Try(name, New)).Status);
        Assert.Equal(["password-set-by-link", "sign-in", "sign-in"], await host.History(name));
    }

    [Fact]
    public async Task A_link_ends_open_sessions_and_tokens()
    {
        var name = await host.Account();
        using var session = await host.In(name);
        using var program = host.Anonymous();
        var made = await program.Post("/tokens", new { userName = name, password = AccessHost.Secret, name = "Phần mềm", expiresInDays = 1 });
        program.DefaultRequestHeaders.Authorization = new("Bearer", (string)made.Body!["token"]!);
        var path = "/mo-tai-khoan?ma=" + await host.Link(name);
        using var client = host.Anonymous();

        await Set(client, path, await client.Open(path), New, New);

        Assert.Equal(401, (await session.Read("/me")).Status);
        Assert.Equal(401, (await program.Read("/me")).Status);
    }

    [Fact]
    public async Task With_a_second_factor_the_link_asks_for_the_code_too()
    {
        var name = await host.Account();
        using var session = await host.In(name);
        var (key, _) = await AccessHost.TurnOn(session);
        var path = "/mo-tai-khoan?ma=" + await host.Link(name);
        using var client = host.Anonymous();

        var second = await Set(client, path, await client.Open(path), "Ngan 246", "Ngan 246");

        Assert.Equal(401, (await client.Read("/me")).Status);
        await client.Fill(path, second, "code", ("code", AccessHost.Code(key)));
        Assert.Equal(200, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task A_link_that_is_too_old_made_up_or_of_a_disabled_account_is_worth_nothing()
    {
        var name = await host.Account();
        var disabled = await host.Account(with: a => a.IsDisabled = true);
        using var client = host.Anonymous();
        foreach (var secret in (string[])[await host.Link(name, TimeSpan.FromSeconds(-1)), await host.Link(disabled), "khong-co", ""])
        {
            var page = await client.Open("/mo-tai-khoan?ma=" + secret);
            Assert.Equal((HttpStatusCode.Gone, true), (page.Status, page.Text.Contains("Liên kết không dùng được", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Two_at_once_by_one_link_set_one_password()
    {
        var name = await host.Account();
        var path = "/mo-tai-khoan?ma=" + await host.Link(name);
        var clients = Enumerable.Range(0, 3).Select(_ => host.Anonymous()).ToList();
        var pages = await Task.WhenAll(clients.Select(c => c.Open(path)));

        var done = await Task.WhenAll(clients.Select((c, i) => Set(c, path, pages[i], $"{New} {i}", $"{New} {i}")));

        Assert.Single(done, d => d.Status == HttpStatusCode.Redirect);
    }

    private static Task<Page> Set(HttpClient client, string path, Page page, string password, string again) =>
        client.Fill(path, page, "password", ("password", password), ("again", again));
}
