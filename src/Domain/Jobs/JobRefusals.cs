namespace PlanTracker.Domain.Jobs;

/// <summary>The refusals of jobs, worded once.</summary>
public static class JobRefusals
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>Not there, or somebody else's.</summary>
    public static Refusal Unknown { get; } =
        Refusal.NotFound("jobs.unknown", "Không có việc này, hoặc đã quá 30 ngày. Mỗi người chỉ xem được việc của mình.");

    /// <summary>Too many before the person.</summary>
    public static Refusal TooMany { get; } = Refusal.TooOften(
        "jobs.too-many", $"Đang có {JobDesk.MostRunning} việc của anh, chị chờ hoặc đang chạy. Hãy đợi bớt việc rồi làm tiếp.", Soon);

    /// <summary>No file yet, or no file ever.</summary>
    public static Refusal NoFile { get; } = Refusal.Conflict("jobs.no-file", "Việc này chưa có tệp: đang chạy, bị ngắt, không làm được hoặc không lập tệp.");

    /// <summary>The file was there and is forgotten.</summary>
    public static Refusal FileGone { get; } = Refusal.Conflict(
        "jobs.file-gone", $"Tệp không còn: hệ thống giữ {JobDesk.FileKeptFor.TotalDays:0} ngày, mỗi người {JobDesk.MostFiles} tệp mới nhất. Hãy bấm Chạy lại để lập tệp mới.");

    /// <summary>The person works for somebody else, or sees something else, since.</summary>
    public static Refusal OtherScope { get; } = Refusal.NotAllowed(
        "jobs.other-scope", "Phạm vi được xem của anh, chị đã thay đổi từ khi lập tệp này. Hãy lập tệp mới.");

    /// <summary>Nothing to do again.</summary>
    public static Refusal NotAgain { get; } = Refusal.Conflict("jobs.not-again", "Chỉ chạy lại được việc bị ngắt, hoặc việc có tệp không còn được giữ.");

    /// <summary>The account was closed meanwhile.</summary>
    internal static Refusal NoAccount { get; } = Refusal.NotAllowed("access.not-allowed", "Tài khoản đã bị khóa trước khi việc này chạy. Chưa có gì thay đổi.");
}
