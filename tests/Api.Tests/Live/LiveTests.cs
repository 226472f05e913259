using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PlanTracker.Storage;

namespace PlanTracker.Api.Tests.Live;

/// <summary>Open pages are told that something changed, and nothing more.</summary>
public sealed class LiveTests(LiveHost host) : IClassFixture<LiveHost>
{
    [Fact]
    public async Task A_confirmation_is_told_to_whoever_listens()
    {
        using var leader = await host.As("lanhdao");
        using var stream = await Stream.Open(leader);
        var before = await stream.Next();

        await Confirm();

        Assert.True(await stream.Next() > before);
    }

    [Fact]
    public async Task What_another_process_commits_is_told_too()
    {
        using var leader = await host.As("lanhdao");
        using var stream = await Stream.Open(leader);
        var before = await stream.Next();

        // Not through the store of this process: its bell stays silent.
        await host.InDb(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Changes" ("Sequence", "Id", "At", "AccountId", "AccountName", "Door", "Entity", "EntityId", "What")
            SELECT MAX("Sequence") + 1, {Guid.NewGuid()}, MAX("At"), {Guid.Empty}, 'PlanTracker', 'System', 'entry', {Guid.Empty}, 'confirm' FROM "Changes"
            """));

        Assert.True(await stream.Next() > before);
    }

    [Fact]
    public async Task A_sign_in_changes_no_figure_and_is_told_to_nobody()
    {
        using var leader = await host.As("lanhdao");
        var before = await Number(leader);

        using var other = await host.As("taichinh");

        Assert.Equal(before, await Number(leader));
        await Confirm();
        Assert.True(await Number(leader) > before);
    }

    [Fact]
    public async Task The_number_alone_is_304_while_nothing_moved()
    {
        using var leader = await host.As("lanhdao");
        using var first = await leader.GetAsync("/su-kien/so");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/su-kien/so");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await leader.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_reader_that_has_the_number_is_not_told_it_again_after_the_line_broke()
    {
        using var leader = await host.As("lanhdao");
        using var first = await Stream.Open(leader);
        var known = await first.Next();

        using var again = await Stream.Open(leader, "/su-kien", ("Last-Event-ID", $"{known}"));
        await Confirm();

        Assert.True(await again.Next() > known);
    }

    [Fact]
    public async Task A_proxy_is_told_to_keep_nothing_back_and_to_change_nothing()
    {
        using var leader = await host.As("lanhdao");

        using var stream = await Stream.Open(leader, "/su-kien", ("Accept-Encoding", "br, gzip"));

        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no", stream.Response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.True(stream.Response.Headers.CacheControl is { NoCache: true, NoTransform: true });
        Assert.Empty(stream.Response.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_sites_page_is_refused_with_a_cookie(string header, string value)
    {
        using var leader = await host.As("lanhdao");

        using var stream = await Stream.Open(leader, "/su-kien", (header, value));
        using var number = await Stream.Open(leader, "/su-kien/so", (header, value));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (stream.Response.StatusCode, number.Response.StatusCode));
    }

    [Fact]
    public async Task Nobody_listens_without_a_sign_in_and_a_token_is_no_sign_in()
    {
        using var stranger = host.Anonymous();
        using var program = host.Anonymous();
        var made = await program.Post("/tokens", new { userName = "lanhdao", password = DemoHost.Password, name = "Phần mềm", expiresInDays = 1 });
        program.DefaultRequestHeaders.Authorization = new("Bearer", (string)made.Body!["token"]!);

        using var one = await Stream.Open(stranger);
        using var other = await Stream.Open(program);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (one.Response.StatusCode, other.Response.StatusCode));
    }

    [Fact]
    public async Task A_stream_ends_with_its_session()
    {
        using var leaving = await host.As("truong.skhdt");
        using var stream = await Stream.Open(leaving);
        Assert.NotNull(await stream.Next());

        Assert.Equal(204, (await leaving.Send(HttpMethod.Delete, "/session")).Status);

        await stream.End();
    }

    [Fact]
    public async Task A_stream_ends_when_its_account_is_disabled()
    {
        using var dismissed = await host.As("truong.sotttt");
        using var stream = await Stream.Open(dismissed);
        Assert.NotNull(await stream.Next());

        await host.InDb(db => db.Users.Where(a => a.UserName == "truong.sotttt").ExecuteUpdateAsync(a => a.SetProperty(x => x.IsDisabled, true)));

        await stream.End();
    }

    [Fact]
    public async Task One_session_has_a_few_streams_and_then_is_asked_to_wait()
    {
        using var greedy = await host.As("baocao.skhdt");
        var streams = new List<Stream>();
        try
        {
            for (var n = 0; n < LiveHost.MostPerReader; n++)
                streams.Add(await Stream.Open(greedy));
            Assert.All(streams, s => Assert.Equal(HttpStatusCode.OK, s.Response.StatusCode));

            using var tooMany = await Stream.Open(greedy);
            using var other = await host.As("baocao.skhdt");
            using var others = await Stream.Open(other);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (tooMany.Response.StatusCode, others.Response.StatusCode));
            Assert.NotNull(tooMany.Response.Headers.RetryAfter);
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public async Task Listening_and_refreshing_are_no_activity_and_opening_a_page_is()
    {
        using var leader = await host.As("lanhdao");
        var longAgo = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-10);
        var session = await host.InDb(db => db.SignInSessions.OrderByDescending(s => s.Id).Where(s => s.EndedAt == null)
            .Join(db.Users.Where(a => a.UserName == "lanhdao"), s => s.AccountId, a => a.Id, (s, _) => s.Id).FirstAsync());
        await host.InDb(db => db.SignInSessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, longAgo)));
        Task<DateTime> Seen() => host.InDb(db => db.SignInSessions.Where(s => s.Id == session).Select(s => s.LastSeenAt).SingleAsync());
        var before = await Seen();

        using (var stream = await Stream.Open(leader))
            Assert.NotNull(await stream.Next());
        await Number(leader);
        using (var refresh = new HttpRequestMessage(HttpMethod.Get, "/hoat-dong") { Headers = { { "X-PlanTracker-Live", "1" } } })
        using (var page = await leader.SendAsync(refresh))
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(before, await Seen());

        using (var change = new HttpRequestMessage(HttpMethod.Post, "/api/v1/nothing") { Headers = { { "X-PlanTracker-Live", "1" } } })
        using (await leader.SendAsync(change))
            Assert.True(await Seen() > before);
    }

    [Fact]
    public async Task A_stopping_host_ends_its_streams_and_stops()
    {
        await using var own = new LiveHost();
        using var leader = await own.As("lanhdao");
        using var stream = await Stream.Open(leader);
        Assert.NotNull(await stream.Next());

        own.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await stream.End();
    }

    private static async Task<long> Number(HttpClient client)
    {
        using var response = await client.GetAsync("/su-kien/so");
        return long.Parse(await response.Content.ReadAsStringAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task Confirm()
    {
        using var reporter = await host.As("baocao.snv");
        using var coordinator = await host.As("dieuphoi");
        var activity = await reporter.Activity(3);
        var id = (string)(await reporter.Post($"/activities/{(string)activity["id"]!}/entries", Requests.EntryOf(activity))).Body!["id"]!;
        Assert.Equal(200, (await reporter.Post($"/entries/{id}/submit", ifMatch: "*")).Status);
        Assert.Equal(200, (await coordinator.Post($"/entries/{id}/confirm", ifMatch: "*")).Status);
    }
}

/// <summary>A host of its own that looks after its streams every second.</summary>
public sealed class LiveHost : DemoHost
{
    public const int MostPerReader = 3;

    public async Task<T> InDb<T>(Func<PlanDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlanDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Rounds:Enabled", "false"); // its rows of history would come between
        builder.UseSetting("Live:HeartbeatSeconds", "1");
        builder.UseSetting("Live:MostPerReader", $"{MostPerReader}");
    }
}
