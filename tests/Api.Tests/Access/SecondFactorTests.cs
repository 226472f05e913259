using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Tests.Access;

public sealed class SecondFactorTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task With_the_second_factor_on_a_password_is_not_enough_and_a_code_is_taken_once()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var (key, recovery) = await AccessHost.TurnOn(client);
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.Equal(200, (await client.Read("/me")).Status);
        var without = await host.Try(name);
        Assert.Equal((401, "access.code-required"), (without.Status, without.Code));
        var (now, next) = (AccessHost.Code(key), AccessHost.Code(key, 1));

        Assert.Equal(200, (await host.Try(name, code: now)).Status);

        Assert.Equal("access.wrong-code", (await host.Try(name, code: now)).Code);
        Assert.Equal(200, (await host.Try(name, code: $"{next[..3]} {next[3..]}")).Status);
        Assert.Equal("access.wrong-code", (await host.Try(name, code: now)).Code);
    }

    [Fact]
    public async Task The_code_that_turned_it_on_does_not_sign_in()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var key = (string)(await client.Post("/me/second-factor")).Body!["key"]!;
        var code = AccessHost.Code(key);
        Assert.Equal(200, (await client.Post("/me/second-factor/confirm", new { code })).Status);

        Assert.Equal("access.wrong-code", (await host.Try(name, code: code)).Code);
    }

    [Fact]
    public async Task One_code_at_many_doors_at_once_opens_one()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var code = AccessHost.Code((await AccessHost.TurnOn(client)).Key);

        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Try(name, code: code)));

        Assert.Single(said, s => s.Status == 200);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_is_kept_as_a_hash()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var (_, recovery) = await AccessHost.TurnOn(client);

        Assert.Equal(200, (await host.Try(name, code: recovery[3].ToLowerInvariant())).Status);

        Assert.Equal("access.wrong-code", (await host.Try(name, code: recovery[3])).Code);
        Assert.Equal(200, (await host.Try(name, code: recovery[4])).Status);
        var kept = await host.InDb(async db => string.Join(' ', db.UserTokens.Select(t => t.Value).ToList()));
        Assert.DoesNotContain(recovery[5], kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_recovery_codes_need_the_password_and_end_the_old_ones()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var (_, old) = await AccessHost.TurnOn(client);
        Assert.Equal(400, (await client.Post("/me/second-factor/recovery-codes", new { password = "sai" })).Status);

        var made = await client.Post("/me/second-factor/recovery-codes", new { password = AccessHost.Secret });

        Assert.Equal("access.wrong-code", (await host.Try(name, code: old[0])).Code);
        Assert.Equal(200, (await host.Try(name, code: (string)made.Body!["recoveryCodes"]![0]!)).Status);
    }

    [Fact]
    public async Task It_is_turned_off_with_the_password_only()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        await AccessHost.TurnOn(client);
        Assert.Equal(400, (await client.Post("/me/second-factor/off", new { password = "sai" })).Status);

        Assert.Equal(204, (await client.Post("/me/second-factor/off", new { password = AccessHost.Secret })).Status);

        Assert.Equal(200, (await host.Try(name)).Status);
        Assert.Equal(200, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task It_is_not_turned_off_where_it_is_needed_or_the_password_is_short()
    {
        using var administrator = await host.In(await host.Account(Role.Administrator));
        await AccessHost.TurnOn(administrator);
        Assert.Equal("access.second-factor-needed", (await Off(administrator, AccessHost.Secret)).Code);
        using var person = await host.In(await host.Account());
        await AccessHost.TurnOn(person);
        Assert.Equal(204, (await person.Send(HttpMethod.Put, "/me/password", new { current = AccessHost.Secret, @new = "Ngan 246" })).Status);

        Assert.Equal((409, "access.password-too-weak-alone"), (await Off(person, "Ngan 246")) is var said ? (said.Status, said.Code) : default);

        static Task<Said> Off(HttpClient client, string password) => client.Post("/me/second-factor/off", new { password });
    }

    [Fact]
    public async Task A_wrong_code_turns_nothing_on_and_a_key_is_not_changed_once_it_is_on()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        Assert.Equal(409, (await client.Post("/me/second-factor/confirm", new { code = "123456" })).Status);
        var key = (string)(await client.Post("/me/second-factor")).Body!["key"]!;
        Assert.Equal(["code"], (await client.Post("/me/second-factor/confirm", new { code = AccessHost.Code(key, 9) })).Fields);
        Assert.Equal(200, (await host.Try(name)).Status);

        await client.Post("/me/second-factor/confirm", new { code = AccessHost.Code(key) });

        Assert.Equal((409, "access.second-factor-on"), (await client.Post("/me/second-factor")) is var said ? (said.Status, said.Code) : default);
    }

    [Fact]
    public async Task A_token_needs_the_code_too_and_cannot_touch_password_or_second_factor()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var (key, _) = await AccessHost.TurnOn(client);
        using var program = host.Anonymous();
        Assert.Equal("access.code-required", (await Make(null)).Code);
        var made = await Make(AccessHost.Code(key));
        Assert.Equal(201, made.Status);
        program.DefaultRequestHeaders.Authorization = new("Bearer", (string)made.Body!["token"]!);

        Assert.Equal("access.session-needed", (await program.Post("/me/second-factor")).Code);
        Assert.Equal("access.session-needed", (await program.Send(HttpMethod.Put, "/me/password", new { current = AccessHost.Secret, @new = "Mat khau moi 2024" })).Code);

        Task<Said> Make(string? code) =>
            program.Post("/tokens", new { userName = name, password = AccessHost.Secret, code, name = "Phần mềm", expiresInDays = 1 });
    }

    [Fact]
    public async Task Every_step_is_in_history_once_and_without_secrets()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var (key, recovery) = await AccessHost.TurnOn(client);
        await client.Post("/me/second-factor/off", new { password = AccessHost.Secret });
        await client.Post("/me/sign-out-everywhere");

        Assert.Equal(["sign-in", "second-factor-started", "second-factor-on", "second-factor-off", "signed-out-everywhere"], await host.History(name));

        var text = await host.InDb(db => Task.FromResult(string.Join(' ', db.Changes.AsEnumerable().Select(c => c.ToString()))));
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(recovery[0], text, StringComparison.Ordinal);
    }
}
