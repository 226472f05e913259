using System.Net.Http.Headers;
using System.Text;
using PlanTracker.Domain.Access;
using PlanTracker.TestKit;

namespace PlanTracker.Api.Tests.Access;

/// <summary>Walks every operation and every page with every role, and compares what is answered with the one table of rights.</summary>
public sealed class RightsWalkTests(WalkedHost host) : IClassFixture<WalkedHost>
{
    /// <summary>Where a role that may not do it is told "not there", because the thing itself is not the role's to see.</summary>
    private static readonly Dictionary<string, Role[]> NotTheirsToSee = new()
    {
        ["POST /api/v1/entries/{id:guid}/withdraw"] = [Role.Administrator, Role.Finance, Role.Leader],
    };

    [Fact]
    public async Task Every_role_may_do_what_the_table_says_and_nothing_else()
    {
        var wrong = new List<string>();
        foreach (var (role, userName) in WalkedHost.People)
        {
            foreach (var way in host.Ways.Where(w => w.Needs is not null))
            {
                var status = await host.Try(way, userName);
                if (!Fits(way, role, status))
                    wrong.Add($"{way.Name} as {role}: {status}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_sign_in()
    {
        using var stranger = host.Anonymous();
        var wrong = new List<string>();
        foreach (var way in host.Ways.Where(w => !w.IsAnonymous && w.Name != "POST /dang-xuat"))
        {
            using var response = await host.Send(stranger, way, "dieuphoi");
            var turnedAway = way.IsPage
                ? (int)response.StatusCode == 302 && response.Headers.Location?.ToString().Contains("/dang-nhap", StringComparison.Ordinal) == true
                : (int)response.StatusCode == 401;
            if (!turnedAway)
                wrong.Add($"{way.Name}: {(int)response.StatusCode}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static bool Fits(WayIn way, Role role, int status)
    {
        if (way.Roles.Contains(role))
            return status is not (401 or 403 or 404 or 405 or 415 or >= 500);
        return status == (NotTheirsToSee.TryGetValue(way.Name, out var blind) && blind.Contains(role) ? 404 : 403);
    }
}

/// <summary>A sample year of the walk's own: some verbs need no more than their address.</summary>
public sealed class WalkedHost : DemoHost
{
    private readonly Dictionary<string, HttpClient> people = [];
    private readonly Dictionary<string, string> ids = [];
    private IReadOnlyList<WayIn>? ways;
    private (string Plan, string Row, string Result)? unitPlan;
    private string? draftOfUnit;

    /// <summary>One person of each role; those of an agency belong to Sở Nội vụ.</summary>
    internal static IReadOnlyDictionary<Role, string> People { get; } = new Dictionary<Role, string>
    {
        [Role.Administrator] = "admin", [Role.Coordinator] = "dieuphoi", [Role.Reporter] = "baocao.snv", [Role.Head] = "truong.snv",
        [Role.Finance] = "taichinh", [Role.Leader] = "lanhdao",
    };

    internal IReadOnlyList<WayIn> Ways => ways ??= WayIn.All(Services);

    /// <summary>What a person is answered; signs in again where the request before ended the session.</summary>
    internal async Task<int> Try(WayIn way, string userName)
    {
        if (!people.TryGetValue(userName, out var client) || (await client.Read("/me")).Status == 401)
            people[userName] = client = await As(userName);
        using var response = await Send(client, way, userName);
        return (int)response.StatusCode;
    }

    /// <summary>Sends a request with real ids, any version and an empty body.</summary>
    internal async Task<HttpResponseMessage> Send(HttpClient client, WayIn way, string userName)
    {
        using var request = new HttpRequestMessage(new HttpMethod(way.Method), await way.Path(key => IdOf(key, way, userName)));
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        if (way.TakesFile)
            request.Content = new MultipartFormDataContent { { new ByteArrayContent([]), "file", "empty.xlsx" } };
        else if (way.Method is "POST" or "PUT")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }

    /// <summary>The thing a parameter names: always one that the walkers' agency, Sở Nội vụ, leads or owns.</summary>
    private async Task<string> IdOf(string key, WayIn way, string userName)
    {
        key = key switch
        {
            "hoat-dong/id" or "hoat-dong/activityid" => "activities/id",
            "entries/id" when way.Route.EndsWith("/withdraw", StringComparison.Ordinal) => "entries/submitted",
            "so-lieu/targetid" => "figures/targetid",
            "chu-tri/agencyid" => "agencies/id",
            "targets/targetid" => "figures/targetid",
            "ket-qua/id" => "entries/id",
            "don-vi/id" => "agencies/id",
            "sap-xep/id" => "successions/id",
            "ke-hoach/id" => "plans/id",
            "tai-khoan/id" => "users/id",
            "bao-cao-don-vi/id" => "obligations/id",
            "chi-so/code" => "indicators/code",
            "nhap-tu-excel/id" when way.Route.Contains("ke-hoach-don-vi", StringComparison.Ordinal) => $"unit-imports/{userName}",
            "nhap-tu-excel/id" when way.Route.Contains("kinh-phi", StringComparison.Ordinal) => $"money-imports/{userName}",
            "imports/id" when userName == "taichinh" => $"money-imports/{userName}",
            "imports/id" or "nhap-tu-excel/id" => $"imports/{userName}",
            "tin-bai/id" => "news/id",
            "ban-tin/id" => "bulletin-issues/id",
            "tokens/id" => $"tokens/{userName}",
            "kinh-phi/id" => "activities/id",
            "reports/code" when way.Route.Contains("/revisions/", StringComparison.Ordinal) => "reports/issued",
            "holidays/id" when way.Method == "DELETE" => $"holidays/{userName}",
            "nop-bao-cao/id" => "obligations/open",
            "obligations/id" when way.Route.EndsWith("/waive", StringComparison.Ordinal) || way.Route.EndsWith("/resume", StringComparison.Ordinal) => "obligations/open",
            "ky-bao-cao/id" => "periods/id",
            "nhiem-vu/id" => way.Route.Contains("ky-bao-cao", StringComparison.Ordinal) ? "duties/id" : "tasks/id",
            "viec-chuan-bi/id" => "preparations/id",
            "vuong-mac/id" => "difficulties/id",
            "kiem-tra/id" => "inspections/id",
            "ke-hoach-don-vi/id" => "unit-plans/id",
            "ket-qua-don-vi/id" => "unit-results/id",
            "dong/rowid" => "activities/unitactivityid",
            "attachments/id" when way.Method == "DELETE" => $"attachments/{userName}",
            "tiep-tuc/id" => $"held/{userName}",
            "jobs/id" or "viec-dang-chay/id" => $"jobs/{userName}",
            _ => key,
        };
        // Always a new token: whoever signs out everywhere on the way has revoked the ones before.
        if (key.StartsWith("tokens/", StringComparison.Ordinal))
            return await Find(key);
        return ids.TryGetValue(key, out var id) ? id : ids[key] = await Find(key);
    }

    private async Task<string> Find(string key)
    {
        using var coordinator = await As("dieuphoi");
        async Task<string> First(string path) => (string)(await Get(coordinator, "/api/v1" + path))["items"]![0]!["id"]!;
        return key switch
        {
            "plans/id" => await coordinator.PlanId(),
            "periods/id" => await First($"/plans/{await coordinator.PlanId()}/periods"),
            "agencies/id" => await First("/agencies?search=so%20noi%20vu"),
            "successions/id" => await First("/successions"),
            "activities/id" => (string)(await Led(coordinator))["id"]!,
            "figures/targetid" => (string)(await Led(coordinator))["targets"]![0]!["id"]!,
            "entries/id" => await Entry("confirm"),
            "entries/submitted" => await Entry(null),
            "evidence/id" => await EvidenceFile(),
            "channels/id" => await First("/channels"),
            "reports/code" => "2024-Q3",
            "funding/source" => "CityReformBudget",
            "reports/issued" => "2024-H1",
            "revisions/number" => "1",
            "obligations/open" => await First($"/plans/{await coordinator.PlanId()}/obligations?period=2024-Y&state=NotYetDue"),
            "duties/id" => await First($"/plans/{(string)(await Get(coordinator, "/api/v1/plans?search=167"))["items"]![0]!["id"]!}/duties"),
            "reminders/id" => await First("/reminders"),
            "holidays/id" => await First("/holidays"),
            "displays/id" => await Display(coordinator),
            _ when key.StartsWith("held/", StringComparison.Ordinal) => await HeldFormTests.Held(Services, key["held/".Length..]),
            _ when key.StartsWith("jobs/", StringComparison.Ordinal) => await Job(key["jobs/".Length..]),
            "tasks/id" => await First($"/plans/{await coordinator.PlanId()}/tasks"),
            "task-updates/id" => await Said(coordinator),
            "preparations/id" => await First($"/plans/{await coordinator.PlanId()}/preparations?agency={await First("/agencies?search=so%20noi%20vu")}&state=Waiting"),
            "difficulties/id" => await Answered(coordinator, await First("/difficulties?search=giang%20vien")),
            "inspections/id" => await First("/inspections?search=tu%20kiem%20tra"),
            "recommendations/recommendationid" => (string)(await Get(coordinator, "/api/v1/inspections?search=tu%20kiem%20tra"))["items"]![0]!["recommendations"]![0]!["id"]!,
            "unit-plans/id" => (await UnitPlan()).Plan,
            "activities/unitactivityid" => (await UnitPlan()).Row,
            "unit-results/id" => (await UnitPlan()).Result,
            _ when key.StartsWith("unit-imports/", StringComparison.Ordinal) => await UnitImport(key["unit-imports/".Length..]),
            "attachments/id" => await AttachedFile(coordinator),
            _ when key.StartsWith("attachments/", StringComparison.Ordinal) => await Attached(coordinator),
            _ when key.StartsWith("holidays/", StringComparison.Ordinal) => await Holiday(coordinator, key),
            "news/id" => (await NewsItem()).Id,
            "images/imageid" => (await NewsItem()).Image,
            "bulletin-issues/id" => (string)(await Get(coordinator, "/api/v1/bulletin-issues"))["items"]!.AsArray().First(i => i!["publishedOn"] is not null)!["id"]!,
            // Plan 246 is issued: who may draft is told so, whatever the row.
            "rows/rowid" => Guid.CreateVersion7().ToString(),
            "obligations/id" => await AgencyReports.Walked.OwedToItself(Services),
            "indicators/code" => "Leaflets",
            "tro-giup/slug" => "don-vi",
            "users/id" => await NewPerson(),
            _ when key.StartsWith("imports/", StringComparison.Ordinal) => await Import(key["imports/".Length..], "entries", ["Chỉ tiêu", "Ngày thực hiện", "Số lượng", "Tên hoạt động, sản phẩm"]),
            _ when key.StartsWith("money-imports/", StringComparison.Ordinal) => await Import(key["money-imports/".Length..], "funding",
                ["Hoạt động", "Nguồn kinh phí", "Bước", "Số tiền (đồng)", "Ngày thực hiện", "Số, ký hiệu văn bản", "Ngày của văn bản"]),
            _ when key.StartsWith("tokens/", StringComparison.Ordinal) => await Token(key["tokens/".Length..]),
            _ => throw new InvalidOperationException($"The walk does not know what to put for {key}: add a line."),
        };
    }

    private static Task<System.Text.Json.Nodes.JsonNode> Led(HttpClient client) => client.Activity(3);

    private async Task<string> Entry(string? verb)
    {
        using var reporter = await As("baocao.snv");
        using var coordinator = await As("dieuphoi");
        var activity = await Led(reporter);
        var made = await reporter.Post($"/activities/{(string)activity["id"]!}/entries", Requests.EntryOf(activity));
        Assert.Equal(201, made.Status);
        var id = (string)made.Body!["id"]!;
        Assert.Equal(200, (await reporter.Post($"/entries/{id}/submit", ifMatch: "*")).Status);
        if (verb is not null)
            Assert.Equal(200, (await coordinator.Post($"/entries/{id}/{verb}", ifMatch: "*")).Status);
        return id;
    }

    /// <summary>What Sở Nội vụ said of its first task.</summary>
    private static async Task<string> Said(HttpClient coordinator)
    {
        var task = (await Get(coordinator, $"/api/v1/plans/{await coordinator.PlanId()}/tasks?search=VI.2.a"))["items"]![0]!;
        return (string)task["voices"]![0]!["update"]!["id"]!;
    }

    /// <summary>A difficulty that everybody sees: one that is answered.</summary>
    private static async Task<string> Answered(HttpClient coordinator, string id)
    {
        Assert.Equal(200, (await coordinator.Post($"/difficulties/{id}/answer", new { text = "Đã ghi nhận." }, "*")).Status);
        return id;
    }

    /// <summary>Everybody's own.</summary>
    private async Task<string> Job(string userName)
    {
        using var person = await As(userName);
        var made = await person.Post($"/plans/{await person.PlanId()}/reports/2024-H1/file?format=docx");
        Assert.Equal(202, made.Status);
        return (string)made.Body!["id"]!;
    }

    private async Task<string> Display(HttpClient coordinator)
    {
        using var leader = await As("lanhdao");
        var made = await leader.Post("/displays", new { planId = await coordinator.PlanId(), name = "Phòng họp", hours = 1 });
        Assert.Equal(201, made.Status);
        return (string)made.Body!["id"]!;
    }

    private static async Task<string> Attached(HttpClient coordinator)
    {
        var made = await coordinator.Post($"/task-updates/{await Said(coordinator)}/evidence", new { kind = "Document", number = "1/BC-SNV", date = "2024-09-01" });
        Assert.Equal(201, made.Status);
        return (string)made.Body!["id"]!;
    }

    private static async Task<string> AttachedFile(HttpClient coordinator)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Pdf()), "file", "bao-cao.pdf" } };
        using var response = await coordinator.PostAsync(new Uri($"/api/v1/task-updates/{await Said(coordinator)}/evidence", UriKind.Relative), form);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        return (string)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!;
    }

    /// <summary>A day for each walker: whoever may take it out leaves none for the next.</summary>
    private static async Task<string> Holiday(HttpClient coordinator, string key)
    {
        var day = new DateOnly(2090, 1, 1).AddDays(Math.Abs(key.Aggregate(17, (sum, c) => sum * 31 + c)) % 3000);
        var made = await coordinator.Post("/holidays", new { day, name = "Ngày thử" });
        Assert.Equal(201, made.Status);
        return (string)made.Body!["id"]!;
    }

    /// <summary>Somebody else's account: the walkers go on signing in with theirs.</summary>
    private async Task<string> NewPerson()
    {
        using var administrator = await As("admin");
        var made = await administrator.Post("/users", new { userName = "nguoi.di.qua", fullName = "Người đi qua", roles = new[] { "Leader" } });
        Assert.Equal(201, made.Status);
        return (string)made.Body!["id"]!;
    }

    private (string Id, string Image)? news;

    /// <summary>A selected item of Sở Nội vụ with a picture: everybody sees it.</summary>
    private async Task<(string Id, string Image)> NewsItem()
    {
        if (news is { } known)
            return known;
        using var reporter = await As("baocao.snv");
        using var head = await As("truong.snv");
        using var coordinator = await As("dieuphoi");
        var id = (string)(await reporter.Post("/news", News.NewsRequests.Item())).Body!["id"]!;
        var image = (string)(await News.NewsImagesTests.Send(reporter, id, "a.png", SampleFiles.Png())).Body!["images"]![0]!["id"]!;
        Assert.Equal(200, (await head.Post($"/news/{id}/submit", ifMatch: "*")).Status);
        Assert.Equal(200, (await coordinator.Post($"/news/{id}/select", ifMatch: "*")).Status);
        return (news = (id, image)).Value;
    }

    private async Task<string> EvidenceFile()
    {
        using var reporter = await As("baocao.snv");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Pdf()), "file", "a.pdf" } };
        using var made = await reporter.PostAsync($"/api/v1/entries/{await Entry("confirm")}/evidence", form);
        return (string)System.Text.Json.Nodes.JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]!;
    }

    /// <summary>A file with a row to mend, checked; of those who may send none, one that does not exist.</summary>
    private async Task<string> Import(string userName, string what, string[] heads)
    {
        using var person = await As(userName);
        var file = new Reports.Templates.TemplateWriter().Write(new(
            "Thử", "Kết quả", [.. heads.Select(h => new Domain.Imports.TemplateColumn(h, 30, false, ""))], [])
        { Rows = [["3", "?", "1", "Cần sửa", .. heads.Skip(4).Select(_ => "?")]] });
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "a.xlsx" } };
        using var made = await person.PostAsync($"/api/v1/plans/{await person.PlanId()}/{what}/import?dryRun=true", form);
        return made.IsSuccessStatusCode
            ? (string)System.Text.Json.Nodes.JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]! : Guid.CreateVersion7().ToString();
    }

    /// <summary>The own plan of Sở Nội vụ, issued, with a confirmed result that everybody sees.</summary>
    private async Task<(string Plan, string Row, string Result)> UnitPlan() => unitPlan ??= await MakeUnitPlan();

    private async Task<(string Plan, string Row, string Result)> MakeUnitPlan()
    {
        using var reporter = await As("baocao.snv");
        using var coordinator = await As("dieuphoi");
        var made = await reporter.Post($"/plans/{await reporter.PlanId()}/unit-plans", new { title = "Kế hoạch của Sở Nội vụ" });
        Assert.True(made.Status == 201, made.Body!.ToJsonString());
        var id = (string)made.Body!["id"]!;
        var row = (string)(await reporter.Post($"/unit-plans/{id}/activities", new { title = "Đăng tin" }, "*")).Body!["activities"]![0]!["id"]!;
        Assert.Equal(200, (await reporter.Post($"/unit-plans/{id}/issue", new { number = "77/KH-SNV", issuedOn = "2024-02-01" }, "*")).Status);
        var result = (string)(await reporter.Post($"/unit-plans/{id}/activities/{row}/results", new { date = "2024-09-05", title = "Đăng 3 tin", noEvidenceReason = "Đang tập hợp" })).Body!["id"]!;
        Assert.Equal(200, (await coordinator.Post($"/unit-results/{result}/confirm", ifMatch: "*")).Status);
        return (id, row, result);
    }

    private async Task<string> UnitImport(string userName)
    {
        if (userName is not ("dieuphoi" or "baocao.snv"))
            return Guid.CreateVersion7().ToString();
        using var person = await As(userName);
        if (draftOfUnit is null)
        {
            var city = (string)(await Get(person, "/api/v1/plans?search=KH-MAU"))["items"]![0]!["id"]!;
            draftOfUnit = (string)(await person.Post($"/plans/{city}/unit-plans", new { title = "Kế hoạch thử" })).Body!["id"]!;
        }
        var file = new Reports.Templates.TemplateWriter().Write(new("Thử", "Hoạt động", [new Domain.Imports.TemplateColumn("Nội dung hoạt động", 30, true, ""), new Domain.Imports.TemplateColumn("Số lượng cả năm", 30, false, "")], [])
        { Rows = [["Đăng tin", "?"]] });
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "a.xlsx" } };
        using var made = await person.PostAsync($"/api/v1/unit-plans/{draftOfUnit}/activities/import?dryRun=true", form);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return (string)System.Text.Json.Nodes.JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]!;
    }

    private async Task<string> Token(string userName)
    {
        using var anybody = Anonymous();
        var made = await anybody.Post("/tokens", new { userName, password = Password, name = "Đi thử", expiresInDays = 1 });
        Assert.Equal(201, made.Status);
        return (string)made.Body!["id"]!;
    }
}
