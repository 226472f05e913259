using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Api.Tests.Jobs;

/// <summary>Work behind requests through the API: asked for, found again, its file taken, and by nobody else.</summary>
public sealed class JobTests(JobHost host) : IClassFixture<JobHost>
{
    [Theory]
    [InlineData("xlsx", "")]
    [InlineData("docx", "")]
    [InlineData("docx", "&part=section")]
    public async Task The_file_made_in_the_background_is_the_one_made_at_once_and_history_knows_who_took_it(string format, string more)
    {
        using var leader = await host.As("lanhdao");
        var report = $"/plans/{await leader.PlanId()}/reports/2024-H1";

        var job = await leader.Ended((await leader.Post($"{report}/file?format={format}{more}")).Taken());
        var (bytes, name) = await File(leader, (string)job["file"]!);

        Assert.Equal(("Done", "report-file"), ((string)job["state"]!, (string)job["kind"]!));
        var (atOnce, nameAtOnce) = await File(leader, $"{Requests.Base}{report}.{format}{more.Replace('&', '?')}");
        Assert.Equal(nameAtOnce, name);
        if (more.Length == 0)
            Assert.Equal(atOnce, bytes); // issued: byte by byte
        using var admin = await host.As("admin");
        var taken = (await admin.Read("/changes?entity=report&what=export&pageSize=2")).Body!["items"]!.AsArray();
        Assert.Equal(taken[0]!["new"]!.ToJsonString(), taken[1]!["new"]!.ToJsonString());
        Assert.Equal("Page", (string)taken[1]!["door"]!);
    }

    [Fact]
    public async Task A_window_and_an_agency_are_those_of_the_address()
    {
        using var person = await host.As("truong.ninhkieu");
        var agency = (string)(await person.Read("/agencies?search=quan%20ninh%20kieu")).Body!["items"]![0]!["id"]!;
        var report = $"/plans/{await person.PlanId()}/reports/custom";
        var query = $"from=2024-03-15&to=2024-06-14&agency={agency}&asOf=2024-05-01";

        var job = await person.Ended((await person.Post($"{report}/file?format=xlsx&{query}")).Taken());

        Assert.Equal("Báo cáo 15/03/2024 – 14/06/2024, UBND quận Ninh Kiều, tệp Excel", (string)job["title"]!);
        Assert.Equal((await File(person, $"{Requests.Base}{report}.xlsx?{query}")).Name, (await File(person, (string)job["file"]!)).Name);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_before_it_is_taken_in()
    {
        using var person = await host.As("lanhdao");
        var plan = $"/plans/{await person.PlanId()}";

        Assert.Equal(404, (await person.Post($"/plans/{Guid.NewGuid()}/reports/2024-H1/file?format=xlsx")).Status);
        Assert.Equal("periods.unknown", (await person.Post(plan + "/reports/2024-Q9/file?format=xlsx")).Code);
        Assert.Equal(["format"], (await person.Post(plan + "/reports/2024-H1/file")).Fields);
        Assert.Equal(["format"], (await person.Post(plan + "/reports/2024-H1/file?format=pdf")).Fields);
        Assert.Equal(["part"], (await person.Post(plan + "/reports/2024-H1/file?format=xlsx&part=section")).Fields);
        Assert.Equal(["from", "to"], (await person.Post(plan + "/reports/custom/file?format=xlsx")).Fields.Order());
        Assert.Equal(["agency"], (await person.Post($"{plan}/reports/2024-H1/file?format=xlsx&agency={Guid.NewGuid()}")).Fields);
        Assert.Equal(["from"], (await person.Post(plan + "/reports/custom/file?format=xlsx&from=31-02-2024&to=2024-06-14")).Fields);
        Assert.Equal(403, (await person.Post("/changes/file")).Status);
        Assert.Equal(403, (await person.Post("/changes/file?from=x")).Status);
        Assert.Equal(["cho"], (await person.Read("/jobs?cho=1")).Fields);
        using var stranger = host.Anonymous();
        Assert.Equal(401, (await stranger.Post(plan + "/reports/2024-H1/file?format=xlsx")).Status);
        Assert.Equal(401, (await stranger.Read("/jobs")).Status);
    }

    [Fact]
    public async Task History_as_a_file_holds_what_its_person_may_see_and_is_not_for_who_has_lost_the_right()
    {
        using var admin = await host.As("admin");
        using var person = await host.As("taichinh");

        var job = await person.Ended((await person.Post("/changes/file?entity=report")).Taken());
        var (bytes, name) = await File(person, (string)job["file"]!);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.StartsWith("\"Số thứ tự\"", Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);
        Assert.Equal("Lịch sử thay đổi 20-09-2024.csv", name);

        var account = (await admin.Read("/users?search=taichinh")).Body!["items"]![0]!;
        Assert.Equal(200, (await admin.Send(HttpMethod.Put, $"/users/{account["id"]}", new
        {
            fullName = (string)account["fullName"]!,
            roles = new[] { "Leader" },
            agencyId = (string?)account["agency"]?["id"],
        }, "*")).Status);
        using var leader = await host.As("taichinh");
        Assert.Equal(403, (await leader.Read($"/jobs/{job["id"]}/file")).Status);
        Assert.Equal("Done", (string)(await DemoHost.Get(leader, (string)job["self"]!))["state"]!);
    }

    [Fact]
    public async Task Somebody_elses_job_is_not_there_and_the_list_is_ones_own()
    {
        using var person = await host.As("baocao.skhdt");
        using var other = await host.As("truong.skhdt");
        var job = await person.Ended((await person.Post($"/plans/{await person.PlanId()}/reports/2024-H1/file?format=docx")).Taken());
        var self = $"/jobs/{job["id"]}";

        Assert.Equal((404, "jobs.unknown"), await Told(other.Read(self)));
        Assert.Equal((404, "jobs.unknown"), await Told(other.Read(self + "/file")));
        Assert.Equal((404, "jobs.unknown"), await Told(other.Post(self + "/retry")));
        Assert.Equal((409, "jobs.not-again"), await Told(person.Post(self + "/retry")));
        Assert.Equal(0, (int)(await other.Read("/jobs")).Body!["total"]!);
        var list = (await person.Read("/jobs")).Body!;
        Assert.Equal((1, job.ToJsonString()), ((int)list["total"]!, list["items"]![0]!.ToJsonString()));
        Assert.Equal(404, (int)(await other.GetAsync($"/viec-dang-chay/{job["id"]}")).StatusCode);
    }

    [Fact]
    public async Task The_same_request_again_is_given_the_same_job()
    {
        using var person = await host.As("truong.sotttt");
        var path = $"{Requests.Base}/plans/{await person.PlanId()}/reports/2024-H1/file?format=docx";

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Headers.Add("Idempotency-Key", "tep-quy-2");
            using var response = await person.SendAsync(request);
            return (response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync());
        }));

        Assert.Equal(HttpStatusCode.Accepted, answers.Distinct().Single().StatusCode);
        Assert.Equal(1, (int)(await person.Read("/jobs")).Body!["total"]!);
    }

    [Fact]
    public async Task A_job_that_the_servers_end_broke_off_is_done_when_it_is_asked_for_again()
    {
        using var person = await host.As("truong.ldld");
        var me = (await person.Read("/me")).Body!;
        var book = host.Services.GetRequiredService<IJobBook>();
        var model = await person.Ended((await person.Post($"/plans/{await person.PlanId()}/reports/2024-H1/file?format=docx")).Taken());
        var done = (await book.Find(Guid.Parse((string)model["id"]!), default))!;
        var broken = done with { Id = Guid.CreateVersion7(), State = JobState.BrokenOff };
        Assert.Null(await book.Add(new(done.OwnerId, (string)me["userName"]!, "", new HashSet<Domain.Access.Role>(), null, done.Door), broken,
            new(20, 20, DateTime.UnixEpoch, DateTime.UnixEpoch), default));
        Assert.Equal(("BrokenOff", true), ((string)(await person.Read($"/jobs/{broken.Id}")).Body!["state"]!, (bool)(await person.Read($"/jobs/{broken.Id}")).Body!["mayRetry"]!));
        Assert.Equal((409, "jobs.no-file"), await Told(person.Read($"/jobs/{broken.Id}/file")));

        var again = await person.Ended((await person.Post($"/jobs/{broken.Id}/retry")).Taken());

        Assert.Equal("Done", (string)again["state"]!);
        Assert.Equal((await File(person, (string)model["file"]!)).Bytes, (await File(person, (string)again["file"]!)).Bytes);
    }

    private static async Task<(int Status, string? Code)> Told(Task<Said> asking) => await asking is var said ? (said.Status, said.Code) : default;

    private static async Task<(byte[] Bytes, string? Name)> File(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentDisposition!.FileNameStar);
    }
}
