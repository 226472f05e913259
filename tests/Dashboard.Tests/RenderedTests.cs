using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PlanTracker.Dashboard.Tests;

public sealed class RenderedTests
{
    [Fact]
    public async Task Vietnamese_letters_are_sent_as_letters_and_markup_is_escaped()
    {
        var parameters = new Dictionary<string, object?> { [nameof(Heading.Text)] = "Sở Nội vụ <b>đã nộp</b>" };

        Assert.Equal("<h1>Sở Nội vụ &lt;b&gt;đã nộp&lt;/b&gt;</h1>", await Rendered.Html<Heading>(parameters));
        Assert.Equal("Sở Nội vụ <b>đã nộp</b>", (await Rendered.Page<Heading>(parameters)).QuerySelector("h1")?.TextContent);
    }

    private sealed class Heading : ComponentBase
    {
        [Parameter]
        public string Text { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "h1");
            builder.AddContent(1, Text);
            builder.CloseElement();
        }
    }
}
