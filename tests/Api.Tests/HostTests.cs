using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Api.Hosting;

namespace PlanTracker.Api.Tests;

public sealed class HostTests(DemoHost host)
{
    [Fact]
    public async Task The_host_says_that_it_lives_without_a_sign_in()
    {
        using var response = await host.Anonymous().GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/dang-nhap", HttpStatusCode.OK)]
    [InlineData("/api/v1/me", HttpStatusCode.Unauthorized)]
    public async Task Head_answers_as_get_does(string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await host.Anonymous().SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    // A host that lost its content root answers 200 with nothing in it.
    [Theory]
    [InlineData("/lib/tabler.css", 40_000)]
    [InlineData("/lib/turbo.js", 100_000)]
    [InlineData("/lib/stimulus.js", 50_000)]
    public async Task Client_assets_arrive_whole(string path, int atLeast)
    {
        var body = await host.Anonymous().GetByteArrayAsync(path);

        Assert.InRange(body.Length, atLeast, int.MaxValue);
    }

    // A mover or a part of the report that is there twice does its work twice.
    [Fact]
    public void No_use_case_is_registered_twice()
    {
        var services = new ServiceCollection();
        services.AddUseCases();

        Assert.Empty(services.Where(s => s.ImplementationType is not null).GroupBy(s => (s.ServiceType, s.ImplementationType)).Where(g => g.Count() > 1)
            .Select(g => g.Key.ImplementationType!.Name));
    }
}
