using System.Net;

namespace PlanTracker.Api.Tests.Access;

public sealed class SessionTests(DemoHost host)
{
    [Fact]
    public async Task Somebody_signed_in_reads_who_they_are()
    {
        using var client = await host.As("baocao.snv");

        var me = await client.Read("/me");

        Assert.Equal("baocao.snv", (string?)me.Body!["userName"]);
        Assert.Equal("Reporter", (string?)me.Body["roles"]![0]);
        Assert.Equal("Sở Nội vụ", (string?)me.Body["agency"]!["name"]);
    }

    [Fact]
    public async Task The_cookie_is_worth_nothing_after_sign_out()
    {
        using var client = host.CreateClient(new() { HandleCookies = false });
        var signedIn = await client.Post("/session", new { userName = "baocao.ldld", password = DemoHost.Password });
        var cookie = signedIn.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("PlanTracker=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(200, (await client.Read("/me")).Status);

        Assert.Equal(204, (await client.Send(HttpMethod.Delete, "/session")).Status);

        Assert.Equal(401, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task A_token_is_made_listed_used_and_revoked()
    {
        using var client = host.CreateClient(new() { HandleCookies = false });
        var made = await client.Post("/tokens", new { userName = "taichinh", password = DemoHost.Password, name = "Phần mềm", expiresInDays = 30 });
        Assert.Equal(201, made.Status);
        var text = (string)made.Body!["token"]!;
        Assert.StartsWith("pt_", text, StringComparison.Ordinal);
        client.DefaultRequestHeaders.Authorization = new("Bearer", text);

        var listed = (await client.Read("/tokens")).Body!["items"]!.AsArray().Single(t => (string)t!["id"]! == (string)made.Body["id"]!)!;
        Assert.DoesNotContain(text[20..], listed.ToJsonString(), StringComparison.Ordinal);
        Assert.False((await client.Read("/me")).Response.Headers.Contains("Set-Cookie"));
        var path = $"/tokens/{listed["id"]}";
        Assert.Equal(428, (await client.Send(HttpMethod.Delete, path)).Status);
        Assert.Equal(412, (await client.Send(HttpMethod.Delete, path, ifMatch: "\"7\"")).Status);
        Assert.Equal(404, (await client.Send(HttpMethod.Delete, $"/tokens/{Guid.Empty}", ifMatch: "*")).Status);
        Assert.Equal(204, (await client.Send(HttpMethod.Delete, path, ifMatch: (string)listed["etag"]!)).Status);

        Assert.Equal(401, (await client.Read("/me")).Status);
    }

    [Fact]
    public async Task A_token_needs_a_name_and_an_end()
    {
        using var client = host.Anonymous();

        var said = await client.Post("/tokens", new { userName = "taichinh", password = DemoHost.Password, name = " ", expiresInDays = 400 });

        Assert.Equal((400, 2), (said.Status, said.Fields.Length));
    }

    [Fact]
    public async Task A_change_from_another_site_is_refused_with_a_cookie()
    {
        using var client = await host.As("baocao.snv");
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        Assert.Equal(403, (await client.Send(HttpMethod.Delete, "/session")).Status);

        client.DefaultRequestHeaders.Remove("Origin");
        Assert.Equal(200, (await client.Read("/me")).Status);
    }

    [Theory]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/plans?page=0", HttpStatusCode.BadRequest)]
    public async Task Headers_stand_on_errors_too(string path, HttpStatusCode status)
    {
        using var client = await host.As("dieuphoi");

        using var response = await client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
    }
}
