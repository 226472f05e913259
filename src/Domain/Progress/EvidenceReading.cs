using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Progress;

/// <summary>Use cases that start from a piece of evidence: whoever sees its entry sees it, nobody else.</summary>
public sealed class EvidenceReading(IProgressBook book, IEvidenceFiles files, EntryReading entries, EntryLog log)
{
    /// <summary>The refusal for evidence that is not there or not the actor's to see.</summary>
    public static Refusal UnknownEvidence { get; } = Refusal.NotFound("evidence.unknown", "Không có minh chứng này, hoặc bạn không được xem.");

    /// <summary>The entry that has it.</summary>
    public async Task<Result<EntryView>> EntryOf(Actor actor, Guid evidenceId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await book.EntryWithEvidence(evidenceId, cancel) is not { } entryId)
            return UnknownEvidence;
        return (await entries.Find(actor, entryId, cancel)).Refused(out _, out var view) || !view.Entry.Evidence.Exists(e => e.Id == evidenceId)
            ? UnknownEvidence : view;
    }

    /// <summary>A file with its bytes.</summary>
    public async Task<Result<(EvidenceFile File, Stream Content)>> Open(Actor actor, Guid evidenceId, CancellationToken cancel)
    {
        if ((await EntryOf(actor, evidenceId, cancel)).Refused(out var refusal, out var view))
            return refusal;
        return view.Entry.Evidence.Find(e => e.Id == evidenceId)!.File is { } file && files.Open(file.Sha256) is { } content
            ? (file, content) : UnknownEvidence;
    }

    /// <summary>Takes it off its entry, see <see cref="EntryLog.RemoveEvidence"/>.</summary>
    public async Task<Result<EntryView>> Remove(Actor actor, Guid evidenceId, ExpectedVersion version, CancellationToken cancel)
    {
        if ((await EntryOf(actor, evidenceId, cancel)).Refused(out var refusal, out var view))
            return refusal;
        // Before the row goes: from then on nothing but the file's age keeps it for a backup that is under way.
        if (view.Entry.Evidence.Find(e => e.Id == evidenceId)!.File is { } file)
            files.LetGo(file.Sha256);
        return await log.RemoveEvidence(actor, view.Entry.Id, evidenceId, version, cancel);
    }
}
