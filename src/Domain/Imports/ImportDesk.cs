using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Imports;

/// <summary>Says how far a run has come: rows done, rows in all.</summary>
public delegate void ImportProgress(int done, int total);

/// <summary>An area that takes imports: it judges rows and writes them; everything around that is <see cref="ImportDesk"/>'s.</summary>
public interface IImportKind
{
    /// <summary>Name in <see cref="ImportJob.Kind"/>.</summary>
    string Name { get; }

    /// <summary>The refusal of somebody who imports nothing of this kind; null of whoever may.</summary>
    Refusal? Demand(Actor actor);

    /// <summary>The refusal of an import into this plan, before its file is looked at; null when it may be tried.</summary>
    Task<Refusal?> Refuse(Actor actor, Guid planId, CancellationToken cancel);

    /// <summary>What the table would do; nothing changes.</summary>
    Task<Result<ImportOutcome>> Check(Actor actor, ImportJob job, ImportTable table, ImportProgress progress, CancellationToken cancel);

    /// <summary>Takes rows over in one write, and marks the import as done in it.</summary>
    Task<Result<ImportOutcome>> Apply(Actor actor, ImportJob job, ImportMode mode, ImportTable table, ImportProgress progress, CancellationToken cancel);

    /// <summary>The rows that were not taken over, as a workbook of the same form.</summary>
    Task<Result<ImportTemplate>> HandBack(Actor actor, ImportJob job, ImportTable table, ImportOutcome outcome, CancellationToken cancel);
}

/// <summary>Use cases of every import: take the file in, check it, take rows over, hand the bad ones back, find it again.</summary>
public sealed class ImportDesk(IEnumerable<IImportKind> kinds, IImportJobs jobs, ITableReader tables, BusinessClock clock)
{
    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Imports are kept so long.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const int MaxName = 200;

    /// <summary>The refusal of an import that is not there or somebody else's.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("imports.unknown", "Không có lần nhập này, hoặc đã quá 30 ngày. Mỗi người chỉ xem được lần nhập của mình.");

    private static Refusal NotChecked { get; } = Refusal.Conflict(
        "imports.not-checked", "Lần nhập này không ở trạng thái chờ quyết định: đang xử lý, đã ghi hoặc đã bị ngắt. Chưa có gì thay đổi thêm.");

    private static ImportProgress Nowhere { get; } = (_, _) => { };

    /// <summary>The refusal of an import before its file is looked at; null when it may be tried.</summary>
    public Task<Refusal?> Refuse(Actor actor, string kind, Guid planId, CancellationToken cancel) => KindOf(kind).Refuse(actor, planId, cancel);

    /// <summary>Takes a file in; it is checked next.</summary>
    public async Task<Result<ImportJob>> Take(Actor actor, string kind, Guid planId, string? name, Result<byte[]> file, CancellationToken cancel)
    {
        if (await Refuse(actor, kind, planId, cancel) is { } refusal)
            return refusal;
        if (file.Refused(out var noFile, out var bytes))
            return noFile;
        if (bytes.Length > MaxBytes)
            return Refusal.TooLarge("too-large", "Tệp lớn hơn 10 MB. Hãy chia thành nhiều tệp.");
        var job = new ImportJob { Kind = kind, PlanId = planId, OwnerId = actor.AccountId, FileName = Named(name), CreatedAt = clock.UtcNow };
        await jobs.Add(job, bytes, clock.UtcNow - KeptFor, cancel);
        return job;
    }

    /// <summary>Reads and judges it; nothing changes.</summary>
    public async Task<Result<ImportOutcome>> Check(Actor actor, Guid id, ImportProgress? progress, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var job))
            return notThere;
        if (job.State is not ImportState.Checking)
            return NotChecked;
        var result = (await TableOf(job, cancel)).Refused(out var unreadable, out var table)
            ? unreadable : await KindOf(job.Kind).Check(actor, job, table, progress ?? Nowhere, cancel);
        if (result.Refused(out var refused, out var outcome))
        {
            await jobs.Move(id, ImportState.Checking, ImportState.Refused, Told(refused), cancel);
            return refused;
        }
        await jobs.KeepChecked(id, outcome, cancel);
        return outcome;
    }

    /// <summary>Decides that rows are taken over: from here on it is being written. One decision only, however often it is sent.</summary>
    public async Task<Result<ImportJob>> Decide(Actor actor, Guid id, ImportMode mode, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var job))
            return notThere;
        if (await Refuse(actor, job.Kind, job.PlanId, cancel) is { } notAllowed)
            return notAllowed;
        if (job.State is not ImportState.Checked)
            return NotChecked;
        if (mode is ImportMode.All && job.Counts is { Bad: > 0 })
            return (await jobs.Outcome(id, cancel))?.WhyNotAll($"{job.Kind}.import-refused") ?? Unknown;
        return await jobs.Move(id, ImportState.Checked, ImportState.Applying, null, cancel) ? job with { State = ImportState.Applying } : NotChecked;
    }

    /// <summary>Takes rows over after <see cref="Decide"/>; when that is refused the import waits for a decision again.</summary>
    public async Task<Result<ImportOutcome>> Apply(Actor actor, Guid id, ImportMode mode, ImportProgress? progress, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var job))
            return notThere;
        if (job.State is not ImportState.Applying)
            return NotChecked;
        var result = (await TableOf(job, cancel)).Refused(out var unreadable, out var table)
            ? unreadable : await KindOf(job.Kind).Apply(actor, job, mode, table, progress ?? Nowhere, cancel);
        if (result.Refused(out var refused, out var outcome))
        {
            await jobs.Move(id, ImportState.Applying, ImportState.Checked, Told(refused), cancel);
            return refused;
        }
        return outcome;
    }

    /// <summary>One of the actor's own imports.</summary>
    public async Task<Result<ImportJob>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        var refusals = kinds.Select(k => k.Demand(actor)).ToList();
        if (refusals.TrueForAll(r => r is not null))
            return refusals[0]!;
        return await jobs.Find(id, cancel) is { } job && job.OwnerId == actor.AccountId ? job : Unknown;
    }

    /// <summary>One of the actor's own imports, if it is of the kind.</summary>
    public async Task<Result<ImportJob>> Find(Actor actor, Guid id, string kind, CancellationToken cancel) =>
        (await Find(actor, id, cancel)).Refused(out var refusal, out var job) ? refusal : job.Kind == kind ? job : Unknown;

    /// <summary>The actor's latest imports of a kind.</summary>
    public Task<IReadOnlyList<ImportJob>> Latest(Actor actor, string kind, CancellationToken cancel) => jobs.Latest(actor.AccountId, kind, 10, cancel);

    /// <summary>What was made of one of the actor's own imports, row by row; null before it was checked.</summary>
    public async Task<Result<ImportOutcome>> Outcome(Actor actor, Guid id, CancellationToken cancel) =>
        (await Find(actor, id, cancel)).Refused(out var notThere, out _) ? notThere
        : await jobs.Outcome(id, cancel) is { } outcome ? outcome : NotChecked;

    /// <summary>The rows to be mended, as a workbook of the same form.</summary>
    public async Task<Result<ImportTemplate>> HandBack(Actor actor, Guid id, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refused(out var notThere, out var job))
            return notThere;
        if (await Refuse(actor, job.Kind, job.PlanId, cancel) is { } notAllowed)
            return notAllowed;
        if (await jobs.Outcome(id, cancel) is not { } outcome)
            return NotChecked;
        if (!outcome.Rows.Any(r => r.IsBad))
            return Refusal.Conflict("imports.nothing-bad", "Lần nhập này không có dòng nào cần sửa.");
        return (await TableOf(job, cancel)).Refused(out var unreadable, out var table)
            ? unreadable : await KindOf(job.Kind).HandBack(actor, job, table, outcome, cancel);
    }

    private IImportKind KindOf(string name) => kinds.First(k => k.Name == name);

    private async Task<Result<ImportTable>> TableOf(ImportJob job, CancellationToken cancel) =>
        await jobs.File(job.Id, cancel) is { } file ? tables.ReadRows(new MemoryStream(file, writable: false)) : Unknown;

    private static string Named(string? name)
    {
        var clean = VietnameseText.Clean(name) ?? "";
        var shown = new string([.. clean.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && VietnameseText.IsClean(c.ToString())).Take(MaxName)]);
        return shown.Length == 0 ? "tep.xlsx" : shown;
    }

    private static string Told(Refusal refusal) => refusal.Errors.Count == 0 ? refusal.Message
        : $"{refusal.Message} {string.Join(" ", refusal.Errors.Take(20).Select(e => $"{e.Key}: {string.Join(" ", e.Value)}"))}";
}
