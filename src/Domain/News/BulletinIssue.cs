using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.News;

/// <summary>An issue (số) of the electronic bulletin, or of the page in the newspaper: the items it carries, in order.</summary>
public sealed class BulletinIssue
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Bulletin or newspaper.</summary>
    public required NewsPlace Place { get; init; }
    /// <summary>Year.</summary>
    public required int Year { get; init; }
    /// <summary>Number within the year, from 1.</summary>
    public required int Number { get; set; }
    /// <summary>What it is about, at most 200 characters.</summary>
    public string? Title { get; set; }
    /// <summary>The items it carries, in order.</summary>
    public List<Guid> ItemIds { get; init; } = [];
    /// <summary>Day of publication; null while it is composed.</summary>
    public DateOnly? PublishedOn { get; set; }
    /// <summary>Where it can be read.</summary>
    public string? Link { get; set; }
    /// <summary>The ISO week it is the issue of.</summary>
    public int? Week { get; set; }
    /// <summary>The result that it was recorded as.</summary>
    public Guid? EntryId { get; set; }
    /// <summary>Who began it, by name at the time.</summary>
    public required string CreatedByName { get; init; }
    /// <summary>When it was begun, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>"Bản tin CCHC điện tử số 36".</summary>
    public string Name => $"{NewsWords.NameOf(Place)} số {VietnameseNumber.Wording(Number)}";
}

/// <summary>What is said of an issue while it is composed.</summary>
public sealed record IssueHead(NewsPlace Place, int Year, int Number, string? Title);

/// <summary>That an issue is published.</summary>
/// <param name="Link">Where it can be read.</param>
/// <param name="Date">Day.</param>
/// <param name="Week">The week it is the issue of; null for the week of the day.</param>
public sealed record IssueRelease(string? Link, DateOnly Date, int? Week = null);

/// <summary>The result that a published issue is proposed to be recorded as: waits for one click.</summary>
/// <param name="Activity">The activity its place feeds.</param>
/// <param name="TargetId">Its target.</param>
/// <param name="Unit">Unit of the target.</param>
/// <param name="Date">Day of performance.</param>
/// <param name="Title">Name of the result.</param>
/// <param name="Slot">"tuần 36", "số 36".</param>
/// <param name="Link">The evidence.</param>
public sealed record IssueProposal(ActivityRef Activity, Guid TargetId, string Unit, DateOnly Date, string Title, string Slot, string Link);

/// <summary>An issue with its items, and what may be done with it.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Items">Its items that the reader may see, in order.</param>
/// <param name="Proposal">The result it is proposed as; null when there is none to propose.</param>
/// <param name="Recorded">The result that records it: its own, or one entered by hand with the same link.</param>
/// <param name="MayChange">Whether the reader composes it.</param>
public sealed record IssueView(BulletinIssue Issue, IReadOnlyList<NewsView> Items, IssueProposal? Proposal, EntryView? Recorded, bool MayChange);

/// <summary>The weeks of a year at a place: which have an issue, which are missing.</summary>
public sealed record IssueWeeks(NewsPlace Place, int Year, IReadOnlyList<CadenceSlot> Weeks);
