using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Guides;
using PlanTracker.Domain.Access;

namespace PlanTracker.Dashboard.Tests.Guides;

/// <summary>The user guide holds what the pages need of it, and everything it points at is there.</summary>
public sealed partial class GuideTests
{
    private const long MostBytesOfPictures = 2_500_000;

    public static TheoryData<Type> Pages => [.. typeof(App).Assembly.GetTypes()
        .Where(t => t.GetCustomAttributes<RouteAttribute>().Any() && t.GetCustomAttribute<AllowAnonymousAttribute>() is null)];

    [Theory]
    [MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Every_page_names_a_topic_of_the_guide(Type page)
    {
        var help = page.GetCustomAttribute<HelpAttribute>();

        Assert.True(help is not null, $"{page.Name} has no topic: write @attribute [Help(\"...\")] with a key of docs/huong-dan.");
        Assert.True(Guide.Topic(help.Topic) is not null, $"docs/huong-dan has no <a id=\"{help.Topic}\"></a>, which {page.Name} names.");
    }

    [Fact]
    public void Topics_are_one_of_a_kind_and_say_something()
    {
        var topics = Guide.Pages.SelectMany(p => p.Topics).ToList();

        Assert.True(topics.Count > 60, $"{topics.Count} topics");
        Assert.Empty(topics.GroupBy(t => t.Key).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(topics, t => Assert.Matches("^<p>.{30,}</p>", t.Lead));
    }

    [Fact]
    public void Every_link_of_the_guide_leads_to_a_part_of_it()
    {
        var known = Guide.Pages.SelectMany(p => p.Topics.Select(t => t.Href).Append($"/tro-giup/{p.Slug}")).ToHashSet();

        var links = Guide.Pages.SelectMany(p => Links().Matches(p.Html).Select(m => m.Groups[1].Value)).ToList();

        Assert.NotEmpty(links);
        Assert.DoesNotContain(links, l => !known.Contains(l));
    }

    [Fact]
    public void The_contents_name_every_part()
    {
        var contents = File.ReadAllText(Path.Combine(Docs(), "huong-dan-su-dung.md"));

        Assert.All(Guide.Pages, p => Assert.Contains($"[{p.Title}](huong-dan/{p.Slug}.md)", contents, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_picture_is_there_and_shown_and_all_together_are_light()
    {
        var shown = Guide.Pages.SelectMany(p => p.Pictures).Select(p => p["hinh/".Length..]).Order(StringComparer.Ordinal);
        var there = new DirectoryInfo(Path.Combine(Docs(), "huong-dan", "hinh")).GetFiles();

        Assert.Equal(there.Select(f => f.Name).Order(StringComparer.Ordinal), shown);
        Assert.InRange(there.Sum(f => f.Length), 1, MostBytesOfPictures);
    }

    [Fact]
    public void Html_in_the_guide_is_text_and_an_anchor_belongs_to_its_heading()
    {
        var page = Guide.Read("thu", "# Thử\n\nMột câu về phần này.\n\n<a id=\"mot\"></a>\n## Một việc\n\nLàm **thế này** <b>nhé</b>. Xem [hai](hai.md#ba), [một](#mot).\n\n![Ảnh](hinh/a.webp)\n");

        Assert.Equal(("Thử", "mot", "Một việc"), (page.Title, page.Topics[0].Key, page.Topics[0].Title));
        Assert.Contains("<h2 id=\"mot\">Một việc</h2>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>thế này</strong> &lt;b&gt;", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/tro-giup/hai#ba\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/tro-giup/thu#mot\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("src=\"/lib/huong-dan/a.webp\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(["hinh/a.webp"], page.Pictures);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Head)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Leader)]
    public void Every_role_is_told_three_or_four_things_to_begin_with(Role role)
    {
        var actor = Actor.System with { Roles = new HashSet<Role> { role } };

        Assert.InRange(FirstStepsOf.For(actor).Count, 3, 4);
    }

    private static string Docs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs"));

    [GeneratedRegex("href=\"(/tro-giup[^\"]*)\"")]
    private static partial Regex Links();
}
