using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlanTracker.Dashboard.Progress;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Tests.Progress;

public sealed class EntryFormTests
{
    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_names_the_field()
    {
        var input = Samples.Complete(("quantity", "1.5"), ("themes", "2"), ("mode", "Online"), ("note", "Đợt <1>"), ("supportingAgency0", Samples.Other.Id.ToString()));
        var errors = new EntryInputReader(input, Samples.Today).Read(true, false, true).Refusal!.Errors;

        var page = await Form(input, errors);

        var quantity = (IHtmlInputElement)page.QuerySelector("#f-quantity")!;
        Assert.Equal("1.5", quantity.Value);
        Assert.Equal("true", quantity.GetAttribute("aria-invalid"));
        Assert.Contains("1.5", page.QuerySelector("#e-quantity")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("h-quantity e-quantity", quantity.GetAttribute("aria-describedby"));
        Assert.NotNull(page.QuerySelector("#e-noEvidenceReason"));
        Assert.True(page.QuerySelector<IHtmlInputElement>($"input[name=targetId][value='{Samples.Issued.Id}']")!.IsChecked);
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name=mode][value=Online]")!.IsChecked);
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name=themes][value='2']")!.IsChecked);
        Assert.Equal("Đợt <1>", page.QuerySelector<IHtmlTextAreaElement>("#f-note")!.Value);
        Assert.Equal(Samples.Other.Id.ToString(), page.QuerySelector<IHtmlSelectElement>("select[name=supportingAgency0]")!.Value);
        Assert.True(page.QuerySelector("details.more")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Every_input_has_a_name_to_be_read_aloud_and_the_form_has_no_inline_style()
    {
        var page = await Form(EntryInput.Blank(Samples.Today, null));

        foreach (var input in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
        {
            Assert.True(
                input.HasAttribute("aria-label") || input.Closest("label") is not null || page.QuerySelector($"label[for='{input.Id}']") is not null,
                input.OuterHtml);
        }
        Assert.Empty(page.QuerySelectorAll("[style], script"));
        Assert.False(page.QuerySelector("details.more")!.HasAttribute("open"));
        Assert.Equal("10/09/2024", page.QuerySelector<IHtmlInputElement>("#f-date")!.Value);
    }

    [Fact]
    public async Task Errors_in_the_summary_lead_to_places_of_the_form()
    {
        var input = Samples.Form(("url", "ftp://x"), ("peopleReached", "x"), ("spentSocialised", "x"), ("supportingShare0", "x"), ("documentDate", "x"));
        var errors = new EntryInputReader(input, Samples.Today).Read(true, false, true).Refusal!.Errors;
        var page = await Form(input, errors);
        var summary = await Rendered.Page<ErrorSummary>(new() { ["Errors"] = errors }, Samples.Services);

        var links = summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal(errors.Count, links.Count);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..])));
    }

    [Theory]
    [InlineData(EntryStatus.Submitted, "Chờ xác nhận", "s-pend")]
    [InlineData(EntryStatus.Confirmed, "Đã xác nhận", "s-ontrack")]
    [InlineData(EntryStatus.Returned, "Trả lại", "s-returned")]
    public async Task An_entry_in_a_list_shows_its_state_in_word_icon_and_colour(EntryStatus status, string word, string css)
    {
        var link = new Evidence { Kind = EvidenceKind.Link, Url = "https://cantho.gov.vn/tin" };

        var item = await Rendered.Page<EntryItem>(new() { ["View"] = Samples.View(status, link) });

        var chip = item.QuerySelector(".chip")!;
        Assert.Equal(word, chip.TextContent);
        Assert.Contains(css, chip.ClassList);
        Assert.NotNull(chip.QuerySelector("svg"));
        Assert.Equal("Phát hành <b>đợt 1</b> · 1.000 tờ", item.QuerySelector("h3")!.TextContent);
        Assert.Contains("noopener", item.QuerySelector(".evid a")!.GetAttribute("rel")!, StringComparison.Ordinal);
        Assert.Equal(status is EntryStatus.Returned, item.Body!.TextContent.Contains("Thiếu biên bản bàn giao", StringComparison.Ordinal));
    }

    private static Task<IHtmlDocument> Form(EntryInput input, IReadOnlyDictionary<string, string[]>? errors = null) => Rendered.Page<EntryForm>(
        new()
        {
            ["Input"] = input,
            ["Activity"] = Samples.Activity,
            ["Plan"] = Samples.Plan,
            ["Agencies"] = new[] { Samples.Other },
            ["Errors"] = errors ?? new Dictionary<string, string[]>(),
            ["Today"] = Samples.Today,
        },
        Samples.Services);
}
