namespace PlanTracker.Api.Tests.Access;

/// <summary>On hosts of their own: what is wrong here must not lock others out.</summary>
public sealed class WrongPasswordTests
{
    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_right_one_is_refused_in_the_same_words()
    {
        await using var host = new DemoHost();
        using var client = host.Anonymous();
        var nobody = await Try(client, "khong.co", "x");
        for (var i = 0; i < 5; i++)
            Assert.Equal(401, (await Try(client, "lanhdao", "sai")).Status);

        var locked = await Try(client, "LANHDAO", DemoHost.Password);

        Assert.Equal(401, locked.Status);
        Assert.NotNull(locked.Response.Headers.RetryAfter);
        Assert.Equal(("access.wrong-credentials", (string?)nobody.Body!["detail"]), (locked.Code, (string?)locked.Body!["detail"]));
        Assert.Equal(200, (await Try(client, "dieuphoi", DemoHost.Password)).Status);
    }

    [Fact]
    public async Task An_address_that_was_wrong_twenty_times_in_a_minute_must_wait()
    {
        await using var host = new DemoHost();
        using var client = host.Anonymous();
        for (var i = 0; i < 20; i++)
            Assert.Equal(401, (await Try(client, $"ai.do.{i}", "sai")).Status);

        var said = await Try(client, "dieuphoi", DemoHost.Password);

        Assert.Equal(429, said.Status);
        Assert.NotNull(said.Response.Headers.RetryAfter);
    }

    private static Task<Said> Try(HttpClient client, string userName, string password) => client.Post("/session", new { userName, password });
}
