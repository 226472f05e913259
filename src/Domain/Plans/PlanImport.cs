using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Plans;

/// <summary>A plan's table of a file, read against a draft; nothing is kept yet.</summary>
/// <param name="Draft">The draft it would go into.</param>
/// <param name="Content">What was found.</param>
/// <param name="Rows">The rows as they read.</param>
public sealed record PlanImportPreview(PlanDraft Draft, PlanTableContent Content, IReadOnlyList<DraftRowView> Rows);

/// <summary>Use case that reads a plan's table from Excel or Word; the dry run of an import.</summary>
public sealed class PlanImport(IPlanDrafts drafts, IPlanLibrary plans, IAgencyRegister register, ITableReader workbooks, IDocumentReader documents)
{
    /// <summary>What the file holds; a name that ends in .docx is read as Word, every other as Excel.</summary>
    public async Task<Result<PlanImportPreview>> Preview(
        Actor actor, Guid id, string fileName, Result<Stream> file, CancellationToken cancel)
    {
        if (!actor.May(Operation.ManagePlans) || await drafts.Find(id, cancel) is not { } draft)
            return await Refused(actor, id, cancel);
        if (file.Refused(out var noFile, out var stream))
            return noFile;
        if (Tables(fileName, stream).Refused(out var unreadable, out var tables))
            return unreadable;
        if (PlanTableReader.Read(tables, draft.Time).Refused(out var noTable, out var content))
            return noTable;
        return await Read(draft, content, cancel);
    }

    /// <summary>Rows of an earlier preview once more; null when the draft is not there.</summary>
    public async Task<PlanImportPreview?> Again(Actor actor, Guid id, IReadOnlyList<DraftRow> rows, CancellationToken cancel) =>
        actor.May(Operation.ManagePlans) && await drafts.Find(id, cancel) is { } draft
            ? await Read(draft, new PlanTableContent([], [], rows, []), cancel) : null;

    private async Task<PlanImportPreview> Read(PlanDraft draft, PlanTableContent content, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var matcher = new AgencyMatcher(agencies.Values, draft.NamesOn);
        return new(draft, content, [.. content.Rows.Select((row, index) => PlanDraftReading.Read(row, index + 1, draft.Time, draft.NamesOn, matcher, agencies))]);
    }

    private Result<IReadOnlyList<ImportTable>> Tables(string fileName, Stream stream)
    {
        if (fileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
            return documents.Read(stream);
        return workbooks.Read(stream).Refused(out var refusal, out var table) ? refusal : new List<ImportTable> { table };
    }

    /// <summary>The refusal of an import into this plan, before its file is looked at; null when there is a draft to import into.</summary>
    public async Task<Refusal?> NotThere(Actor actor, Guid id, CancellationToken cancel) =>
        actor.May(Operation.ManagePlans) && await drafts.Find(id, cancel) is not null ? null : await Refused(actor, id, cancel);

    private async Task<Refusal> Refused(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Operation.ReadFigures) || await plans.Find(id, cancel) is null)
            return PlanReading.UnknownPlan;
        return actor.Demand(Operation.ManagePlans) ?? PlanDrafting.Issued;
    }
}
