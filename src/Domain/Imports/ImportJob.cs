namespace PlanTracker.Domain.Imports;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>Đang kiểm tra: waits for its turn, or is being read.</summary>
    Checking,
    /// <summary>Đã kiểm tra: nothing was written; the sender decides.</summary>
    Checked,
    /// <summary>Đang ghi: one transaction; until its end nothing is written.</summary>
    Applying,
    /// <summary>Đã ghi.</summary>
    Done,
    /// <summary>Không nhận: the file could not be read.</summary>
    Refused,
    /// <summary>Bị ngắt: the server stopped or failed meanwhile; nothing was written.</summary>
    BrokenOff,
}

/// <summary>A file that somebody sent to be imported: it can be left and found again, by its sender alone.</summary>
public sealed record ImportJob
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What is imported: <c>entries</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The plan it goes into.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The account that sent it; nobody else sees it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>What the sender calls the file.</summary>
    public required string FileName { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public ImportState State { get; set; }

    /// <summary>How many rows of each state; null before it was checked.</summary>
    public RowCounts? Counts { get; set; }

    /// <summary>Which rows were taken over; null before.</summary>
    public ImportMode? Mode { get; set; }

    /// <summary>Why it was refused, in one sentence.</summary>
    public string? Message { get; set; }

    /// <summary>Whether something is going on.</summary>
    public bool IsRunning => State is ImportState.Checking or ImportState.Applying;
}

/// <summary>Keeps imports, outside the history: a file that was sent changes nothing yet.</summary>
public interface IImportJobs
{
    /// <summary>Keeps a new one with its file, and forgets what is older than <paramref name="forgetBefore"/>.</summary>
    Task Add(ImportJob job, byte[] file, DateTime forgetBefore, CancellationToken cancel);

    /// <summary>One; null when there is none.</summary>
    Task<ImportJob?> Find(Guid id, CancellationToken cancel);

    /// <summary>The latest of an account and a kind, the newest first.</summary>
    Task<IReadOnlyList<ImportJob>> Latest(Guid ownerId, string kind, int most, CancellationToken cancel);

    /// <summary>The first of an account, of all kinds: running ones before others, newest first; and how many it has.</summary>
    Task<(IReadOnlyList<ImportJob> First, int Total)> Own(Guid ownerId, int most, CancellationToken cancel);

    /// <summary>The file as it was sent; null when it is forgotten.</summary>
    Task<byte[]?> File(Guid id, CancellationToken cancel);

    /// <summary>What was made of it; null before it was checked.</summary>
    Task<ImportOutcome?> Outcome(Guid id, CancellationToken cancel);

    /// <summary>Moves it on, if it still is in the state given; false when somebody else was first.</summary>
    Task<bool> Move(Guid id, ImportState from, ImportState to, string? message, CancellationToken cancel);

    /// <summary>Keeps what a check found: state Checked.</summary>
    Task KeepChecked(Guid id, ImportOutcome outcome, CancellationToken cancel);

    /// <summary>At start: what was going on when the server stopped was broken off. Returns how many.</summary>
    Task<int> BreakOff(CancellationToken cancel);
}

/// <summary>Imports inside a write: what was taken over and that it was is one fact.</summary>
public interface IImportChanges
{
    /// <summary>Entries, many at once.</summary>
    Progress.IEntryImportChanges Entries { get; }

    /// <summary>Marks the import as done, with what became of each row.</summary>
    Task Finish(Guid id, ImportMode mode, ImportOutcome outcome, CancellationToken cancel);
}
