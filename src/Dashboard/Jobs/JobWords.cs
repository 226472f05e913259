using PlanTracker.Dashboard.Imports;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Jobs;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Dashboard.Jobs;

/// <summary>The words, colours and addresses of long work on screen.</summary>
internal static class JobWords
{
    /// <summary>The page of all of it.</summary>
    public const string All = "/viec-dang-chay";

    private static readonly Dictionary<string, string> ImportPages = new()
    {
        [EntryImport.Kind] = "/ket-qua/nhap-tu-excel", [FundingImport.Kind] = "/kinh-phi/nhap-tu-excel", [UnitPlanImport.Kind] = "/ke-hoach-don-vi/nhap-tu-excel",
    };

    /// <summary>Where it is looked at; null for an import that has no page.</summary>
    public static string? PageOf(LongWork work) => work.Job is { } job ? PageOf(job) : ImportPages.TryGetValue(work.Import!.Kind, out var page) ? $"{page}/{work.Id}" : null;

    /// <summary>Where a job is looked at.</summary>
    public static string PageOf(Job job) => $"{All}/{job.Id}";

    /// <summary>Where the file of a job is.</summary>
    public static string FileOf(Job job) => $"/api/v1/jobs/{job.Id}/file";

    /// <summary>How a job stands.</summary>
    public static string NameOf(JobState state) => state switch
    {
        JobState.Waiting => "Chờ đến lượt",
        JobState.Running => "Đang chạy",
        JobState.Done => "Đã xong",
        JobState.Refused => "Không làm được",
        _ => "Bị ngắt",
    };

    /// <summary>How long work stands.</summary>
    public static string NameOf(LongWork work) => work.Job is { } job ? NameOf(job.State) : ImportWords.NameOf(work.Import!.State);

    /// <summary>The colour beside the words.</summary>
    public static string Css(LongWork work) => (work.Job?.State, work.Import?.State) switch
    {
        (JobState.Done, _) or (_, ImportState.Done) => "s-done",
        (JobState.Refused, _) or (_, ImportState.Refused) => "s-returned",
        (JobState.BrokenOff, _) or (_, ImportState.BrokenOff) => "s-behind",
        _ => "s-pend",
    };

    /// <summary>The sign beside the words.</summary>
    public static string Icon(LongWork work) => Css(work) switch
    {
        "s-done" => "check",
        "s-returned" => "x",
        "s-behind" => "alert-triangle",
        _ => "hourglass",
    };

    /// <summary>"38 KB".</summary>
    public static string Size(long bytes) => $"{Shared.Words.Number((bytes + 1023) / 1024)} KB";
}
