using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Storage.Imports;

/// <summary>Keeps imports; each change of one is a statement of its own, at the gate on SQLite.</summary>
internal sealed class ImportJobs(IDbContextFactory<PlanDb> factory, WriteDoor door) : IImportJobs
{
    public async Task Add(ImportJob job, byte[] file, DateTime forgetBefore, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var turn = await door.Enter(db, cancel);
        await db.Imports.Where(i => i.CreatedAt < forgetBefore).ExecuteDeleteAsync(cancel);
        db.Imports.Add(new KeptImport
        {
            Id = job.Id,
            Kind = job.Kind,
            PlanId = job.PlanId,
            OwnerId = job.OwnerId,
            FileName = job.FileName,
            CreatedAt = job.CreatedAt,
            State = job.State,
            Content = file,
        });
        await db.SaveChangesAsync(cancel);
        await turn.Commit();
    }

    public async Task<ImportJob?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await Narrow(db.Imports.Where(i => i.Id == id)).ToListAsync(cancel)).Select(Of).SingleOrDefault();
    }

    public async Task<IReadOnlyList<ImportJob>> Latest(Guid ownerId, string kind, int most, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = await Narrow(db.Imports.Where(i => i.OwnerId == ownerId && i.Kind == kind).OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(most))
            .ToListAsync(cancel);
        return [.. rows.Select(Of)];
    }

    public async Task<(IReadOnlyList<ImportJob> First, int Total)> Own(Guid ownerId, int most, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var own = db.Imports.Where(i => i.OwnerId == ownerId);
        var rows = await Narrow(own.OrderByDescending(i => i.State == ImportState.Checking || i.State == ImportState.Applying)
            .ThenByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(most)).ToListAsync(cancel);
        return ([.. rows.Select(Of)], rows.Count < most ? rows.Count : await own.CountAsync(cancel));
    }

    public async Task<byte[]?> File(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Imports.Where(i => i.Id == id).Select(i => i.Content).SingleOrDefaultAsync(cancel);
    }

    public async Task<ImportOutcome?> Outcome(Guid id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Imports.Where(i => i.Id == id).Select(i => i.Outcome).SingleOrDefaultAsync(cancel) is { } packed ? PackedOutcome.Unpack(packed) : null;
    }

    public Task<bool> Move(Guid id, ImportState from, ImportState to, string? message, CancellationToken cancel) => Once(async db =>
        await db.Imports.Where(i => i.Id == id && i.State == from)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, to).SetProperty(i => i.Message, message), cancel) == 1, cancel);

    public Task KeepChecked(Guid id, ImportOutcome outcome, CancellationToken cancel)
    {
        var (packed, counts) = (PackedOutcome.Pack(outcome), PackedOutcome.Write(outcome.Counts));
        return Once(async db => await db.Imports.Where(i => i.Id == id && i.State == ImportState.Checking).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, ImportState.Checked).SetProperty(i => i.Outcome, packed).SetProperty(i => i.Counts, counts), cancel), cancel);
    }

    public Task<int> BreakOff(CancellationToken cancel) => Once(async db =>
        await db.Imports.Where(i => i.State == ImportState.Checking || i.State == ImportState.Applying)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.BrokenOff), cancel), cancel);

    private async Task<T> Once<T>(Func<PlanDb, Task<T>> change, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var turn = await door.Enter(db, cancel);
        var result = await change(db);
        await turn.Commit();
        return result;
    }

    private static IQueryable<Narrowed> Narrow(IQueryable<KeptImport> imports) => imports.Select(i => new Narrowed(
        i.Id, i.Kind, i.PlanId, i.OwnerId, i.FileName, i.CreatedAt, i.State, i.Counts, i.Mode, i.Message));

    private static ImportJob Of(Narrowed row) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        PlanId = row.PlanId,
        OwnerId = row.OwnerId,
        FileName = row.FileName,
        CreatedAt = row.CreatedAt,
        State = row.State,
        Counts = PackedOutcome.Read(row.Counts),
        Mode = row.Mode,
        Message = row.Message,
    };

    private sealed record Narrowed(
        Guid Id, string Kind, Guid PlanId, Guid OwnerId, string FileName, DateTime CreatedAt, ImportState State, string? Counts, ImportMode? Mode, string? Message);
}
