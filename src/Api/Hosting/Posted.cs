using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using PlanTracker.Domain;

namespace PlanTracker.Api.Hosting;

/// <summary>
/// A JSON body. Its media type and size are judged before anything else; what it says is a <see cref="Result{T}"/>, so that
/// "not there" and "not allowed" come before "invalid".
/// </summary>
/// <typeparam name="T">Shape of the body.</typeparam>
internal sealed class Posted<T>(Result<T> input) : IEndpointParameterMetadataProvider
{
    /// <summary>The body, or the refusal that names the member that could not be read.</summary>
    public Result<T> Input { get; } = input;

    /// <summary>The body in the words of a use case.</summary>
    public Result<TOther> As<TOther>(Func<T, Result<TOther>> read) => Input.Refused(out var refusal, out var body) ? refusal : read(body);

    /// <summary>Reads it; called by the framework.</summary>
    public static async ValueTask<Posted<T>> BindAsync(HttpContext http)
    {
        var bytes = await Body.Read(http.Request, http.RequestAborted);
        return new Posted<T>(Body.Parse<T>(bytes));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new BodyShape(typeof(T)));
}

/// <summary>
/// The shape of a JSON body, for the description of the API. Not the framework's metadata of accepted types: by that, routing leads a
/// wrong media type to an endpoint of its own, which asks for a sign-in, so that an open endpoint would answer 401 and not 415.
/// </summary>
internal sealed record BodyShape(Type Type);

/// <summary>Reads JSON bodies.</summary>
internal static partial class Body
{
    /// <summary>The largest JSON body.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The bytes of a JSON body.</summary>
    /// <exception cref="BadHttpRequestException">415 or 413.</exception>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken cancel)
    {
        if (!IsJson(request))
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBytes)
            throw TooLarge();
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
                throw TooLarge();
            bytes.Write(buffer, 0, read);
        }
        var all = bytes.ToArray().AsMemory();
        return all.Span.StartsWith(Encoding.UTF8.Preamble) ? all[Encoding.UTF8.Preamble.Length..] : all;
    }

    /// <summary>What the bytes say.</summary>
    public static Result<T> Parse<T>(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length == 0)
            return Refusal.Invalid("body", "Nội dung gửi lên rỗng; cần một đối tượng JSON.");
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, Json.Options) is { } value
                ? value : Refusal.Invalid("body", "Cần một đối tượng JSON, không phải null.");
        }
        catch (JsonException exception)
        {
            return Unreadable(exception);
        }
        catch (InvalidOperationException)
        {
            return Refusal.Invalid("body", "Có ký tự không hợp lệ trong nội dung JSON.");
        }
    }

    private static Refusal Unreadable(JsonException exception)
    {
        var message = exception.Message;
        var field = FieldOf(exception.Path);
        var name = FieldNames.Of(field);
        if (MissingMembers().Match(message) is { Success: true } missing)
        {
            var prefix = field == "body" ? "" : field + ".";
            return Refusal.Invalid(Quoted().Matches(missing.Groups[1].Value)
                .ToDictionary(m => prefix + m.Groups[1].Value, m => (string[])[Sentence($"{FieldNames.Of(prefix + m.Groups[1].Value)}thiếu trường bắt buộc này.")]));
        }
        return Refusal.Invalid(field, Sentence(message switch
        {
            _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "Không có trường này, hoặc trường này không được gửi lên.",
            _ when message.Contains("uplicate", StringComparison.Ordinal) => $"{name}trường này được ghi hai lần.",
            _ when exception.InnerException is null or FormatException or InvalidOperationException => $"{name}giá trị không đúng kiểu, không đúng định dạng hoặc quá lớn.",
            _ => $"{name}nội dung JSON sai cú pháp tại đây hoặc ngay sau đây.",
        }));
    }

    private static string Sentence(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static string FieldOf(string? path)
    {
        var field = path is null || path.Length <= 1 ? "body" : path[1..].TrimStart('.');
        return field.Length <= 200 ? field : field[..200];
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    private static BadHttpRequestException TooLarge() => new("Too large.", StatusCodes.Status413PayloadTooLarge);

    [GeneratedRegex(@"missing required properties including: (.+)", RegexOptions.CultureInvariant)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
