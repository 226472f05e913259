using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PlanTracker.Domain;

namespace PlanTracker.Api.Hosting;

/// <summary>What a multipart body brought: the one file, as its taker made something of it, and short texts by field.</summary>
/// <typeparam name="T">What was made of the file.</typeparam>
internal sealed record Uploaded<T>(T File, IReadOnlyDictionary<string, string> Fields);

/// <summary>The shape of a multipart body, for the description of the API: the file in the field <c>file</c>, and texts.</summary>
internal sealed record MultipartShape(params string[] Fields);

/// <summary>
/// Reads a multipart body part by part: the file streams through to whoever takes it, beside texts. Unlike <see cref="Upload"/> it is called by
/// the handler, after "not there" and "not allowed" were judged; what is wrong with the body is the result.
/// </summary>
internal static class Multipart
{
    private const string FileField = "file";
    private const int MaxBoundary = 100;
    private const int MaxParts = 20;
    private const int MaxText = 4 * 1024;
    private const long Around = 64 * 1024;
    private const int FilesOfPage = 5;

    /// <summary>Whether the body says it is multipart/form-data.</summary>
    public static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="maxBytes">The largest file; its taker counts too.</param>
    /// <param name="fields">Fields that may come beside the file.</param>
    /// <param name="take">Takes the file in, by its name as sent and its bytes; called once.</param>
    /// <exception cref="BadHttpRequestException">415: not multipart; 400: broken off or garbled.</exception>
    public static async Task<Result<Uploaded<T>>> Read<T>(
        HttpContext http, long maxBytes, IReadOnlyList<string> fields, Func<string?, Stream, Task<Result<T>>> take)
    {
        var request = http.Request;
        if (!IsMultipart(request) || request.Headers.ContentEncoding.Count > 0)
            throw new BadHttpRequestException("Not multipart.", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > maxBytes + Around)
            return TooLarge(maxBytes);
        Allow(http, maxBytes + Around);
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (boundary is not { Length: > 0 and <= MaxBoundary })
            return Garbled();
        var reader = new MultipartReader(boundary, request.Body);
        var texts = new Dictionary<string, string>();
        Result<T>? file = null;
        try
        {
            for (var parts = 0; await Next(reader, http.RequestAborted) is { } section; parts++)
            {
                if (parts == MaxParts || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    return Garbled();
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (name == FileField && file is null)
                {
                    file = await take(FileNameOf(disposition), new Unbroken(section.Body));
                    if (file.Refusal is { } refused)
                        return refused;
                }
                else if (name == FileField)
                    return Refusal.Invalid(FileField, "Mỗi yêu cầu gửi một tệp; gửi nhiều tệp bằng nhiều yêu cầu.");
                else if (!fields.Contains(name) || texts.ContainsKey(name))
                    return Refusal.Invalid(name.Length is > 0 and <= 200 ? name : "body", "Không có trường này, hoặc trường này được gửi hai lần.");
                else if (await Text(new Unbroken(section.Body), http.RequestAborted) is { } text)
                    texts[name] = text;
                else
                    return Refusal.Invalid(name, "Nội dung trường này quá dài.");
            }
        }
        catch (InvalidDataException)
        {
            return Garbled();
        }
        return file is null ? Refusal.Invalid(FileField, "Cần một tệp trong trường file.") : new Uploaded<T>(file.Value!, texts);
    }

    /// <summary>Lets the server read a body of this size; it would stop at its own limit else.</summary>
    public static void Allow(HttpContext http, long bytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && limit.MaxRequestBodySize < bytes)
            limit.MaxRequestBodySize = bytes;
    }

    /// <summary>Lets pages take a form with a few files of the largest size; only from people who are signed in.</summary>
    public static void UsePageUploads(this IApplicationBuilder app, long maxBytes) => app.Use((http, next) =>
    {
        if (http.User.Identity?.IsAuthenticated == true && IsMultipart(http.Request) && !SignIn.Challenges.IsApi(http))
            Allow(http, FilesOfPage * maxBytes + Around);
        return next(http);
    });

    private static Refusal TooLarge(long maxBytes) =>
        Refusal.TooLarge("too-large", $"Tệp gửi lên lớn hơn {maxBytes / 1024 / 1024} MB. Chưa có gì thay đổi.");

    private static Refusal Garbled() => Refusal.Invalid("body", "Nội dung multipart/form-data sai dạng.");

    /// <summary>The name as sent: <c>filename*</c> first; browsers write quotes and line breaks of a name as %22, %0D, %0A.</summary>
    private static string? FileNameOf(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value
        : HeaderUtilities.RemoveQuotes(disposition.FileName).Value?
            .Replace("%22", "\"").Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase).Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);

    private static async Task<string?> Text(Stream body, CancellationToken cancel)
    {
        var bytes = new byte[MaxText + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return length > MaxText ? null : Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static async Task<MultipartSection?> Next(MultipartReader reader, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancel);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            throw Broken(fault);
        }
    }

    private static BadHttpRequestException Broken(Exception cause) => new("The body broke off.", StatusCodes.Status400BadRequest, cause);

    /// <summary>A part, whose end in the middle is the sender's fault and not the disk's.</summary>
    private sealed class Unbroken(Stream body) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return await body.ReadAsync(buffer, cancellationToken);
            }
            catch (IOException fault) when (fault is not BadHttpRequestException)
            {
                throw Broken(fault);
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
