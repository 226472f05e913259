using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace PlanTracker.Browser.Tests;

/// <summary>A page with somebody who gets there by links, and a real address of it.</summary>
/// <param name="Template">As the page declares it: <c>/hoat-dong/{Id:guid}</c>.</param>
/// <param name="UserName">Who.</param>
/// <param name="Path">The address.</param>
public sealed record Visit(string Template, string UserName, string Path);

/// <summary>
/// All pages for signed-in people, found as people find them: by following links and forms from the front page. A page that nobody can reach that
/// way is missing from the walk, which is a fault of the product too. Nothing needs to be added for a new page.
/// </summary>
internal static partial class SiteMap
{
    /// <summary>How many addresses of one page are looked at for further links, per person.</summary>
    private const int Looks = 6;

    private static readonly string[] People =
        ["dieuphoi", "baocao.svhttdl", "baocao.sotttt", "truong.ninhkieu", "baocao.caikhe", "taichinh", "admin", "lanhdao", "baocao.snv"];

    /// <summary>Where only a form leads that came too late; judged in <see cref="LateFormTests"/>.</summary>
    private const string Late = "/tiep-tuc/{Id:guid}";

    /// <summary>The templates of all pages that need a sign-in.</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        .. typeof(Dashboard.App).Assembly.GetTypes().Where(t => t.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Where(t => t != Late).Order(StringComparer.Ordinal),
    ];

    private static readonly (string Template, Regex Shape)[] Shapes =
        [.. Templates.OrderBy(t => t.Count(c => c == '{')).Select(t => (t, new Regex($"^{Hole().Replace(t, m => m.Value.Contains(":guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : "[^/]+")}$")))];

    /// <summary>One visit for each page that is reached; who comes first in the list of people is its visitor.</summary>
    public static async Task<IReadOnlyList<Visit>> Walk(Host host)
    {
        var visits = new Dictionary<string, Visit>();
        foreach (var userName in People)
        {
            using var client = await SignedIn(host, userName);
            var looks = new Dictionary<string, int>();
            var seen = new HashSet<string>();
            var queue = new Queue<string>(["/"]);
            while (visits.Count < Templates.Count && queue.TryDequeue(out var path))
            {
                if (!seen.Add(path) || TemplateOf(path) is not { } template || looks.GetValueOrDefault(template) >= Looks)
                    continue;
                looks[template] = looks.GetValueOrDefault(template) + 1;
                using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
                if (response.StatusCode != HttpStatusCode.OK)
                    continue;
                visits.TryAdd(template, new(template, userName, path));
                foreach (Match link in Links().Matches(await response.Content.ReadAsStringAsync()))
                    queue.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }
        return [.. visits.Values];
    }

    private static string? TemplateOf(string path)
    {
        var bare = path.Split('?')[0];
        return Shapes.FirstOrDefault(s => s.Shape.IsMatch(bare)).Template;
    }

    /// <summary>A program with the cookie of a person.</summary>
    public static async Task<HttpClient> SignedIn(Host host, string userName)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(host.Address), Timeout = TimeSpan.FromMinutes(5) };
        using var response = await client.PostAsJsonAsync("/api/v1/session", new { userName, password = Visitor.Password });
        Assert.True(response.IsSuccessStatusCode, $"{userName} could not sign in: {response.StatusCode}");
        return client;
    }

    [GeneratedRegex("""(?:href|action)="(/[^"#]*)""")]
    private static partial Regex Links();

    [GeneratedRegex("""\{[^}]+\}""")]
    private static partial Regex Hole();
}
