using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PlanTracker.Domain.Tests;

/// <summary>Who may know whom: the compiler keeps it, these tests keep the project files.</summary>
public sealed class BoundariesTests
{
    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Storage", "Domain")]
    [InlineData("Reports", "Domain")]
    [InlineData("Dashboard", "Domain")]
    [InlineData("Api", "Dashboard Domain Reports Storage")]
    public void A_project_references_only_its_neighbours(string project, string allowed) =>
        Assert.Equal(allowed, string.Join(' ', Items(project, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/'))).Order()));

    [Fact]
    public void The_domain_knows_FluentValidation_and_nothing_else()
    {
        Assert.Equal(["FluentValidation"], Items("Domain", "PackageReference"));
        Assert.Empty(Items("Domain", "FrameworkReference"));
    }

    private static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(Path.Combine(Root(), "src", project, $"{project}.csproj")).Descendants(item).Select(e => e.Attribute("Include")!.Value);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
