using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PlanTracker.Domain;

namespace PlanTracker.Api.Hosting;

/// <summary>A list as the API hands it out.</summary>
internal sealed record ListJson<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize);

/// <summary>Turns results of use cases into answers.</summary>
internal static class Answers
{
    /// <summary>
    /// A single resource that is changed by version and shows more than its version says (figures of the day): the tag names both, so
    /// that it serves <c>If-Match</c> and <c>If-None-Match</c> alike.
    /// </summary>
    public static IResult Versioned<T, TJson>(Result<T> result, Func<T, TJson> shape, Func<T, int> version) where TJson : class =>
        result.Refused(out var refusal, out var value)
            ? Problems.From(refusal) : new Document(shape(value), 200, null, null, version(value).ToString(CultureInfo.InvariantCulture) + "-");

    /// <summary>A single resource with its tag; 304 for a caller that has it.</summary>
    public static IResult One<T, TJson>(Result<T> result, Func<T, TJson> shape, Func<T, string>? etag = null) where TJson : class =>
        result.Refused(out var refusal, out var value) ? Problems.From(refusal) : new Document(shape(value), 200, etag?.Invoke(value), null);

    /// <summary>Something new: 201, where it is, and its tag.</summary>
    public static IResult Created<T, TJson>(Result<T> result, Func<T, TJson> shape, Func<T, string> location, Func<T, string>? etag = null) where TJson : class =>
        result.Refused(out var refusal, out var value)
            ? Problems.From(refusal) : new Document(shape(value), 201, etag?.Invoke(value), location(value));

    /// <summary>Something that goes on behind the request: 202, and where it is looked at.</summary>
    public static IResult Accepted<T, TJson>(Result<T> result, Func<T, TJson> shape, Func<T, string> location) where TJson : class =>
        result.Refused(out var refusal, out var value) ? Problems.From(refusal) : new Document(shape(value), 202, null, location(value));

    /// <summary>A page of a list.</summary>
    public static IResult Page<T, TJson>(Result<PageOf<T>> result, Func<T, TJson> shape) =>
        result.Refused(out var refusal, out var page)
            ? Problems.From(refusal)
            : TypedResults.Json(new ListJson<TJson>([.. page.Items.Select(shape)], page.Total, page.Page, page.PageSize), Json.Options);

    /// <summary>
    /// A wrong query in its turn: "not there" comes first, so the resource it is asked of is looked for before it is refused.
    /// Null when the query is good.
    /// </summary>
    public static async Task<IResult?> Wrong<T>(this Asked asked, Func<Task<Result<T>>> resource) =>
        asked.Refusal is { } refusal ? Problems.From((await resource()).Refusal ?? refusal) : null;

    private sealed record Document(object Body, int Status, string? Etag, string? Location, string TagBefore = "") : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(Body, Body.GetType(), Json.Options);
            var tag = Etag ?? $"\"{TagBefore}{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
            var response = httpContext.Response;
            response.Headers.ETag = tag;
            if (Location is not null)
                response.Headers.Location = Location;
            if (HttpMethods.IsGet(httpContext.Request.Method) && Etags.IsKnown(httpContext.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
            response.StatusCode = Status;
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
        }
    }
}
