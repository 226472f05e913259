namespace PlanTracker.Api.Tests.Progress;

public sealed class EntryFlowTests(DemoHost host)
{
    [Fact]
    public async Task An_entry_is_drafted_edited_submitted_returned_submitted_and_confirmed()
    {
        using var reporter = await host.As("baocao.snv");
        using var coordinator = await host.As("dieuphoi");
        var activity = await reporter.Activity(3);

        await EntryWalk.Run(reporter, coordinator, activity);
    }

    [Fact]
    public async Task Drafts_of_another_agency_are_not_there()
    {
        using var reporter = await host.As("baocao.snv");
        using var other = await host.As("baocao.sotttt");
        var path = await Drafted(reporter);

        Assert.Equal(404, (await other.Read(path)).Status);
        Assert.Equal(404, (await other.Send(HttpMethod.Put, path, raw: "rubbish")).Status);
        Assert.Equal(404, (await other.Post(path + "/submit")).Status);
        Assert.Equal(404, (await other.Post(path + "/evidence", new { kind = "Link", url = "https://cantho.gov.vn" })).Status);
        Assert.DoesNotContain(path[^36..], (await other.Read("/entries?pageSize=200&status=Draft")).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("baocao.sotttt")]
    [InlineData("baocao.ninhkieu")]
    [InlineData("truong.snv")]
    [InlineData("lanhdao")]
    [InlineData("taichinh")]
    [InlineData("admin")]
    public async Task Who_does_not_lead_may_not_log_whatever_they_send_and_nothing_changes(string userName)
    {
        using var client = await host.As(userName);
        using var coordinator = await host.As("dieuphoi");
        var activity = await client.Activity(8);
        var path = $"/activities/{activity["id"]}/entries";
        var before = (int)(await coordinator.Read(path)).Body!["total"]!;

        Assert.Equal(403, (await client.Post(path, Requests.EntryOf(activity))).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Post, path, raw: "rubbish")).Status);

        Assert.Equal(before, (int)(await coordinator.Read(path)).Body!["total"]!);
    }

    [Fact]
    public async Task A_supporting_agency_may_not_log_either()
    {
        using var client = await host.As("baocao.ninhkieu");
        var activity = await client.Activity(8);

        Assert.Equal((403, "progress.not-lead"), Pair(await client.Post($"/activities/{activity["id"]}/entries", Requests.EntryOf(activity))));
    }

    [Fact]
    public async Task Nobody_confirms_their_own()
    {
        using var coordinator = await host.As("dieuphoi");
        var path = await Drafted(coordinator);
        Assert.Equal(200, (await coordinator.Post(path + "/submit", ifMatch: "*")).Status);

        Assert.Equal((403, "progress.own-entry"), Pair(await coordinator.Post(path + "/confirm", ifMatch: "*")));
    }

    [Theory]
    [InlineData("baocao.snv")]
    [InlineData("truong.snv")]
    public async Task Only_the_coordinator_confirms_and_that_is_judged_before_version_and_state(string userName)
    {
        using var reporter = await host.As("baocao.snv");
        using var client = await host.As(userName);
        var path = await Drafted(reporter);

        Assert.Equal(403, (await client.Post(path + "/confirm")).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Post, "/entries/confirm", raw: "rubbish")).Status);
    }

    [Fact]
    public async Task Refusals_come_in_their_order()
    {
        using var reporter = await host.As("baocao.snv");
        var path = await Drafted(reporter);
        var good = Requests.EntryOf(await reporter.Activity(1));

        Assert.Equal(404, (await reporter.Send(HttpMethod.Put, $"/entries/{Guid.Empty}", raw: "rubbish")).Status);
        Assert.Equal(404, (await reporter.Send(HttpMethod.Put, "/entries/abc", raw: "rubbish")).Status);
        Assert.Equal(400, (await reporter.Send(HttpMethod.Put, path, raw: "rubbish")).Status);
        Assert.Equal(428, (await reporter.Send(HttpMethod.Put, path, good)).Status);
        foreach (var stale in (string[])["\"9\"", "W/\"1\"", "rubbish", "\"1\", \"2\""])
            Assert.Equal(412, (await reporter.Send(HttpMethod.Put, path, good, stale)).Status);
        Assert.Equal(200, (await reporter.Post(path + "/submit", ifMatch: "\"1\"")).Status);
        Assert.Equal(412, (await reporter.Send(HttpMethod.Put, path, good, "\"1\"")).Status);
        Assert.Equal((409, "progress.wrong-state"), Pair(await reporter.Send(HttpMethod.Put, path, good, "\"2\"")));
    }

    [Fact]
    public async Task Bulk_confirmation_answers_for_each()
    {
        using var reporter = await host.As("baocao.snv");
        using var coordinator = await host.As("dieuphoi");
        var path = await Drafted(reporter);
        var id = path[^36..];

        var said = await coordinator.Post("/entries/confirm", new { items = new[] { new { id, etag = "\"1\"" }, new { id = Guid.Empty.ToString(), etag = "*" } } });

        Assert.Equal([409, 404], said.Body!["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal(["items"], (await coordinator.Post("/entries/confirm", new { items = Array.Empty<object>() })).Fields);
    }

    [Theory]
    [InlineData("""{"kind":"Link","url":"javascript:alert(1)"}""", "url")]
    [InlineData("""{"kind":"Link","url":"https://cantho.gov.vn","number":"1"}""", "number")]
    [InlineData("""{"kind":"Document","number":"12/BC-SNV"}""", "date")]
    [InlineData("""{"kind":"File"}""", "kind")]
    public async Task Wrong_evidence_is_named(string raw, string field)
    {
        using var reporter = await host.As("baocao.snv");

        var said = await reporter.Send(HttpMethod.Post, await Drafted(reporter) + "/evidence", raw: raw);

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    private static (int, string?) Pair(Said said) => (said.Status, said.Code);

    private static async Task<string> Drafted(HttpClient client)
    {
        var activity = await client.Activity(1);
        var said = await client.Post($"/activities/{activity["id"]}/entries", Requests.EntryOf(activity));
        Assert.Equal(201, said.Status);
        return $"/entries/{said.Body!["id"]}";
    }
}
