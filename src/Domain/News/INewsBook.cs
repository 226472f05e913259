using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>Which items are asked for; null means all.</summary>
public sealed record NewsFilter(
    NewsStatus? Status = null, NewsField? Field = null, Guid? AgencyId = null, NewsKind? Kind = null, NewsPlace? Place = null, NewsPlace? PublishedAt = null,
    DateOnly? From = null, DateOnly? To = null, bool IsPlanned = false);

/// <summary>Reads items and issues. What an actor may not see is left out by the store itself, in the query.</summary>
public interface INewsBook
{
    /// <summary>An item with its pictures; null when it is not there or not the actor's to see.</summary>
    Task<NewsItem?> Find(Guid id, Actor actor, CancellationToken cancel);

    /// <summary>A page of the items the actor may see. Sort fields: <see cref="NewsReading.SortFields"/>.</summary>
    Task<PageOf<NewsItem>> List(NewsFilter filter, ListQuery query, Actor actor, CancellationToken cancel);

    /// <summary>How many items the actor sees, by state.</summary>
    Task<IReadOnlyDictionary<NewsStatus, int>> CountByStatus(NewsFilter filter, Actor actor, CancellationToken cancel);

    /// <summary>Items by id that the actor may see, with pictures.</summary>
    Task<IReadOnlyList<NewsItem>> Some(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancel);

    /// <summary>Sketches of everything the desk has been sent and not given back, by item.</summary>
    Task<IReadOnlyList<(Guid Id, byte[] Sketch)>> Sketches(CancellationToken cancel);

    /// <summary>What was first sent in a time (both days inclusive).</summary>
    Task<IReadOnlyList<NewsTally>> SentIn(DateOnly from, DateOnly to, CancellationToken cancel);

    /// <summary>Publications of a time (both days inclusive): one row for each time an item was published somewhere; of some agencies, or of all.</summary>
    Task<IReadOnlyList<PublishedTally>> PublishedIn(DateOnly from, DateOnly to, CancellationToken cancel, IReadOnlyCollection<Guid>? agencyIds = null);

    /// <summary>The latest published items, newest first.</summary>
    Task<IReadOnlyList<NewsItem>> Latest(int count, CancellationToken cancel);

    /// <summary>An issue; null when not there.</summary>
    Task<BulletinIssue?> FindIssue(Guid id, CancellationToken cancel);

    /// <summary>Issues, latest number first.</summary>
    Task<IReadOnlyList<BulletinIssue>> Issues(int? year, CancellationToken cancel);

    /// <summary>The settings' row; null while nobody has changed them.</summary>
    Task<NewsDeskSettings?> Settings(CancellationToken cancel);
}

/// <summary>An item as it is counted.</summary>
/// <param name="AgencyId">Who sent it.</param>
/// <param name="Field">Field.</param>
/// <param name="SentOn">Day of the first submission.</param>
/// <param name="SelectedOn">Day it was selected; null when it is not.</param>
/// <param name="PublishedOn">First day it was published.</param>
/// <param name="DeclinedOn">Day it was declined; null when it is not.</param>
/// <param name="Steps">Its steps, for reply times.</param>
public sealed record NewsTally(
    Guid AgencyId, NewsField Field, DateOnly SentOn, DateOnly? SelectedOn, DateOnly? PublishedOn, DateOnly? DeclinedOn, IReadOnlyList<NewsStep> Steps);

/// <summary>A publication as it is counted.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="AgencyId">Who sent it.</param>
/// <param name="Field">Field.</param>
/// <param name="Place">Where it was published.</param>
/// <param name="Date">The day.</param>
/// <param name="Title">Tên bản tin.</param>
/// <param name="Link">Under which link.</param>
public sealed record PublishedTally(Guid ItemId, Guid AgencyId, NewsField Field, NewsPlace Place, DateOnly Date, string Title, string Link);

/// <summary>Items, issues and settings of the desk inside a write.</summary>
public interface INewsChanges
{
    /// <summary>The item with its pictures, tracked; null when not there (visibility is the use case's to judge).</summary>
    Task<NewsItem?> Load(Guid id, CancellationToken cancel);

    /// <summary>Several items, tracked, in no order; those not there are absent.</summary>
    Task<IReadOnlyList<NewsItem>> LoadSome(IReadOnlyCollection<Guid> ids, CancellationToken cancel);

    /// <summary>Adds a new one.</summary>
    void Add(NewsItem item);

    /// <summary>Adds a picture to a tracked item.</summary>
    void Add(NewsItem item, NewsImage image);

    /// <summary>Takes a picture off a tracked item.</summary>
    void Remove(NewsItem item, NewsImage image);

    /// <summary>The issue, tracked; null when not there.</summary>
    Task<BulletinIssue?> LoadIssue(Guid id, CancellationToken cancel);

    /// <summary>Issues of a place and year, tracked.</summary>
    Task<IReadOnlyList<BulletinIssue>> IssuesOf(NewsPlace place, int year, CancellationToken cancel);

    /// <summary>Adds a new one.</summary>
    void Add(BulletinIssue issue);

    /// <summary>Removes an issue that was never published.</summary>
    void Remove(BulletinIssue issue);

    /// <summary>The settings' row, tracked; null while there is none.</summary>
    Task<NewsDeskSettings?> LoadSettings(CancellationToken cancel);

    /// <summary>Adds the settings' row.</summary>
    void Add(NewsDeskSettings settings);
}

/// <summary>Keeps pictures of items as evidence is kept: judged by name, header and bytes; never decoded.</summary>
public interface INewsImages
{
    /// <summary>The largest file, in bytes.</summary>
    long MaxBytes { get; }

    /// <summary>Takes a .jpg, a .png, or a .zip of them; each picture is judged and kept for itself. Refused as a whole when one is.</summary>
    Task<Result<IReadOnlyList<EvidenceFile>>> Keep(string? name, Stream content, CancellationToken cancel);

    /// <summary>The bytes of a kept picture; null when it is not there.</summary>
    Stream? Open(string sha256);

    /// <summary>Says that an item no longer has it.</summary>
    void LetGo(string sha256);
}
