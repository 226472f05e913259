using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Api.Jobs;

/// <summary>How far long work has come, whatever it is.</summary>
internal enum WorkState
{
    /// <summary>Waits for its turn.</summary>
    Waiting,
    /// <summary>Is under way.</summary>
    Running,
    /// <summary>An import that was checked: its sender decides.</summary>
    Checked,
    /// <summary>Done.</summary>
    Done,
    /// <summary>Refused; message says why.</summary>
    Refused,
    /// <summary>The server stopped or failed meanwhile.</summary>
    BrokenOff,
}

/// <summary>Long work of one's own: a job, or the run of an import.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">report-file, report-issue, history-file; of an import, <c>import-</c> and its kind.</param>
/// <param name="Title">What it is, for a person.</param>
/// <param name="State">Waiting, Running, Checked (an import that waits for a decision), Done, Refused, BrokenOff.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Percent">Hundredths done, when known.</param>
/// <param name="Message">Why it was refused.</param>
/// <param name="Self">Where it is read: under <c>/jobs</c> or <c>/imports</c>.</param>
/// <param name="FileName">Name of the file it made.</param>
/// <param name="File">Where the file is; null when there is none, or none any more.</param>
/// <param name="Page">The page that shows what came of it.</param>
/// <param name="MayRetry">Whether it can be asked for again.</param>
internal sealed record JobJson(
    Guid Id, string Kind, string Title, WorkState State, DateTime CreatedAt, DateTime? StartedAt, DateTime? FinishedAt, string? Step, int? Percent,
    string? Message, string Self, string? FileName, string? File, string? Page, bool MayRetry)
{
    /// <summary>Where a job is read.</summary>
    public static string PathOf(Guid id) => $"/api/v1/jobs/{id}";

    /// <summary>Of a job.</summary>
    public static JobJson Of(Job job, JobStep? step, DateTime now) => new(
        job.Id, job.Kind, job.Title, Enum.Parse<WorkState>(job.State.ToString()), job.CreatedAt, job.StartedAt, job.FinishedAt,
        job.IsRunning && step is { What.Length: > 0 } ? step.What : null, job.IsRunning ? step?.Percent : null, job.Message, PathOf(job.Id), job.FileName,
        job.HasFile(now) ? PathOf(job.Id) + "/file" : null, job.Link, job.MayRetry(now));

    /// <summary>Of long work of either sort.</summary>
    public static JobJson Of(LongWork work, JobStep? step, DateTime now) => work.Job is { } job ? Of(job, step, now) : Of(work.Import!, work.Title, step);

    private static JobJson Of(ImportJob import, string title, JobStep? step) => new(
        import.Id, $"import-{import.Kind}", title, StateOf(import.State), import.CreatedAt, null, null, null, import.IsRunning ? step?.Percent : null, import.Message,
        $"/api/v1/imports/{import.Id}", null, null, null, false);

    private static WorkState StateOf(ImportState state) => state switch
    {
        ImportState.Checking or ImportState.Applying => WorkState.Running,
        ImportState.Checked => WorkState.Checked,
        ImportState.Done => WorkState.Done,
        ImportState.Refused => WorkState.Refused,
        _ => WorkState.BrokenOff,
    };
}
