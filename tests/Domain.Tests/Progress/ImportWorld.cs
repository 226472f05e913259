using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.Progress;

/// <summary>Plan 246 in memory, with a workbook that is sent.</summary>
internal sealed class ImportWorld
{
    private static readonly string[] Fields =
    [
        "key", "targetId", "date", "quantity", "title", "place", "mode", "peopleReached", "attendances", "cadenceSlot", "memberId", "supporting",
        "spentCityReformBudget", "spentUnitBudget", "spentSocialised", "themes", "form", "channel", "note", "noEvidenceReason", "status", BadRows.Field,
    ];

    private readonly List<ImportRow> rows = [];
    private readonly Queue<string> keys;
    private Guid last;

    public ImportWorld(DateOnly today)
    {
        Given = EntrySteps.Memory(today);
        var form = Template.Make(Tests.Given.Coordinator, Given.PlanId, null, default).Result.Value!;
        Headers = [.. form.Columns.Select(c => c.Header), BadRows.Header];
        keys = new(form.Rows.Select(r => r[0]));
    }

    public World Given { get; }
    public IReadOnlyList<string> Headers { get; }
    public InMemoryImports Imports => Given.Memory.Imports;
    public List<ProgressEntry> Entries => Given.Entries;
    public List<Change> History => Given.Memory.History;
    public EntryTemplate Template => new(Given.Memory, Given.Memory, Imports, Given.Memory, Given.Memory.Clock);
    public ImportDesk Desk => new([new EntryImport(Given.Memory, Given.Memory, Given.Memory, Imports, Given.Memory, Given.Memory.Clock)], Imports, Imports, Given.Memory.Clock);
    public ImportTable Sheet => new(Headers, rows) { Sheet = "Kết quả" };

    /// <summary>Rows of key, target, date, quantity, title; a key of "M" is a fresh one.</summary>
    public void Rows(params string[][] texts)
    {
        rows.Clear();
        rows.AddRange(texts.Select((t, i) => new ImportRow(i + 2, [t[0] == "M" ? keys.Dequeue() : t[0], .. t[1..], .. Enumerable.Repeat("", Headers.Count - 5)])));
    }

    /// <summary>Appends a copy of a row, changed.</summary>
    public void Copy(int row, params (string Field, string Text)[] changes)
    {
        rows.Add(new(rows.Count + 2, rows[row].Cells));
        foreach (var (field, text) in changes)
            Change(rows.Count - 1, field, text);
    }

    public void Change(int row, string field, string text)
    {
        string[] cells = [.. rows[row].Cells];
        cells[PlaceOf(field)] = text;
        rows[row] = rows[row] with { Cells = cells };
    }

    public string Cell(int row, string field) => rows[row].Cells[PlaceOf(field)];

    public async Task UseTemplate(Actor actor) => Use((await Template.Make(actor, Given.PlanId, null, default)).Value!);

    public async Task UseHandedBack(Actor actor) => Use((await Desk.HandBack(actor, last, default)).Value!);

    public async Task<ImportJob> Take(Actor actor)
    {
        Imports.Table = Sheet;
        var job = (await Desk.Take(actor, EntryImport.Kind, Given.PlanId, "ket-qua.xlsx", new byte[1], default)).Value!;
        last = job.Id;
        return job;
    }

    public async Task<ImportOutcome> Check(Actor actor) => (await Desk.Check(actor, (await Take(actor)).Id, null, default)).Value!;

    public async Task<IEnumerable<RowState>> States(Actor actor) => (await Check(actor)).Rows.Select(r => r.State);

    public async Task<Result<ImportOutcome>> TryImport(Actor actor, ImportMode mode)
    {
        await Check(actor);
        if ((await Desk.Decide(actor, last, mode, default)).Refused(out var refusal, out _))
            return refusal;
        return await Desk.Apply(actor, last, mode, null, default);
    }

    public async Task<RowCounts> Import(Actor actor, ImportMode mode = ImportMode.All) => (await TryImport(actor, mode)).Value!.Counts;

    private void Use(ImportTemplate form)
    {
        rows.Clear();
        rows.AddRange(form.Rows.Where(r => r.Count > 1).Select((r, i) => new ImportRow(i + 2, [.. r, .. Enumerable.Repeat("", Headers.Count - r.Count)])));
    }

    private static int PlaceOf(string field) => Array.IndexOf(Fields, field);
}
