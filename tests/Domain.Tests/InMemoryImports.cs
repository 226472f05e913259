using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests;

/// <summary>The ports of imports over lists.</summary>
internal sealed class InMemoryImports(InMemory memory) : IEntryImportBook, IImportJobs, IImportChanges, IEntryImportChanges, ITableReader
{
    private readonly Dictionary<Guid, ImportJob> jobs = [];
    private readonly Dictionary<Guid, ImportOutcome> outcomes = [];

    /// <summary>What the next file holds.</summary>
    public ImportTable Table { get; set; } = new([], []);

    /// <summary>Called between reading and writing.</summary>
    public Action? Meanwhile { get; set; }

    IEntryImportChanges IImportChanges.Entries => this;

    public bool ChangedNothing((int Entries, int History) before) =>
        before == (memory.Entries.Count, memory.History.Count) && jobs.Values.Any(j => j.State is ImportState.Done && j.Counts is { Good: 0 });

    public Task<EntriesAsTheyStand> Read(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        // Copies, as a database gives them.
        var stand = new EntriesAsTheyStand([.. Of(planId, leadIds, ids).Select(Copy)], memory.Locked, StampOf(planId, leadIds, ids));
        return Task.FromResult(stand);
    }

    public Task<EntryStamp> Stamp(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        Meanwhile?.Invoke();
        return Task.FromResult(StampOf(planId, leadIds, ids));
    }

    public Task<IReadOnlyDictionary<Guid, ProgressEntry>> Load(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<Guid, ProgressEntry>>(memory.Entries.Where(e => ids.Contains(e.Id)).ToDictionary(e => e.Id));

    public Task Finish(Guid id, ImportMode mode, ImportOutcome outcome, CancellationToken cancel)
    {
        Assert.Equal(ImportState.Applying, jobs[id].State);
        outcomes[id] = outcome;
        jobs[id] = jobs[id] with { State = ImportState.Done, Mode = mode, Counts = outcome.Counts };
        return Task.CompletedTask;
    }

    public Task Add(ImportJob job, byte[] file, DateTime forgetBefore, CancellationToken cancel)
    {
        jobs[job.Id] = job;
        return Task.CompletedTask;
    }

    public Task<ImportJob?> Find(Guid id, CancellationToken cancel) => Task.FromResult(jobs.TryGetValue(id, out var job) ? job with { } : null);

    public Task<IReadOnlyList<ImportJob>> Latest(Guid ownerId, string kind, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ImportJob>>([.. jobs.Values.Where(j => j.OwnerId == ownerId)]);

    public Task<(IReadOnlyList<ImportJob> First, int Total)> Own(Guid ownerId, int most, CancellationToken cancel)
    {
        var own = jobs.Values.Where(j => j.OwnerId == ownerId).OrderByDescending(j => j.IsRunning).ThenByDescending(j => j.CreatedAt).ToList();
        return Task.FromResult<(IReadOnlyList<ImportJob>, int)>(([.. own.Take(most)], own.Count));
    }

    public Task<byte[]?> File(Guid id, CancellationToken cancel) => Task.FromResult<byte[]?>([]);

    public Task<ImportOutcome?> Outcome(Guid id, CancellationToken cancel) => Task.FromResult(outcomes.GetValueOrDefault(id));

    public Task<bool> Move(Guid id, ImportState from, ImportState to, string? message, CancellationToken cancel)
    {
        if (jobs[id].State != from)
            return Task.FromResult(false);
        jobs[id] = jobs[id] with { State = to, Message = message };
        return Task.FromResult(true);
    }

    public Task KeepChecked(Guid id, ImportOutcome outcome, CancellationToken cancel)
    {
        outcomes[id] = outcome;
        jobs[id] = jobs[id] with { State = ImportState.Checked, Counts = outcome.Counts };
        return Task.CompletedTask;
    }

    public Task<int> BreakOff(CancellationToken cancel) => Task.FromResult(0);

    public Result<ImportTable> ReadRows(Stream file) => Table;

    Result<ImportTable> ITableReader.Read(Stream file) => Table;

    private EntryStamp StampOf(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids) =>
        new(Of(planId, leadIds, ids).Count(), Of(planId, leadIds, ids).Sum(e => e.Version), memory.Locked);

    private IEnumerable<ProgressEntry> Of(Guid planId, IReadOnlyCollection<Guid> leadIds, IReadOnlyCollection<Guid> ids) =>
        memory.Entries.Where(e => (e.PlanId == planId && leadIds.Contains(e.AgencyId)) || ids.Contains(e.Id));

    private static ProgressEntry Copy(ProgressEntry entry) => new()
    {
        Id = entry.Id, PlanId = entry.PlanId, ActivityId = entry.ActivityId, AgencyId = entry.AgencyId, OnBehalfByAgencyId = entry.OnBehalfByAgencyId,
        CreatedById = entry.CreatedById, CreatedByName = entry.CreatedByName, CreatedAt = entry.CreatedAt, Content = entry.Content, CountedOn = entry.CountedOn,
        Status = entry.Status, Version = entry.Version, Steps = [.. entry.Steps], Evidence = [.. entry.Evidence], ImportKey = entry.ImportKey, ImportMark = entry.ImportMark,
    };
}
