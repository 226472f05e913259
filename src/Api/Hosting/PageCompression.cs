using Microsoft.AspNetCore.ResponseCompression;

namespace PlanTracker.Api.Hosting;

/// <summary>
/// Pages go over the line compressed: a fifth of their size. Nothing else does: assets were compressed by the build, a stream of events must not
/// wait for a compressor, files of Excel and Word are compressed already.
/// </summary>
internal static class PageCompression
{
    /// <summary>
    /// Over https too: what compression gives away of a page is its likeness to text of an attacker's in it. The secrets of pages that can be
    /// asked for again are the tokens of forms, which are different in every answer.
    /// </summary>
    public static void AddPageCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html"];
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });
}
