using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PlanTracker.Domain;

namespace PlanTracker.Api.Hosting;

/// <summary>An error answer (RFC 9457).</summary>
/// <param name="Type">Always <c>about:blank</c>: <paramref name="Code"/> tells errors apart.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">One sentence for a person.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Errors">Field to messages; only of 400, and by cell of 422.</param>
/// <param name="TraceId">Finds the request in the log.</param>
internal sealed record ProblemJson(
    string Type, string Title, int Status, string Detail, string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors, string TraceId);

/// <summary>The only place where a refusal becomes an HTTP status.</summary>
internal static class Problems
{
    private const string MediaType = "application/problem+json";
    private const string WrongCode = "access.wrong-credentials";
    private const string WrongDetail = "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa.";

    private static readonly Dictionary<int, (string Code, string Title, string Detail)> Words = new()
    {
        [400] = ("invalid", "Yêu cầu không hợp lệ", "Yêu cầu không đọc được. Chưa có gì thay đổi."),
        [401] = ("access.not-signed-in", "Chưa đăng nhập", "Cần đăng nhập hoặc gửi mã truy cập còn hiệu lực."),
        [403] = ("access.not-allowed", "Không được phép", "Tài khoản của bạn không có quyền làm việc này. Chưa có gì thay đổi."),
        [404] = ("not-found", "Không tìm thấy", "Không có nội dung này, hoặc bạn không được xem."),
        [405] = ("method-not-allowed", "Thao tác không có", "Địa chỉ này không nhận thao tác vừa gửi."),
        [409] = ("conflict", "Trạng thái không cho phép", "Trạng thái hiện tại không cho phép việc này. Chưa có gì thay đổi."),
        [412] = ("version.stale", "Phiên bản đã cũ", "Bản ghi đã được người khác sửa. Hãy tải lại rồi thực hiện lại."),
        [413] = ("too-large", "Nội dung quá lớn", "Nội dung gửi lên vượt giới hạn. Chưa có gì thay đổi."),
        [415] = ("media-type", "Kiểu nội dung không nhận", "Chỉ nhận application/json (mã hóa UTF-8, không nén); chỗ gửi tệp chỉ nhận multipart/form-data."),
        [422] = ("unreadable", "Tệp không nhận", "Nội dung tệp không dùng được. Chưa có gì thay đổi."),
        [428] = ("version.missing", "Thiếu If-Match", "Cần cho biết thay đổi dựa trên phiên bản nào."),
        [429] = ("too-often", "Quá nhiều lần", "Thử quá nhiều lần. Hãy chờ rồi thử lại."),
        [500] = ("fault", "Lỗi hệ thống", "Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo quản trị kèm mã theo dõi."),
        [507] = ("full", "Hết chỗ lưu", "Máy chủ hết chỗ lưu dữ liệu. Chưa có gì thay đổi; việc xem số liệu vẫn dùng được."),
        [503] = ("busy", "Hệ thống đang bận", "Hệ thống đang bận. Chưa có gì thay đổi; hãy thử lại sau ít giây."),
    };

    /// <summary>The status of a refusal.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.VersionMissing => StatusCodes.Status428PreconditionRequired,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Unreadable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooOften => StatusCodes.Status429TooManyRequests,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.UnknownType => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>The status in words.</summary>
    public static string TitleOf(int status) => WordsOf(status).Title;

    /// <summary>What the answer of a status looks like, for the description of the API.</summary>
    public static JsonNode? ExampleOf(int status)
    {
        var (code, title, detail) = WordsOf(status);
        var errors = status == StatusCodes.Status400BadRequest
            ? new Dictionary<string, string[]> { ["quantity"] = ["Số lượng phải khác 0."] } : null;
        return JsonSerializer.SerializeToNode(
            new ProblemJson("about:blank", title, status, detail, code, errors, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"), Json.Options);
    }

    /// <summary>A refusal as an answer.</summary>
    public static IResult From(Refusal refusal) => new Answer(refusal);

    /// <summary>An answer of a status alone, in its general words.</summary>
    public static IResult From(int status, TimeSpan? retryAfter = null) => new StatusAnswer(status, retryAfter);

    /// <summary>A name and a password that are worth nothing: the same words whatever is wrong with them.</summary>
    public static IResult WrongCredentials(TimeSpan? retryAfter) =>
        new StatusAnswer(StatusCodes.Status401Unauthorized, retryAfter, WrongCode, WrongDetail);

    /// <summary>The password was right, and the account has a second factor.</summary>
    public static IResult CodeNeeded() => new StatusAnswer(
        StatusCodes.Status401Unauthorized, null, "access.code-required", "Cần thêm mã của ứng dụng xác thực hoặc mã khôi phục (trường code).");

    /// <summary>A code of the second factor that is worth nothing.</summary>
    public static IResult WrongSecondFactor(TimeSpan? retryAfter) => new StatusAnswer(
        StatusCodes.Status401Unauthorized, retryAfter, "access.wrong-code", "Mã xác thực không đúng hoặc đã dùng rồi, hoặc tài khoản đang bị khóa.");

    /// <summary>Writes a refusal.</summary>
    public static Task Write(HttpContext http, Refusal refusal)
    {
        AskToWait(http, refusal.RetryAfter);
        return Write(http, StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Errors.Count == 0 ? null : refusal.Errors);
    }

    /// <summary>Writes a status in its general words.</summary>
    public static Task Write(HttpContext http, int status, TimeSpan? retryAfter = null, string? code = null, string? detail = null)
    {
        AskToWait(http, retryAfter);
        var general = WordsOf(status);
        return Write(http, status, code ?? general.Code, detail ?? general.Detail, null);
    }

    private static void AskToWait(HttpContext http, TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static Task Write(HttpContext http, int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors)
    {
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        var problem = new ProblemJson(
            "about:blank", TitleOf(status), status, detail, code, errors, Activity.Current?.Id ?? http.TraceIdentifier);
        return http.Response.WriteAsJsonAsync(problem, Json.Options, MediaType, http.RequestAborted);
    }

    private static (string Code, string Title, string Detail) WordsOf(int status) =>
        Words.TryGetValue(status, out var words) ? words : Words[status < 500 ? 400 : 500];

    private sealed record Answer(Refusal Refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, Refusal);
    }

    private sealed record StatusAnswer(int Status, TimeSpan? RetryAfter, string? Code = null, string? Detail = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, Status, RetryAfter, Code, Detail);
    }
}

/// <summary>Answers of the framework itself (no such path, wrong method, exceptions) in the same shape.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ValueTask WriteAsync(ProblemDetailsContext context) =>
        new(Problems.Write(context.HttpContext, context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode));
}
