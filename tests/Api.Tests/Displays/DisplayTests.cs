using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Api.Tests.Access;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Tests.Displays;

/// <summary>A leader's link shows the overview on a screen without a sign-in, for some hours, and opens nothing else.</summary>
public sealed class DisplayTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task The_link_shows_the_plan_to_whoever_has_it_and_says_so_to_no_search_engine()
    {
        var made = await Make();
        using var screen = host.Anonymous();

        using var response = await screen.GetAsync(Path(made));
        var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("hoạt động</strong> đúng tiến độ hoặc đã hoàn thành", html, StringComparison.Ordinal);
        Assert.Contains("Cần chỉ đạo", html, StringComparison.Ordinal);
        Assert.Contains("noindex", response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Matches("<noscript><meta http-equiv=\"refresh\" content=\"60\" ?/?></noscript>", html);
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_link_opens_nothing_else()
    {
        var made = await Make();
        using var screen = host.Anonymous();
        await screen.Open(Path(made));
        screen.DefaultRequestHeaders.Authorization = new("Bearer", Path(made).Split('/')[^1]);

        Assert.Equal(401, (await screen.Read("/plans")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await screen.Open("/")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await screen.Open("/trinh-chieu")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await screen.Open(Path(made) + "/hoat-dong")).Status);
    }

    [Fact]
    public async Task The_screen_listens_with_its_link_until_it_is_revoked()
    {
        using var leader = await host.As("lanhdao");
        var made = await Make(leader);
        using var screen = host.Anonymous();
        using var stream = await Live.Stream.Open(screen, Path(made) + "/su-kien");
        Assert.NotNull(await stream.Next());

        Assert.Equal(204, (await leader.Send(HttpMethod.Delete, $"/displays/{made["id"]}", ifMatch: "*")).Status);

        await stream.End();
        Assert.Equal(HttpStatusCode.Gone, (await screen.Open(Path(made))).Status);
        using var again = await Live.Stream.Open(screen, Path(made) + "/su-kien");
        Assert.Equal(HttpStatusCode.NotFound, again.Response.StatusCode);
        Assert.DoesNotContain((await leader.Read("/displays")).Body!["items"]!.AsArray(), l => (string)l!["id"]! == (string)made["id"]!);
    }

    [Fact]
    public async Task A_link_is_dark_after_its_hours()
    {
        var made = await Make(hours: 1);
        using var screen = host.Anonymous();
        Assert.Equal(HttpStatusCode.OK, (await screen.Open(Path(made))).Status);
        await Expire(made);

        var page = await screen.Open(Path(made));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("đã hết hạn hoặc đã thu hồi", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kế hoạch 246", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    public async Task A_guessed_link_is_not_there(string secret)
    {
        using var screen = host.Anonymous();

        Assert.Equal(HttpStatusCode.NotFound, (await screen.Open("/trinh-chieu/" + secret)).Status);
    }

    [Fact]
    public async Task A_link_dies_with_the_account_or_the_role_of_who_made_it()
    {
        var (dismissed, moved) = (await host.Account(Role.Leader), await host.Account(Role.Leader));
        using var one = await host.In(dismissed);
        using var other = await host.In(moved);
        var (first, second) = (await Make(one), await Make(other));
        using var screen = host.Anonymous();

        await host.Change(dismissed, a => a.IsDisabled = true);
        await host.InDb(async db => await db.UserRoles.Where(r => db.Users.Any(a => a.UserName == moved && a.Id == r.UserId)).ExecuteDeleteAsync());

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), ((await screen.Open(Path(first))).Status, (await screen.Open(Path(second))).Status));
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_kept_as_a_hash()
    {
        using var leader = await host.As("lanhdao");
        var made = await Make(leader);
        var secret = Path(made).Split('/')[^1];

        var listed = (await leader.Read("/displays")).Body!.ToJsonString();
        var kept = await host.InDb(db => db.Database.SqlQuery<string>($"""SELECT "SecretHash" AS "Value" FROM "DisplayLinks" """).ToListAsync());
        var history = await host.InDb(db => db.Changes.Where(c => c.Entity == "display").Select(c => c.New!).ToListAsync());

        Assert.Equal(43, secret.Length);
        Assert.Contains((string)made["id"]!, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, string.Join(' ', kept.Concat(history)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_and_revoking_are_history_and_looking_is_not()
    {
        using var leader = await host.As("lanhdao");
        var made = await Make(leader);
        using var screen = host.Anonymous();
        await screen.Open(Path(made));
        await leader.Send(HttpMethod.Delete, $"/displays/{made["id"]}", ifMatch: "*");

        var id = Guid.Parse((string)made["id"]!);
        Assert.Equal(["make", "revoke"], await host.InDb(db => db.Changes.Where(c => c.EntityId == id).OrderBy(c => c.Id).Select(c => c.What).ToListAsync()));
    }

    [Theory]
    [InlineData(0, "Phòng 201", "hours")]
    [InlineData(13, "Phòng 201", "hours")]
    [InlineData(4, " ", "name")]
    [InlineData(4, "Phòng\u0000 201", "name")]
    public async Task A_link_needs_a_name_and_one_to_twelve_hours(int hours, string name, string field)
    {
        using var leader = await host.As("lanhdao");

        var said = await leader.Post("/displays", new { planId = await leader.PlanId(), name, hours });

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Fact]
    public async Task A_link_of_no_plan_is_refused_and_one_that_is_over_is_not_revoked_again()
    {
        using var leader = await host.As("lanhdao");
        var made = await Make(leader);

        Assert.Equal(["planId"], (await leader.Post("/displays", new { planId = Guid.NewGuid(), name = "Phòng 201", hours = 4 })).Fields);
        Assert.Equal(428, (await leader.Send(HttpMethod.Delete, $"/displays/{made["id"]}")).Status);
        Assert.Equal(412, (await leader.Send(HttpMethod.Delete, $"/displays/{made["id"]}", ifMatch: "\"9\"")).Status);
        Assert.Equal(204, (await leader.Send(HttpMethod.Delete, $"/displays/{made["id"]}", ifMatch: (string)made["etag"]!)).Status);
        Assert.Equal(404, (await leader.Send(HttpMethod.Delete, $"/displays/{made["id"]}", ifMatch: "*")).Status);
    }

    [Fact]
    public async Task A_leader_makes_and_revokes_by_page_and_nobody_else_sees_the_button()
    {
        using var leader = await host.As("lanhdao");
        var page = await leader.Open("/trinh-chieu");
        var wrong = await leader.Fill("/trinh-chieu", page, "hours", ("name", ""), ("hours", "13"), ("planId", await leader.PlanId()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Thời hạn từ 1 đến 12 giờ", wrong.Text, StringComparison.Ordinal);

        var made = await leader.Fill("/trinh-chieu", page, "hours", ("name", "Họp giao ban"), ("hours", "2"), ("planId", await leader.PlanId()));
        Assert.Contains("Đã tạo liên kết cho “Họp giao ban”", made.Text, StringComparison.Ordinal);
        var gone = await leader.Fill("/trinh-chieu", made, "version");
        Assert.Equal("/trinh-chieu?da=thu-hoi", new Uri(new Uri("http://localhost"), gone.To!).PathAndQuery);

        Assert.Contains("href=\"/trinh-chieu", (await leader.Open("/")).Html, StringComparison.Ordinal);
        using var coordinator = await host.As("dieuphoi");
        Assert.DoesNotContain("href=\"/trinh-chieu", (await coordinator.Open("/")).Html, StringComparison.Ordinal);
    }

    private async Task<JsonNode> Make(HttpClient? leader = null, int hours = 12)
    {
        using var own = leader is null ? await host.As("lanhdao") : null;
        var said = await (leader ?? own!).Post("/displays", new { planId = await (leader ?? own!).PlanId(), name = "Phòng 201", hours });
        Assert.Equal(201, said.Status);
        return said.Body!;
    }

    private Task<int> Expire(JsonNode made)
    {
        var (id, now) = (Guid.Parse((string)made["id"]!), TimeProvider.System.GetUtcNow().UtcDateTime);
        return host.InDb(db => db.Database.ExecuteSqlAsync($"""UPDATE "DisplayLinks" SET "ExpiresAt" = {now} WHERE "Id" = {id}"""));
    }

    private static string Path(JsonNode made) => (string)made["path"]!;
}
