using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace PlanTracker.Dashboard.Tests;

/// <summary>A component's HTML as the server would send it, letters unescaped as in the host.</summary>
internal static class Rendered
{
    public static async Task<string> Html<TComponent>(
        Dictionary<string, object?>? parameters = null, Action<IServiceCollection>? services = null)
        where TComponent : IComponent
    {
        var collection = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services?.Invoke(collection);
        await using var provider = collection.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters ?? []))).ToHtmlString());
    }

    public static async Task<IHtmlDocument> Page<TComponent>(
        Dictionary<string, object?>? parameters = null, Action<IServiceCollection>? services = null)
        where TComponent : IComponent =>
        new HtmlParser().ParseDocument(await Html<TComponent>(parameters, services));
}
