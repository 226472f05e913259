using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Tests.Access;

/// <summary>One way into the product: an operation of the API, or a page.</summary>
/// <param name="Method">HTTP method; GET for a page.</param>
/// <param name="Route">Its route, with parameters.</param>
/// <param name="Needs">The rights it declares.</param>
/// <param name="IsPage">A page of the dashboard.</param>
/// <param name="IsAnonymous">Open without a sign-in.</param>
/// <param name="TakesFile">Whether it takes a form with a file instead of JSON.</param>
internal sealed partial record WayIn(string Method, string Route, NeedsAttribute? Needs, bool IsPage, bool IsAnonymous, bool TakesFile)
{
    private static readonly string[] Operators = ["/health/", "/swagger", "/_framework", "/_blazor"];

    /// <summary>"GET /api/v1/plans".</summary>
    public string Name => $"{Method} {Route}";

    /// <summary>The roles that one of its rights opens it to.</summary>
    public IReadOnlySet<Role> Roles => Needs!.Operations.SelectMany(Permissions.RolesFor).ToHashSet();

    /// <summary>All of them, but static files and what operators look at.</summary>
    public static IReadOnlyList<WayIn> All(IServiceProvider services) =>
    [
        .. services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(e => !Operators.Any(o => PathOf(e).StartsWith(o, StringComparison.Ordinal)))
            .SelectMany(Of).DistinctBy(w => w.Name).OrderBy(w => w.Route, StringComparer.Ordinal).ThenBy(w => w.Method, StringComparer.Ordinal),
    ];

    /// <summary>The path with every parameter filled in; the id is looked up by the word before it: <c>plans/id</c>.</summary>
    public async Task<string> Path(Func<string, Task<string>> idOf)
    {
        var path = Route;
        foreach (var parameter in Parameter().Matches(Route).Reverse())
        {
            var id = await idOf($"{parameter.Groups["before"].Value}/{parameter.Groups["name"].Value}".ToLowerInvariant());
            path = path[..(parameter.Groups["hole"].Index)] + id + path[(parameter.Groups["hole"].Index + parameter.Groups["hole"].Length)..];
        }
        return path;
    }

    private static IEnumerable<WayIn> Of(RouteEndpoint endpoint)
    {
        var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        string[] methods = isPage ? ["GET"] : [.. endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]];
        return methods.Select(method => new WayIn(
            method, PathOf(endpoint), endpoint.Metadata.GetMetadata<NeedsAttribute>(), isPage, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            endpoint.Metadata.GetMetadata<UploadShape>() is not null));
    }

    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("?}", "}", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<before>[^/{}]+)/(?<hole>\{(?<name>\w+)[^}]*\})")]
    private static partial Regex Parameter();
}
