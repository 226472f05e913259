using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PlanTracker.Domain;

namespace PlanTracker.Api.Hosting;

/// <summary>
/// A file sent as the field <c>file</c> of a multipart form. It is streamed to a temporary file of the host's own naming, which is gone when
/// the request ends; its size is counted, its name and media type are the sender's words and decide nothing.
/// </summary>
internal sealed class Upload : IEndpointParameterMetadataProvider
{
    private const string FieldName = "file";
    private const long FormOverhead = 16 * 1024;
    private const int MaxBoundary = 70;
    private const int DiskFull = 28;

    private Upload(Result<Stream> content, string? sentName) => (Content, SentName) = (content, sentName);

    /// <summary>The content, from its beginning; or the refusal of a form without exactly one file.</summary>
    public Result<Stream> Content { get; }

    /// <summary>What the sender calls it: to be shown as text, never used as a path.</summary>
    public string? SentName { get; }

    /// <summary>Reads it; called by the framework. 415 and 413 come before everything else.</summary>
    /// <exception cref="BadHttpRequestException">415, 413 or 507.</exception>
    public static async ValueTask<Upload> BindAsync(HttpContext http)
    {
        var request = http.Request;
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<UploadLimit>()?.Bytes
            ?? throw new InvalidOperationException("An endpoint that takes a file does not say how large it may be.");
        if (BoundaryOf(request) is not { } boundary)
            throw new BadHttpRequestException("Not a multipart form.", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > limit + FormOverhead)
            throw TooLarge();
        try
        {
            return await Read(http, new MultipartReader(boundary, request.Body), limit);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            if ((broken.HResult & 0xFFFF) == DiskFull)
                throw new BadHttpRequestException("No room.", StatusCodes.Status507InsufficientStorage);
            return new(Refusal.Invalid(FieldName, "Nội dung gửi lên bị cắt hoặc không đúng dạng multipart/form-data."), null);
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new UploadShape());

    private static async Task<Upload> Read(HttpContext http, MultipartReader parts, long limit)
    {
        FileStream? file = null;
        string? name = null;
        while (await parts.ReadNextSectionAsync(http.RequestAborted) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } header || !header.IsFileDisposition() || header.Name.Value?.Trim('"') != FieldName)
                return new(Refusal.Invalid(FieldName, "Chỉ nhận một trường tên file, là tệp."), null);
            if (file is not null)
                return new(Refusal.Invalid(FieldName, "Chỉ nhận một tệp mỗi lần."), null);
            name = VietnameseText.Clean(header.FileNameStar.Value ?? header.FileName.Value?.Trim('"'));
            file = New(http);
            await Copy(part.Body, file, limit, http.RequestAborted);
        }
        if (file is null)
            return new(Refusal.Invalid(FieldName, "Cần gửi một tệp ở trường file."), null);
        file.Position = 0;
        return new((Stream)file, name);
    }

    private static async Task Copy(Stream from, FileStream to, long limit, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (to.Length + read > limit)
                throw TooLarge();
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }

    private static FileStream New(HttpContext http)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"plantracker-{Guid.NewGuid():N}.tmp"), options);
        http.Response.RegisterForDisposeAsync(file);
        return file;
    }

    private static string? BoundaryOf(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary ? boundary : null;

    private static BadHttpRequestException TooLarge() => new("Too large.", StatusCodes.Status413PayloadTooLarge);
}

/// <summary>Marks an endpoint that takes a file; for the description of the API.</summary>
internal sealed record UploadShape;

/// <summary>How large a file may be.</summary>
internal sealed record UploadLimit(long Bytes);

/// <summary>Declares how large the file of an endpoint may be.</summary>
internal static class UploadDeclaration
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>At most so many megabytes.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, int megabytes) =>
        endpoint.WithMetadata(new UploadLimit(megabytes * Megabyte));
}
