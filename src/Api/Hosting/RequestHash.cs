using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Hosting;

/// <summary>
/// What a request asks, as a hash: method, address and body. The body is buffered, so that its reader finds it whole. Of a multipart body
/// the parts count and not the boundary, which programs make up anew each time.
/// </summary>
internal static class RequestHash
{
    private const int InMemory = 64 * 1024;
    private const long Around = 64 * 1024;
    private const int MaxBoundary = 100;

    /// <summary>The hash, in lower-case hexadecimal.</summary>
    /// <exception cref="BadHttpRequestException">413: larger than the endpoint takes.</exception>
    public static async Task<string> Of(HttpContext http)
    {
        var request = http.Request;
        var most = MostOf(http);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "");
        if (request.ContentLength > most)
            throw TooLarge();
        Multipart.Allow(http, most);
        request.EnableBuffering(InMemory, most);
        try
        {
            if (BoundaryOf(request) is not { } boundary || !await AddParts(hash, request, boundary))
            {
                request.Body.Position = 0;
                Add(hash, request.ContentType ?? "");
                await Add(hash, request.Body, http.RequestAborted);
            }
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            // Read on by the endpoint, which says in its own words what is wrong; only a body over the limit ends here.
            if (request.Body.Position >= most)
                throw TooLarge();
            throw new BadHttpRequestException("The body broke off.", StatusCodes.Status400BadRequest, fault);
        }
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<bool> AddParts(IncrementalHash hash, HttpRequest request, string boundary)
    {
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
            {
                Add(hash, part.ContentDisposition ?? "", part.ContentType ?? "");
                await Add(hash, part.Body, request.HttpContext.RequestAborted);
            }
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // Each text and each body is followed by its length, so that nothing passes for its neighbour.
    private static void Add(IncrementalHash hash, params string[] texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(bytes);
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        }
    }

    private static async Task Add(IncrementalHash hash, Stream body, CancellationToken cancel)
    {
        var buffer = new byte[InMemory];
        var length = 0L;
        for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0; length += read)
            hash.AppendData(buffer, 0, read);
        hash.AppendData(BitConverter.GetBytes(length));
    }

    private static long MostOf(HttpContext http) =>
        !Multipart.IsMultipart(http.Request) ? Body.MaxBytes
        : Around + (http.GetEndpoint()?.Metadata.GetMetadata<UploadLimit>()?.Bytes ?? http.RequestServices.GetRequiredService<IEvidenceFiles>().MaxBytes);

    private static string? BoundaryOf(HttpRequest request) =>
        Multipart.IsMultipart(request)
        && HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary ? boundary : null;

    private static BadHttpRequestException TooLarge() => new("Too large.", StatusCodes.Status413PayloadTooLarge);
}
