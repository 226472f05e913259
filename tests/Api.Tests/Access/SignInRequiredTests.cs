using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PlanTracker.Api.Tests.Access;

public sealed class SignInRequiredTests(DemoHost host)
{
    private static readonly string[] Open = ["POST /api/v1/session", "POST /api/v1/tokens"];

    [Fact]
    public async Task Every_endpoint_but_the_listed_ones_asks_for_a_sign_in_before_anything_else()
    {
        using var client = host.Anonymous();
        var endpoints = Endpoints();
        Assert.True(endpoints.Count > 25, "The list of endpoints was not found.");

        foreach (var (method, path) in endpoints)
        {
            foreach (var form in (string[])[path, path.ToUpperInvariant(), path + "/"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), form + "?unknown=1")
                {
                    Content = method is "GET" or "DELETE" ? null : new StringContent("rubbish", Encoding.UTF8, "text/plain"),
                };
                using var response = await client.SendAsync(request);

                Assert.True((int)response.StatusCode == 401, $"{method} {form}: {response.StatusCode}");
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
                Assert.NotEmpty(response.Headers.WwwAuthenticate);
                Assert.True(response.Headers.CacheControl?.NoStore);
            }
        }
    }

    [Fact]
    public void Only_the_listed_endpoints_are_open() => Assert.Equal(
        Open, Routes().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).SelectMany(Names).Order());

    [Theory]
    [InlineData("Bearer pt_0000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer rubbish")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task Rubbish_credentials_are_401_even_beside_a_good_cookie(string authorization)
    {
        using var client = await host.As("dieuphoi");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(401, (await client.Read("/me")).Status);
    }

    private List<(string Method, string Path)> Endpoints() =>
    [
        .. Routes().SelectMany(Names).Except(Open).Select(name => name.Split(' ')).Select(parts => (parts[0], parts[1])),
    ];

    private IEnumerable<RouteEndpoint> Routes()
    {
        host.Anonymous().Dispose();
        return host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        var path = endpoint.RoutePattern.RawText!.TrimEnd('/').Replace(":guid", "", StringComparison.Ordinal)
            .Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{targetId}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{code}", "2024-Q3", StringComparison.Ordinal);
        return endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {path}");
    }
}
