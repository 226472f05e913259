using System.Net;

namespace PlanTracker.Api.Tests.Plans;

public sealed class ReadingTests(DemoHost host)
{
    [Theory]
    [InlineData("/plans?page=0", "page")]
    [InlineData("/plans?pageSize=201", "pageSize")]
    [InlineData("/plans?page=2147483648", "page")]
    [InlineData("/plans?sort=year;drop", "sort")]
    [InlineData("/plans?foo=1", "foo")]
    [InlineData("/plans?year=x", "year")]
    [InlineData("/plans?year=2024&year=2025", "year")]
    [InlineData("/plans/{plan}/activities?asOf=2024-02-30", "asOf")]
    [InlineData("/plans/{plan}/activities?status=behind", "status")]
    [InlineData("/plans/{plan}/activities?lead=x", "lead")]
    [InlineData("/plans/{plan}/overview?page=1", "page")]
    [InlineData("/plans/{plan}/tasks?sort=order", "sort")]
    [InlineData("/plans/{plan}/periods?page=x", "page")]
    [InlineData("/plans/{plan}/reports/2024-Q3?from=2024-01-01", "from")]
    [InlineData("/plans/{plan}/reports/custom?from=2024-01-01", "to")]
    [InlineData("/plans/{plan}/reports/custom?from=2024-02-01&to=2024-01-01", "to")]
    [InlineData("/plans/{plan}/reports/custom.xlsx?from=x&to=2024-01-01", "from")]
    [InlineData("/entries?status=1", "status")]
    [InlineData("/entries?from=10/9/2024", "from")]
    [InlineData("/agencies?level=Sở", "level")]
    [InlineData("/me?x=1", "x")]
    public async Task A_wrong_query_is_400_and_named(string path, string field)
    {
        using var client = await host.As("dieuphoi");

        var said = await client.Read(path.Replace("{plan}", await client.PlanId(), StringComparison.Ordinal));

        Assert.Equal((400, field), (said.Status, said.Fields.Single()));
    }

    [Theory]
    [InlineData("/plans/{none}?x=1")]
    [InlineData("/plans/abc")]
    [InlineData("/plans/{none}/activities?page=0")]
    [InlineData("/plans/{none}/tasks")]
    [InlineData("/plans/{none}/overview")]
    [InlineData("/plans/{none}/periods")]
    [InlineData("/plans/{none}/reports/2024-Q3?asOf=x")]
    [InlineData("/plans/{plan}/reports/2024-Q9")]
    [InlineData("/plans/{plan}/reports/2024-Q9.xlsx")]
    [InlineData("/plans/{plan}/figures/{none}")]
    [InlineData("/activities/{none}")]
    [InlineData("/activities/{none}/entries?sort=x")]
    [InlineData("/entries/{none}")]
    [InlineData("/entries/{none}/evidence")]
    [InlineData("/periods/{none}")]
    [InlineData("/agencies/{none}")]
    [InlineData("/nothing")]
    public async Task What_is_not_there_is_404_before_anything_is_said_of_the_query(string path)
    {
        using var client = await host.As("dieuphoi");

        var said = await client.Read(path.Replace("{plan}", await client.PlanId(), StringComparison.Ordinal)
            .Replace("{none}", Guid.Empty.ToString(), StringComparison.Ordinal));

        Assert.Equal(404, said.Status);
        Assert.NotNull(said.Code);
        Assert.Equal("application/problem+json", said.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Search_needs_no_marks_and_pages_are_cut()
    {
        using var client = await host.As("lanhdao");

        var found = await client.Read("/agencies?search=so noi vu");
        var page = await client.Read("/agencies?pageSize=5&page=2&sort=-name");

        Assert.Equal("Sở Nội vụ", (string?)found.Body!["items"]![0]!["name"]);
        Assert.Equal((5, 2), (page.Body!["items"]!.AsArray().Count, (int)page.Body["page"]!));
    }

    [Fact]
    public async Task Who_has_the_tag_is_answered_304()
    {
        using var client = await host.As("lanhdao");
        var path = $"/plans/{await client.PlanId()}";
        var tag = (await client.Read(path)).Response.Headers.ETag!;
        client.DefaultRequestHeaders.IfNoneMatch.Add(tag);

        using var again = await client.GetAsync(Requests.Base + path);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
    }
}
