using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Attachments;

/// <summary>A piece of evidence (minh chứng) on something other than an entry: the update of a task, a preparation, a difficulty, an inspection.</summary>
public sealed class Attachment
{
    /// <summary>Id of the evidence.</summary>
    public required Guid Id { get; init; }

    /// <summary>Kind of thing it is on, as history names it: <c>task</c>.</summary>
    public required string Entity { get; init; }

    /// <summary>The thing.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The evidence, judged by the same rules as an entry's.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Content of a file, which it is kept by; null for a link and a document.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>Reads evidence on things that are no entries.</summary>
public interface IAttachmentBook
{
    /// <summary>All of several things, by thing, in the order it was added.</summary>
    Task<ILookup<Guid, Evidence>> Of(IReadOnlyCollection<Guid> owners, CancellationToken cancel);

    /// <summary>One; null when not there.</summary>
    Task<Attachment?> Find(Guid id, CancellationToken cancel);
}

/// <summary>Evidence on things that are no entries, inside a write.</summary>
public interface IAttachmentChanges
{
    /// <summary>How many pieces a thing has.</summary>
    Task<int> CountOf(Guid ownerId, CancellationToken cancel);

    /// <summary>One, tracked; null when not there.</summary>
    Task<Attachment?> Load(Guid id, CancellationToken cancel);

    /// <summary>Adds a piece.</summary>
    void Add(Attachment attachment);

    /// <summary>Takes one away.</summary>
    void Remove(Attachment attachment);
}
