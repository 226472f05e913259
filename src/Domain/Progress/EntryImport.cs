using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>Imports entries from a workbook: new rows become drafts, changed rows change drafts and returned entries. Nothing is submitted by it.</summary>
public sealed class EntryImport(
    IStore store, IPlanLibrary plans, IAgencyRegister register, IEntryImportBook book, IChannelList channels, BusinessClock clock) : IImportKind
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "entries";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Refusal? Demand(Actor actor) => EntryTemplate.DemandLogging(actor);

    /// <inheritdoc/>
    public async Task<Refusal?> Refuse(Actor actor, Guid planId, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures)
        ?? (await plans.Find(planId, cancel) is null ? PlanReading.UnknownPlan : Demand(actor));

    /// <inheritdoc/>
    public async Task<Result<ImportOutcome>> Check(Actor actor, ImportJob job, ImportTable table, ImportProgress progress, CancellationToken cancel)
    {
        if ((await Open(job.PlanId, table, cancel)).Refused(out var refusal, out var form))
            return refusal;
        var stand = await book.Read(job.PlanId, form.Leads, form.Named, cancel);
        return new ImportOutcome(form.Table.Sheet, [.. form.Judge(actor, stand, clock.Today, progress).Select(j => j.Row)]);
    }

    /// <inheritdoc/>
    public async Task<Result<ImportOutcome>> Apply(
        Actor actor, ImportJob job, ImportMode mode, ImportTable table, ImportProgress progress, CancellationToken cancel)
    {
        if ((await Open(job.PlanId, table, cancel)).Refused(out var refusal, out var form))
            return refusal;
        // Judged before the turn to write is taken, so that others wait for the writing alone; once more inside if something moved meanwhile.
        var stand = await book.Read(job.PlanId, form.Leads, form.Named, cancel);
        var importing = actor with { Door = Door.Import };
        var judged = Prepare(form.Judge(actor, stand, clock.Today, progress));
        return await store.Write<ImportOutcome>(importing, async changes =>
        {
            if (await changes.Imports.Entries.Stamp(job.PlanId, form.Leads, form.Named, cancel) != stand.Stamp)
                judged = Prepare(form.Judge(actor, await changes.Imports.Entries.Read(job.PlanId, form.Leads, form.Named, cancel), clock.Today, progress));
            if (mode is ImportMode.All && new ImportOutcome(form.Table.Sheet, [.. judged.Select(j => j.Row)]).WhyNotAll("entries.import-refused") is { } notAll)
                return notAll;
            var outcome = new ImportOutcome(form.Table.Sheet, await Write(importing, judged, changes, cancel));
            if (outcome.Counts is { Good: > 0 } counts)
                changes.Record(ImportHistory.Applied(importing, clock.UtcNow, job, mode, counts));
            await changes.Imports.Finish(job.Id, mode, outcome, cancel);
            return outcome;
        }, cancel);

        List<Prepared> Prepare(IReadOnlyList<JudgedEntry> rows) => [.. rows.Select(r => Prepared.Of(r, () => NewEntry(importing, form, r), importing))];
    }

    /// <inheritdoc/>
    public async Task<Result<ImportTemplate>> HandBack(Actor actor, ImportJob job, ImportTable table, ImportOutcome outcome, CancellationToken cancel)
    {
        if ((await Open(job.PlanId, table, cancel)).Refused(out var refusal, out var form))
            return refusal;
        var keyed = outcome with { Rows = [.. outcome.Rows.Select(r => r with { KeyToHandBack = KeyOf(r) })] };
        return BadRows.Of(EntryTemplate.Empty(form.Plan, form.Cells, form.Plan.Activities.Where(a => actor.MayLogFor(a.LeadOn(clock.Today))), ""),
            EntrySheet.Shape, form.Table, keyed, EntrySheet.Key);

        string? KeyOf(ImportedRow bad) => bad.KeyToHandBack
            ?? (form.Table.Rows.FirstOrDefault(r => r.Number == bad.Number) is { } row
                && VietnameseText.Clean(form.Table.Text(row, EntrySheet.Key)) is { } key && EntryKey.Parse(key) is not null ? null : EntryKey.HandedBack(job.Id, bad.Number));
    }

    private async Task<List<ImportedRow>> Write(Actor importing, IReadOnlyList<Prepared> judged, IChanges changes, CancellationToken cancel)
    {
        var at = clock.UtcNow;
        var changed = await changes.Imports.Entries.Load([.. judged.Where(j => j.Row.State is RowState.Changed).Select(j => j.Before!.Id)], cancel);
        foreach (var one in judged)
        {
            if (one is { Entry: { } fresh, Record: { } record })
            {
                changes.Entries.Add(fresh);
                changes.Record(record);
            }
            else if (one.Row.State is RowState.Changed)
            {
                var entry = changed[one.Before!.Id];
                var before = EntryHistory.Fields(entry);
                Put(entry, one.Content!);
                entry.Version++;
                changes.Record(EntryHistory.Row(importing, at, entry, EntryHistory.NameOf(EntryVerb.Edit), before, EntryHistory.Fields(entry)));
            }
        }
        return [.. judged.Select(j => j.Row)];
    }

    /// <summary>A row with everything made that can be before the turn to write: the entry and its row of history.</summary>
    private sealed record Prepared(ImportedRow Row, ProgressEntry? Before, EntryContent? Content, ProgressEntry? Entry, Change? Record)
    {
        public static Prepared Of(JudgedEntry judged, Func<ProgressEntry> make, Actor importing)
        {
            if (judged.Row.State is not RowState.New)
                return new(judged.Row, judged.Before, judged.Content, null, null);
            var entry = make();
            return new(judged.Row with { Id = entry.Id }, null, judged.Content, entry,
                EntryHistory.Row(importing, entry.CreatedAt, entry, "log", null, EntryHistory.Fields(entry)));
        }
    }

    private ProgressEntry NewEntry(Actor actor, Opened form, JudgedEntry row)
    {
        var activity = form.Cells.ActivityOf(row.Content!.TargetId)!;
        var lead = activity.LeadOn(clock.Today);
        var entry = new ProgressEntry
        {
            PlanId = form.Plan.Id,
            ActivityId = activity.Id,
            AgencyId = lead,
            OnBehalfByAgencyId = actor.WorksFor(lead) ? null : actor.Agency?.Id,
            CreatedById = actor.AccountId,
            CreatedByName = actor.FullName,
            CreatedAt = clock.UtcNow,
            Content = row.Content,
            CountedOn = row.Content.Date,
            ImportKey = row.Key,
        };
        Put(entry, row.Content);
        return entry;
    }

    private static void Put(ProgressEntry entry, EntryContent content)
    {
        entry.Content = content;
        entry.CountedOn = content.Date;
        entry.SearchText = EntryLog.SearchTextOf(content);
        entry.ImportMark = EntryKey.MarkOf(content);
    }

    private async Task<Result<Opened>> Open(Guid planId, ImportTable table, CancellationToken cancel)
    {
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (FormTable.Of(table, EntrySheet.Shape, EntrySheet.IsEmpty).Refused(out var refusal, out var form))
            return refusal;
        var agencies = await register.All(cancel);
        return new Opened(plan, agencies, form, new EntryCells(plan, agencies, await channels.All(cancel), clock.Today), clock.Today);
    }

    /// <summary>A table of entries, opened: the plan, the cells, whose entries it is about.</summary>
    private sealed class Opened
    {
        private readonly IReadOnlyDictionary<Guid, Agency> agencies;

        public Opened(Plan plan, IReadOnlyDictionary<Guid, Agency> agencies, FormTable table, EntryCells cells, DateOnly today)
        {
            (Plan, this.agencies, Table, Cells) = (plan, agencies, table, cells);
            Leads = [.. table.Rows.Select(r => cells.FindTarget(table.Text(r, "targetId"))).OfType<Guid>().Distinct()
                .Select(t => cells.ActivityOf(t)!.LeadOn(today)).Distinct()];
            Named = [.. table.Rows.Select(r => EntryKey.Parse(VietnameseText.Clean(table.Text(r, EntrySheet.Key)) ?? "")?.EntryId).OfType<Guid>().Distinct()];
        }

        public Plan Plan { get; }

        public FormTable Table { get; }

        public EntryCells Cells { get; }

        public IReadOnlyList<Guid> Leads { get; }

        public IReadOnlyList<Guid> Named { get; }

        public IReadOnlyList<JudgedEntry> Judge(Actor actor, EntriesAsTheyStand stand, DateOnly today, ImportProgress progress) =>
            new EntryJudge(actor, Plan, agencies, Cells, stand, today).Judge(Table, progress);
    }
}
