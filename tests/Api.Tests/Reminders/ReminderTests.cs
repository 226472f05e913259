using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Api.Tests.Reminders;

/// <summary>Reminders over the API: the outbox and ladder of Sở Nội vụ, one's own wishes, a late unit reminded by hand.</summary>
public sealed class ReminderTests(ReminderHost host) : IClassFixture<ReminderHost>
{
    [Theory]
    [InlineData("admin")]
    [InlineData("baocao.svhttdl")]
    [InlineData("truong.ninhkieu")]
    [InlineData("taichinh")]
    [InlineData("lanhdao")]
    public async Task The_outbox_is_the_coordinator_s(string userName)
    {
        using var client = await host.As(userName);

        Assert.Equal(403, (await client.Read("/reminders")).Status);
        Assert.Equal(403, (await client.Read("/reminders/unreachable")).Status);
        Assert.Equal(403, (await client.Send(HttpMethod.Put, "/reminders/ladder", new { steps = new[] { 0 } }, "*")).Status);
        Assert.Equal(200, (await client.Read("/reminders/ladder")).Status);
        Assert.Equal(200, (await client.Read("/me/reminder-choice")).Status);
    }

    [Fact]
    public async Task The_ladder_is_changed_with_its_version_and_in_bounds()
    {
        using var coordinator = await host.As("dieuphoi");
        var ladder = await coordinator.Read("/reminders/ladder");

        Assert.Equal(428, (await coordinator.Send(HttpMethod.Put, "/reminders/ladder", new { steps = new[] { -5, 0 } })).Status);
        Assert.Equal(["steps"], (await coordinator.Send(HttpMethod.Put, "/reminders/ladder", new { steps = new[] { 61 } }, "*")).Fields);
        Assert.Equal(400, (await coordinator.Send(HttpMethod.Put, "/reminders/ladder", null, "*", "{\"steps\":[1.5]}")).Status);
        Assert.Equal(200, (await coordinator.Send(HttpMethod.Put, "/reminders/ladder", new { steps = new[] { 0, -5 } }, ladder.Response.Headers.ETag!.ToString())).Status);
        Assert.Equal([-5, 0], (await coordinator.Read("/reminders/ladder")).Body!["steps"]!.AsArray().Select(s => (int)s!));
        Assert.Equal(412, (await coordinator.Send(HttpMethod.Put, "/reminders/ladder", new { steps = new[] { 1 } }, ladder.Response.Headers.ETag!.ToString())).Status);
        Assert.Equal(200, (await coordinator.Send(HttpMethod.Put, "/reminders/ladder", new { steps = new[] { -7, -3, -1, 0, 1, 3, 7 } }, "*")).Status);
    }

    [Fact]
    public async Task A_person_says_how_to_be_reminded_and_nobody_else_is_changed()
    {
        using var head = await host.As("truong.skhdt");
        using var reporter = await host.As("baocao.skhdt");
        var choice = await head.Read("/me/reminder-choice");

        Assert.Equal(["steps"], (await head.Send(HttpMethod.Put, "/me/reminder-choice", new { byEmail = false, steps = new[] { 2 } }, "*")).Fields);
        Assert.Equal(200, (await head.Send(HttpMethod.Put, "/me/reminder-choice", new { byEmail = false, steps = new[] { 0, 7 } }, choice.Response.Headers.ETag!.ToString())).Status);
        var after = (await head.Read("/me/reminder-choice")).Body!;
        Assert.Equal((false, 2), ((bool)after["byEmail"]!, after["steps"]!.AsArray().Count));
        Assert.True((bool)(await reporter.Read("/me/reminder-choice")).Body!["byEmail"]!);
        Assert.Equal(412, (await head.Send(HttpMethod.Put, "/me/reminder-choice", new { byEmail = true, steps = new[] { 0 } }, choice.Response.Headers.ETag!.ToString())).Status);
    }

    [Fact]
    public async Task A_late_unit_is_reminded_by_hand_once_a_day_and_no_other()
    {
        using var coordinator = await host.As("dieuphoi");
        var plan = await coordinator.PlanId();
        var locked = (await coordinator.Read($"/plans/{plan}/obligations?state=Overdue&period=2024-H1")).Body!["items"]![0]!;
        Assert.Equal("reminders.locked", (await coordinator.Post($"/obligations/{locked["id"]}/remind", ifMatch: "*")).Code);
        var dueDates = new Dictionary<string, string> { ["Department"] = "2024-09-05" };
        Assert.Equal(201, (await coordinator.Post($"/plans/{plan}/periods", new { code = "2024-DX", name = "Đột xuất", from = "2024-07-01", to = "2024-08-30", dueDates })).Status);
        var late = (await coordinator.Read($"/plans/{plan}/obligations?state=Overdue&period=2024-DX&search=so+y+te")).Body!["items"]![0]!;
        var path = $"/obligations/{late["id"]}/remind";

        Assert.Equal("reminders.nobody", (await coordinator.Post(path, ifMatch: "*")).Code);
        using var administrator = await host.As("admin");
        var person = new { userName = "baocao.moi", fullName = "Cán bộ mới", roles = new[] { "Reporter" }, agencyId = (string)late["agency"]!["id"]! };
        Assert.Equal(201, (await administrator.Post("/users", person)).Status);
        Assert.Equal(428, (await coordinator.Post(path)).Status);
        var sent = await coordinator.Post(path, ifMatch: "*");
        Assert.Equal((200, 1), (sent.Status, (int)sent.Body!["total"]!));
        Assert.Contains("đã quá hạn", (string)sent.Body["items"]![0]!["body"]!, StringComparison.Ordinal);
        Assert.Equal("Cán bộ mới", (string)(await coordinator.Read("/reminders")).Body!["items"]![0]!["person"]!);
        Assert.Equal("reminders.today", (await coordinator.Post(path, ifMatch: "*")).Code);

        var id = Guid.Parse((string)late["id"]!);
        var period = (await host.Services.GetRequiredService<IObligationBook>().Find(id, default))!.PeriodId;
        var figures = await host.Services.GetRequiredService<IReminderFigures>().OfPeriod(period, new(2024, 9, 10), default);
        Assert.Equal(new ReminderFigure(1, new(2024, 9, 10)), figures[Guid.Parse((string)late["agency"]!["id"]!)]);
        Assert.DoesNotContain(Guid.Parse((string)late["agency"]!["id"]!), (await host.Services.GetRequiredService<IReminderFigures>().OfPeriod(period, new(2024, 9, 9), default)).Keys);

        var notDue = (string)(await coordinator.Read($"/plans/{plan}/obligations?period=2024-Y")).Body!["items"]![0]!["id"]!;
        Assert.Equal("reminders.not-late", (await coordinator.Post($"/obligations/{notDue}/remind", ifMatch: "*")).Code);
        Assert.Equal(404, (await coordinator.Post($"/obligations/{Guid.CreateVersion7()}/remind", ifMatch: "*")).Status);
    }
}

/// <summary>A sample year whose reminders are told by the tests alone: no round runs beside them.</summary>
public sealed class ReminderHost : DemoHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Rounds:Enabled", "false");
    }
}
