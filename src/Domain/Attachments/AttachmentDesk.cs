using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Attachments;

/// <summary>A thing that evidence is put on.</summary>
/// <param name="AgencyId">Whose it is.</param>
/// <param name="SubjectId">What history tells of: the task of an update, the thing itself otherwise.</param>
/// <param name="Name">What a person calls it.</param>
public sealed record AttachmentOwner(Guid AgencyId, Guid SubjectId, string Name);

/// <summary>Knows the things of one area that evidence is put on. A new area is one class and one registration.</summary>
public interface IAttachmentOwners
{
    /// <summary>Kind of thing, as history names it.</summary>
    string Entity { get; }

    /// <summary>The right to put evidence on one: of the own agency's, and of any for who records for all.</summary>
    Operation Right { get; }

    /// <summary>The thing, if it is there and the actor's to see; null otherwise.</summary>
    Task<AttachmentOwner?> Find(Actor actor, Guid id, CancellationToken cancel);
}

/// <summary>Use cases of evidence on things that are no entries: added and taken away by the thing's own agency, or by Sở Nội vụ.</summary>
public sealed class AttachmentDesk(IStore store, IEnumerable<IAttachmentOwners> owners, IAttachmentBook book, IEvidenceFiles files, BusinessClock clock)
{
    /// <summary>Adds a link or a document by number.</summary>
    public async Task<Result<Evidence>> Add(Actor actor, string entity, Guid ownerId, Result<Evidence> input, CancellationToken cancel) =>
        (await Judge(actor, entity, ownerId, cancel)).Refused(out var refusal, out var owner) ? refusal : await Write(actor, entity, ownerId, owner, input, cancel);

    /// <summary>Adds a file: who may not is refused before a byte of it is taken.</summary>
    public async Task<Result<Evidence>> AddFile(Actor actor, string entity, Guid ownerId, Func<Task<Result<Evidence>>> receive, CancellationToken cancel) =>
        (await Judge(actor, entity, ownerId, cancel)).Refused(out var refusal, out var owner)
            ? refusal : await Write(actor, entity, ownerId, owner, await receive(), cancel);

    /// <summary>A file with its bytes, for whoever sees the thing it is on.</summary>
    public async Task<Result<(EvidenceFile File, Stream Content)>> Open(Actor actor, Guid id, CancellationToken cancel) =>
        await Seen(actor, id, cancel) is { Evidence.File: { } file } && files.Open(file.Sha256) is { } content ? (file, content) : EvidenceReading.UnknownEvidence;

    /// <summary>Takes a piece away; a file stays kept until nobody can need it.</summary>
    public async Task<Result<Evidence>> Remove(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel)
    {
        if (await Seen(actor, id, cancel) is not { } found)
            return EvidenceReading.UnknownEvidence;
        if ((await Judge(actor, found.Entity, found.OwnerId, cancel)).Refused(out var refusal, out var owner))
            return refusal;
        if (version.Check(1) is { } wrongVersion)
            return wrongVersion;
        if (found.Evidence.File is { } file)
            files.LetGo(file.Sha256);
        return await store.Write(actor, async changes =>
        {
            if (await changes.Attachments.Load(id, cancel) is not { } attachment)
                return EvidenceReading.UnknownEvidence;
            changes.Attachments.Remove(attachment);
            changes.Record(Row(actor, found.Entity, owner, "remove-evidence", attachment.Evidence, null));
            return (Result<Evidence>)attachment.Evidence;
        }, cancel);
    }

    private async Task<Attachment?> Seen(Actor actor, Guid id, CancellationToken cancel) =>
        await book.Find(id, cancel) is { } found && await Of(found.Entity).Find(actor, found.OwnerId, cancel) is not null ? found : null;

    private IAttachmentOwners Of(string entity) => owners.First(o => o.Entity == entity);

    private async Task<Result<AttachmentOwner>> Judge(Actor actor, string entity, Guid ownerId, CancellationToken cancel)
    {
        var area = Of(entity);
        if (await area.Find(actor, ownerId, cancel) is not { } owner)
            return Refusal.NotFound("evidence.unknown-owner", "Không có mục này, hoặc bạn không được xem.");
        return actor.May(area.Right) && (actor.May(Operation.ReadSubmitted) || actor.WorksFor(owner.AgencyId)) ? owner : Rights.NotAllowed();
    }

    private Task<Result<Evidence>> Write(Actor actor, string entity, Guid ownerId, AttachmentOwner owner, Result<Evidence> input, CancellationToken cancel) =>
        store.Write(actor, async changes =>
        {
            if (EvidenceRules.Check(input, clock.Today) is { } invalid)
                return invalid;
            if (await changes.Attachments.CountOf(ownerId, cancel) >= EvidenceRules.Most)
                return Refusal.Conflict("evidence.too-many", $"Một mục có tối đa {EvidenceRules.Most} minh chứng.");
            var evidence = input.Value! with { AddedByName = actor.FullName, AddedAt = clock.UtcNow };
            changes.Attachments.Add(new() { Id = evidence.Id, Entity = entity, OwnerId = ownerId, Evidence = evidence, Sha256 = evidence.File?.Sha256 });
            changes.Record(Row(actor, entity, owner, "add-evidence", null, evidence));
            return (Result<Evidence>)evidence;
        }, cancel);

    private Change Row(Actor actor, string entity, AttachmentOwner owner, string what, Evidence? old, Evidence? now) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = owner.AgencyId,
        Door = actor.Door,
        Entity = entity,
        EntityId = owner.SubjectId,
        What = what,
        Old = old is null ? null : HistoryJson.Of(new { title = owner.Name, evidence = new[] { old } }),
        New = HistoryJson.Of(new { title = owner.Name, evidence = now is null ? [] : new[] { now } }),
    };
}
