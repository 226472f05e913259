using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Tests.Access;

public sealed class LockoutTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task A_locked_account_opens_by_itself_after_a_quarter_of_an_hour()
    {
        var name = await host.Account();
        await Wrong(name, 5);
        var locked = await host.Try(name);
        Assert.Equal((401, "access.wrong-credentials"), (locked.Status, locked.Code));
        Assert.InRange(locked.Response.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 14, 15);

        host.Pass(TimeSpan.FromMinutes(15.1));

        Assert.Equal(200, (await host.Try(name)).Status);
    }

    [Fact]
    public async Task Wrong_passwords_count_for_a_quarter_of_an_hour_and_until_a_right_one()
    {
        var name = await host.Account();
        await Wrong(name, 4);
        host.Pass(TimeSpan.FromMinutes(15.1));
        await Wrong(name, 4);
        Assert.Equal(200, (await host.Try(name)).Status);
        await Wrong(name, 4);

        Assert.Equal(200, (await host.Try(name)).Status);
    }

    [Fact]
    public async Task Wrong_codes_lock_as_wrong_passwords_do_though_the_password_was_right_each_time()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        var (key, _) = await AccessHost.TurnOn(client);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("access.code-required", (await host.Try(name)).Code);
            Assert.Equal((401, "access.wrong-code"), (await host.Try(name, code: "000000")) is var said ? (said.Status, said.Code) : default);
        }

        var locked = await host.Try(name, code: AccessHost.Code(key));

        Assert.Equal((401, "access.wrong-credentials"), (locked.Status, locked.Code));
        Assert.NotNull(locked.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Guessing_the_current_password_of_an_open_session_locks_too()
    {
        var name = await host.Account();
        using var client = await host.In(name);
        for (var i = 0; i < 5; i++)
        {
            var wrong = await client.Send(HttpMethod.Put, "/me/password", new { current = $"sai {i}", @new = "Mat khau moi 2024" });
            Assert.Equal(400, wrong.Status);
            Assert.Equal(["current"], wrong.Fields);
        }

        var locked = await client.Send(HttpMethod.Put, "/me/password", new { current = AccessHost.Secret, @new = "Mat khau moi 2024" });

        Assert.Equal((429, "access.locked"), (locked.Status, locked.Code));
        Assert.NotNull(locked.Response.Headers.RetryAfter);
        Assert.Equal(401, (await host.Try(name)).Status);
    }

    [Fact]
    public async Task The_door_for_tokens_counts_with_the_others()
    {
        var name = await host.Account();
        using var client = host.Anonymous();
        for (var i = 0; i < 5; i++)
            Assert.Equal(401, (await client.Post("/tokens", new { userName = name, password = "sai", name = "Phần mềm", expiresInDays = 1 })).Status);

        Assert.Equal(401, (await host.Try(name)).Status);
    }

    [Fact]
    public async Task Five_wrong_at_once_are_five()
    {
        var name = await host.Account();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Try(name, "sai")));

        Assert.Equal(401, (await host.Try(name)).Status);
    }

    private async Task Wrong(string name, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(401, (await host.Try(name, "sai")).Status);
    }
}

public sealed class SessionEndTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task A_session_ends_after_its_idle_time_and_an_administrators_sooner()
    {
        using var person = await host.In(await host.Account());
        using var administrator = await host.In(await host.Account(Role.Administrator));

        host.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal(200, (await person.Read("/me")).Status);
        Assert.Equal(401, (await administrator.Read("/me")).Status);
        host.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(200, (await person.Read("/me")).Status);
        host.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal(401, (await person.Read("/me")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        using var person = await host.In(await host.Account());
        for (var minutes = 0; minutes < 12 * 60 - 10; minutes += 10)
        {
            Assert.Equal(200, (await person.Read("/me")).Status);
            host.Pass(TimeSpan.FromMinutes(10));
        }
        Assert.Equal(200, (await person.Read("/me")).Status);

        host.Pass(TimeSpan.FromMinutes(11));

        Assert.Equal(401, (await person.Read("/me")).Status);
    }
}

public sealed class AccessSettingsTests
{
    [Fact]
    public async Task Changed_settings_hold_from_the_next_request_on()
    {
        await using var host = new AccessHost();
        var name = await host.Account();
        using var person = await host.In(name);
        await host.Settings(new() { IdleMinutes = 1, WrongUntilLocked = 3 });

        host.Pass(TimeSpan.FromMinutes(1.5));

        Assert.Equal(401, (await person.Read("/me")).Status);
        for (var i = 0; i < 3; i++)
            await host.Try(name, "sai");
        Assert.Equal(401, (await host.Try(name)).Status);
    }
}
