using PlanTracker.Api.Tests.Access;

namespace PlanTracker.Api.Tests.Work;

/// <summary>A sample year of its own: others send news and entries while these lists are counted.</summary>
public sealed class WorkHost : DemoHost;

public sealed class WorkTests(WorkHost host) : IClassFixture<WorkHost>
{
    [Theory]
    [InlineData("dieuphoi", "Waiting,Returned,UnitResults,Drafts,LateSending,MissingEvidence,NewsToSelect,IssueProposals,NewsOverdue,Behind,DueSoon,Estimates,Unreachable,LatePreparations,Unanswered,LateInspections,MissingUnitPlans")]
    [InlineData("baocao.svhttdl", "Returned,OwedReports,Drafts,MissingEvidence,NewsReturned,Behind,DueSoon,Estimates,SilentTasks,LatePreparations,Unanswered,LateInspections")]
    [InlineData("truong.svhttdl", "Returned,OwedReports,Drafts,MissingEvidence,NewsToApprove,Behind,DueSoon,Estimates,LatePreparations,Unanswered,LateInspections")]
    [InlineData("lanhdao", "Behind,DueSoon,Estimates,LatePreparations,Unanswered,LateInspections,MissingUnitPlans")]
    public async Task Each_role_has_its_kinds_with_counts(string userName, string kinds)
    {
        using var client = await host.As(userName);

        var work = (await client.Read("/worklist")).Body!;

        // Reports that wait are named only while there are any, which other tests change meanwhile.
        Assert.Equal(kinds, string.Join(",", work["kinds"]!.AsArray().Select(k => (string)k!["kind"]!).Where(k => k != "ReportsToReceive")));
        foreach (var kind in work["kinds"]!.AsArray())
        {
            var list = (await client.Read($"/worklist?kind={kind!["kind"]}&pageSize=200")).Body!;
            Assert.Equal((int)kind["count"]!, (int)list["total"]!);
            Assert.Equal((int)list["total"]!, list["items"]!.AsArray().Count);
        }
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("taichinh")]
    public async Task Who_has_no_work_list_is_refused(string userName)
    {
        using var client = await host.As(userName);

        Assert.Equal(403, (await client.Read("/worklist")).Status);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await client.Open("/viec-can-lam")).Status);
    }

    [Theory]
    [InlineData("kind=Waiting", "kind")]
    [InlineData("kind=%EF%BF%BE", "kind")]
    [InlineData("page=0", "page")]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("status=Draft", "status")]
    public async Task A_wrong_question_is_named(string query, string field)
    {
        using var client = await host.As("baocao.ninhkieu");

        var said = await client.Read($"/worklist?{query}");

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Fact]
    public async Task A_returned_entry_is_in_its_agencys_list_only_and_leaves_it_when_it_is_sent_again()
    {
        using var reporter = await host.As("baocao.skhdt");
        using var other = await host.As("baocao.ldld");
        using var coordinator = await host.As("dieuphoi");
        var activity = await reporter.Activity(11);
        var made = await reporter.Post($"/activities/{activity["id"]}/entries", With(Requests.EntryOf(activity), "mode", "Online"));
        Assert.True(made.Status == 201, made.Body!.ToJsonString());
        var id = (string)made.Body!["id"]!;
        Assert.Contains(id, await Of(reporter, "Drafts"), StringComparison.Ordinal);
        await reporter.Post($"/entries/{id}/submit", ifMatch: "*");
        Assert.Contains(id, await Of(coordinator, "Waiting"), StringComparison.Ordinal);
        await coordinator.Post($"/entries/{id}/return", new { reason = "Ghi rõ địa điểm", fields = new[] { "place" } }, "*");

        var returned = (await reporter.Read("/worklist?kind=Returned&pageSize=200")).Body!["items"]!.AsArray().Single(i => (string)i!["id"]! == id)!;

        Assert.Equal(("Ghi rõ địa điểm", "entry", "Returned", "Edit"), ((string)returned["reason"]!, (string)returned["entity"]!, (string)returned["entryStatus"]!, (string)returned["acts"]![0]!));
        Assert.DoesNotContain(id, await Of(other, "Returned"), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await Of(coordinator, "Returned"), StringComparison.Ordinal);

        var entry = With(With(Requests.EntryOf(activity), "mode", "Online"), "place", "Hội trường Sở");
        await reporter.Send(HttpMethod.Put, $"/entries/{id}", entry, "*");
        var again = (await reporter.Post($"/entries/{id}/submit", ifMatch: "*")).Body!;

        Assert.DoesNotContain(id, await Of(reporter, "Returned"), StringComparison.Ordinal);
        var difference = again["changedSinceReturn"]!;
        Assert.Equal("place", (string)difference["fields"]!.AsArray().Single()!["field"]!);
        Assert.Equal((null, "Hội trường Sở", true),
            ((string?)difference["fields"]![0]!["old"], (string)difference["fields"]![0]!["new"]!, (bool)difference["fields"]![0]!["asked"]!));
        var page = (await coordinator.Open($"/ket-qua/{id}")).Text;
        Assert.Contains("Đã sửa sau khi trả lại", page, StringComparison.Ordinal);
        await coordinator.Post($"/entries/{id}/confirm", ifMatch: "*");
        Assert.Null((await other.Read($"/entries/{id}")).Body!["changedSinceReturn"]);
        await coordinator.Post($"/entries/{id}/withdraw", new { reason = "Thử" }, "*");
    }

    [Fact]
    public async Task The_page_lists_what_the_api_lists_and_shows_a_wrong_kind_as_a_refusal()
    {
        using var client = await host.As("dieuphoi");

        var page = await client.Open("/viec-can-lam?kind=Behind");

        foreach (var item in (await client.Read("/worklist?kind=Behind")).Body!["items"]!.AsArray())
            Assert.Contains($"/hoat-dong/{item!["id"]}", page.Html, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await client.Open("/viec-can-lam?kind=x")).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.Open("/viec-can-lam?kind=Behind&page=99999")).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.Open("/viec-can-lam?page=abc")).Status);
    }

    private static async Task<string> Of(HttpClient client, string kind) => (await client.Read($"/worklist?kind={kind}&pageSize=200")).Body!["items"]!.ToJsonString();

    private static System.Text.Json.Nodes.JsonObject With(System.Text.Json.Nodes.JsonObject entry, string field, string value)
    {
        entry[field] = value;
        return entry;
    }
}
