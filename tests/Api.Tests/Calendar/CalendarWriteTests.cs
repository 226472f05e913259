using System.Text.Json.Nodes;

namespace PlanTracker.Api.Tests.Calendar;

/// <summary>Calendars over the API: periods made, changed and withdrawn, holidays, by each role.</summary>
public sealed class CalendarWriteTests(CalendarHost host) : IClassFixture<CalendarHost>
{
    private static object Period(string code, string from = "2025-01-15", string to = "2025-02-14", string due = "2025-02-20", string level = "Department") => new
    {
        code,
        name = "Đợt " + code,
        from,
        to,
        kind = "Custom",
        dueDates = new Dictionary<string, string> { [level] = due },
    };

    [Theory]
    [InlineData("admin")]
    [InlineData("baocao.svhttdl")]
    [InlineData("truong.ninhkieu")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task Others_than_the_coordinator_read_the_calendar_and_change_nothing_of_it(string userName)
    {
        using var client = await host.As(userName);
        var plan = await client.PlanId();
        var period = (await client.Read($"/plans/{plan}/periods")).Body!["items"]![0]!;
        var id = (string)period["id"]!;

        Assert.Equal(403, (await client.Post($"/plans/{plan}/periods", Period("2024-T1"))).Status);
        Assert.Equal(403, (await client.Post($"/plans/{plan}/periods/generate", new { regime = "CCHC" })).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Put, $"/periods/{id}", new { }, "*")).Status);
        Assert.Equal(403, (await client.Post($"/periods/{id}/withdraw", new { reason = "Thử" }, "*")).Status);
        Assert.Equal(403, (await client.Post("/holidays", new { day = "2024-12-24", name = "Thử" })).Status);
        Assert.Equal(200, (await client.Read($"/periods/{id}")).Status);
        Assert.Equal(200, (await client.Read("/holidays")).Status);
    }

    [Fact]
    public async Task A_period_is_added_changed_with_its_version_and_withdrawn_while_nothing_hangs_on_it()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();

        var made = await coordinator.Post($"/plans/{plan}/periods", Period("2024-DB1", "2024-08-01", "2024-09-12", "2024-09-16"));
        Assert.Equal(201, made.Status);
        Assert.Equal("periods.code-taken", (await coordinator.Post($"/plans/{plan}/periods", Period("2024-DB1"))).Code);
        var path = made.Response.Headers.Location!.ToString()[Requests.Base.Length..];
        var owed = (await coordinator.Read($"/plans/{plan}/obligations?period=2024-DB1&pageSize=200")).Body!;
        Assert.True((int)owed["total"]! > 10);

        var change = new { name = "Đợt thanh tra", from = "2024-08-01", to = "2024-09-12", dueDates = new { department = (string?)null } };
        Assert.Equal(428, (await coordinator.Send(HttpMethod.Put, path, Named("2024-09-18", "Lùi hạn do mưa lũ"))).Status);
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, path, Named("2024-09-18", "Lùi hạn do mưa lũ"), "\"99-x\"")).Status);
        Assert.Equal(400, (await coordinator.Send(HttpMethod.Put, path, change, "*")).Status);
        Assert.Equal(["reason"], (await coordinator.Send(HttpMethod.Put, path, Named("2024-09-18", null), "*")).Fields);
        Assert.Equal(200, (await coordinator.Send(HttpMethod.Put, path, Named("2024-09-18", "Lùi hạn do mưa lũ"), "*")).Status);
        var moved = (await coordinator.Read($"/plans/{plan}/obligations?period=2024-DB1&pageSize=200")).Body!;
        Assert.All(moved["items"]!.AsArray(), o => Assert.Equal("2024-09-18", (string)o!["dueOn"]!));

        Assert.Equal(["reason"], (await coordinator.Post(path + "/withdraw", new { reason = " " }, "*")).Fields);
        Assert.Equal(428, (await coordinator.Post(path + "/withdraw", new { reason = "Lập nhầm" })).Status);
        var withdrawn = await coordinator.Post(path + "/withdraw", new { reason = "Lập nhầm" }, "*");
        Assert.Equal((200, (int)owed["total"]!), (withdrawn.Status, (int)withdrawn.Body!["dropped"]!));
        Assert.Equal(404, (await coordinator.Read(path)).Status);
        Assert.Equal(404, (await coordinator.Post(path + "/withdraw", new { reason = "Lập nhầm" }, "*")).Status);

        static object Named(string due, string? reason) => new
        {
            name = "Đợt thanh tra",
            from = "2024-08-01",
            to = "2024-09-12",
            dueDates = new Dictionary<string, string> { ["Department"] = due },
            reason,
        };
    }

    [Fact]
    public async Task A_period_that_something_hangs_on_stays_and_a_locked_one_says_so()
    {
        using var coordinator = await host.As("dieuphoi");
        var periods = (await coordinator.Read($"/plans/{await coordinator.PlanId()}/periods")).Body!["items"]!.AsArray();
        JsonNode Of(string code) => periods.Single(p => (string)p!["code"]! == code)!;

        Assert.Equal("periods.report-issued", (await coordinator.Post($"/periods/{Of("2024-H1")["id"]}/withdraw", new { reason = "Thử" }, "*")).Code);
        Assert.Equal("periods.has-reports", (await coordinator.Post($"/periods/{Of("2024-Q3")["id"]}/withdraw", new { reason = "Thử" }, "*")).Code);
        Assert.Equal("periods.has-drafts", (await Drafted(coordinator, (string)Of("2024-Y")["id"]!)).Code);
        Assert.True((bool)Of("2024-H1")["isLocked"]!);
        Assert.True((bool)Of("2024-Q1")["isLocked"]!);
        Assert.False((bool)Of("2024-Q3")["isLocked"]!);
    }

    [Fact]
    public async Task A_period_within_what_is_locked_asks_nobody_for_what_could_not_be_sent()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();

        var made = await coordinator.Post($"/plans/{plan}/periods", Period("2024-DB2", "2024-01-15", "2024-02-14", "2024-02-20"));

        Assert.Equal((201, true), (made.Status, (bool)made.Body!["isLocked"]!));
        Assert.Equal(0, (int)(await coordinator.Post($"/plans/{plan}/obligations/keep", new { })).Body!["added"]!);
        Assert.Equal(0, (int)(await coordinator.Read($"/plans/{plan}/obligations?period=2024-DB2")).Body!["total"]!);
    }

    [Fact]
    public async Task The_next_year_is_generated_once_with_lawful_due_days_and_warnings()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();

        var made = await coordinator.Post($"/plans/{plan}/periods/generate", new { regime = "CCHC", year = 2025 });
        Assert.Equal(200, made.Status);
        Assert.Equal(["2025-H1", "2025-KH", "2025-Q1", "2025-Q3", "2025-Y"], made.Body!["items"]!.AsArray().Select(p => (string)p!["code"]!).Order(StringComparer.Ordinal));
        Assert.Equal(0, (int)(await coordinator.Post($"/plans/{plan}/periods/generate", new { regime = "CCHC", year = 2025 })).Body!["total"]!);
        Assert.All(made.Body["items"]!.AsArray(), p => Assert.Empty(p!["warnings"]!.AsArray()));
        Assert.Equal("2025-03-17", (string)made.Body["items"]!.AsArray().Single(p => (string)p!["code"]! == "2025-Q1")!["dueDates"]!["Department"]!);
        var first = (await coordinator.Read($"/plans/{plan}/periods")).Body!["items"]!.AsArray().Single(p => (string)p!["code"]! == "2024-Q1")!;
        Assert.Contains("Thứ Bảy", (string)first["warnings"]![0]!["message"]!, StringComparison.Ordinal);

        Assert.Equal(["year"], (await coordinator.Post($"/plans/{plan}/periods/generate", new { regime = "CCHC", year = 2031 })).Fields);
        Assert.Equal(["regime"], (await coordinator.Post($"/plans/{plan}/periods/generate", new { regime = "KHÔNG CÓ" })).Fields);
    }

    [Theory]
    [InlineData("2024-X1", "2024-02-29", "2024-05-31", "2024-05-31", "Department", "dueDates.Department")]
    [InlineData("2024-X1", "2024-03-01", "2024-02-29", "2024-03-10", "Department", "to")]
    [InlineData("2024-X1", "2023-12-31", "2024-06-14", "2024-06-16", "Department", "dueDates.Department")]
    [InlineData("2024-X1", "2023-12-31", "2024-06-14", "2024-06-20", "Planet", "dueDates")]
    [InlineData("custom", "2023-12-31", "2024-06-14", "2024-06-20", "Department", "code")]
    public async Task A_period_that_cannot_be_is_refused_by_field(string code, string from, string to, string due, string level, string field)
    {
        using var coordinator = await host.As("dieuphoi");

        var said = await coordinator.Post($"/plans/{await coordinator.PlanId()}/periods", Period(code, from, to, due, level));

        Assert.Equal((400, field), (said.Status, Assert.Single(said.Fields)));
    }

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("2024-02-30")]
    [InlineData("31/12/2024")]
    public async Task A_day_that_is_none_is_a_400_and_names_the_member(string to)
    {
        using var coordinator = await host.As("dieuphoi");

        var said = await coordinator.Post($"/plans/{await coordinator.PlanId()}/periods", Period("2024-X2", to: to));

        Assert.Equal((400, "to"), (said.Status, Assert.Single(said.Fields)));
    }

    [Fact]
    public async Task A_holiday_is_added_once_and_taken_out()
    {
        using var coordinator = await host.As("dieuphoi");

        var made = await coordinator.Post("/holidays", new { day = "2025-12-24", name = "Nghỉ theo thông báo" });
        Assert.Equal(201, made.Status);
        Assert.Equal("holidays.taken", (await coordinator.Post("/holidays", new { day = "2025-12-24", name = "Nghỉ theo thông báo" })).Code);
        Assert.Equal(["isWorked"], (await coordinator.Post("/holidays", new { day = "2025-12-25", name = "Làm bù", isWorked = true })).Fields);
        var path = made.Response.Headers.Location!.ToString()[Requests.Base.Length..];
        Assert.Equal(428, (await coordinator.Send(HttpMethod.Delete, path)).Status);
        Assert.Equal(204, (await coordinator.Send(HttpMethod.Delete, path, ifMatch: "*")).Status);
        Assert.Equal(404, (await coordinator.Send(HttpMethod.Delete, path, ifMatch: "*")).Status);
    }

    private async Task<Said> Drafted(HttpClient coordinator, string period)
    {
        using var reporter = await host.As("baocao.skhdt");
        var mine = (await reporter.Read($"/plans/{await reporter.PlanId()}/obligations?period=2024-Y&search=ke+hoach+va+dau+tu")).Body!["items"]![0]!;
        await reporter.Send(HttpMethod.Put, $"/obligations/{mine["id"]}/report", new { results = "Đang soạn" }, "*");
        return await coordinator.Post($"/periods/{period}/withdraw", new { reason = "Thử" }, "*");
    }
}

/// <summary>A sample year whose calendar is changed.</summary>
public sealed class CalendarHost : DemoHost;
