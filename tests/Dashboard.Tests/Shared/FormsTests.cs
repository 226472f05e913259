using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PlanTracker.Dashboard.Tests.Shared;

/// <summary>What browsers say in their own language stays off the screen: their file button, their date fields, their bubbles of errors.</summary>
public sealed partial class FormsTests
{
    [Fact]
    public void Files_are_chosen_by_the_two_fields_that_have_words_of_their_own() =>
        Assert.Equal(["FileField.razor", "FilePicker.razor"], Holding("type=\"file\""));

    [Theory]
    [InlineData("date")]
    [InlineData("datetime-local")]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("time")]
    [InlineData("number")]
    public void Days_and_numbers_are_typed_as_offices_write_them_not_as_the_browser_does(string type) => Assert.Empty(Holding($"type=\"{type}\""));

    [Fact]
    public void Errors_of_forms_are_told_by_the_page_and_not_by_the_browser()
    {
        var judged = Components().SelectMany(c => Forms().Matches(c.Text).Select(m => (c.Name, Tag: m.Value)))
            .Where(f => f.Tag.Contains("method=\"post\"", StringComparison.Ordinal) && !f.Tag.Contains(" hidden @formname", StringComparison.Ordinal));

        Assert.NotEmpty(judged);
        Assert.DoesNotContain(judged, f => !f.Tag.Contains(" novalidate", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("matches")]
    [InlineData("submit")]
    [InlineData("requestSubmit")]
    [InlineData("action")]
    [InlineData("method")]
    [InlineData("elements")]
    [InlineData("closest")]
    [InlineData("target")]
    public void No_field_hides_from_scripts_what_every_form_can_do(string name) =>
        Assert.Empty(Holding($"name=\"{name}\"").Concat(Holding($"Name=\"{name}\"")));

    private static IEnumerable<string> Holding(string text) =>
        Components().Where(c => c.Text.Contains(text, StringComparison.Ordinal)).Select(c => c.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Text)> Components() =>
        Directory.EnumerateFiles(Source(), "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Dashboard"));

    [GeneratedRegex("""<form\b(?:[^>"]|"[^"]*")*>""")]
    private static partial Regex Forms();
}
