using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Jobs;

/// <summary>How far a job has come.</summary>
public enum JobState
{
    /// <summary>Chờ đến lượt.</summary>
    Waiting,
    /// <summary>Đang làm.</summary>
    Running,
    /// <summary>Đã xong.</summary>
    Done,
    /// <summary>Không làm được: a rule forbids it; <see cref="Job.Message"/> says which.</summary>
    Refused,
    /// <summary>Bị ngắt: the server stopped or failed meanwhile; it can be asked for again.</summary>
    BrokenOff,
}

/// <summary>Việc chạy nền: something that takes a while and goes on when its person leaves; found again by its person alone.</summary>
public sealed record Job
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What is done: <see cref="IJobKind.Name"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is done, for its person: "Báo cáo Quý III, tệp Excel".</summary>
    public required string Title { get; init; }

    /// <summary>The account that asked for it; nobody else sees it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Through which door it was asked for.</summary>
    public required Door Door { get; init; }

    /// <summary>What was asked, as its kind writes it (JSON).</summary>
    public required string Input { get; init; }

    /// <summary>When it was first asked for, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was begun last, UTC; null while it waits.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it came to its end, UTC; null before.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public JobState State { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Message { get; init; }

    /// <summary>The page that shows what came of it; null when it made a file.</summary>
    public string? Link { get; init; }

    /// <summary>Name of the file it made; null when it made none.</summary>
    public string? FileName { get; init; }

    /// <summary>Size of the file, bytes; null when there is none, or none any more.</summary>
    public long? FileSize { get; init; }

    /// <summary>Whether it was begun once before: it is done again after it was broken off.</summary>
    public bool WasBegun { get; init; }

    /// <summary>Whose eyes the file was made for (<see cref="IJobKind.ScopeOf"/>).</summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether it waits or is under way.</summary>
    public bool IsRunning => State is JobState.Waiting or JobState.Running;

    /// <summary>Whether its file can be had on the instant: made, and not kept for too long.</summary>
    public bool HasFile(DateTime now) => State is JobState.Done && FileSize is not null && FinishedAt > now - JobDesk.FileKeptFor;

    /// <summary>Whether it can be asked for again: it was broken off, or its file is forgotten.</summary>
    public bool MayRetry(DateTime now) => State is JobState.BrokenOff || (State is JobState.Done && FileName is not null && !HasFile(now));
}

/// <summary>What is asked for: judged so far that it may be tried.</summary>
/// <param name="Kind">Which kind does it.</param>
/// <param name="Title">Its name on screen.</param>
/// <param name="Input">What its kind needs to know, JSON.</param>
public sealed record JobOrder(string Kind, string Title, string Input);

/// <summary>What came of a job.</summary>
/// <param name="Link">The page that shows it.</param>
/// <param name="File">The file that was made.</param>
public sealed record JobMade(string? Link, MadeFile? File = null);

/// <summary>A file that a job made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="Note">What history says when it is taken.</param>
public sealed record MadeFile(string Name, string ContentType, byte[] Bytes, JobNote Note);

/// <summary>What history says when a file is taken: as for a file that is made at once.</summary>
/// <param name="Entity"><c>report</c>, <c>history</c>.</param>
/// <param name="EntityId">The plan of a report; empty for what has no id.</param>
/// <param name="Fields">What it was, JSON.</param>
public sealed record JobNote(string Entity, Guid EntityId, string Fields);

/// <summary>How far a job is.</summary>
/// <param name="What">In words: "Đang lập Phụ lục III".</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 when nobody knows.</param>
public sealed record JobStep(string What, int Done, int Total)
{
    /// <summary>Hundredths done; null when nobody knows.</summary>
    public int? Percent => Total > 0 ? (int)(Math.Min(Done, Total) * 100L / Total) : null;
}

/// <summary>Says how far a job is.</summary>
public delegate void JobProgress(JobStep step);
