namespace PlanTracker.Domain.Difficulties;

/// <summary>States of a difficulty.</summary>
public enum DifficultyState
{
    /// <summary>Chờ trả lời.</summary>
    Raised,
    /// <summary>Đã báo cáo UBND thành phố: waits for its opinion.</summary>
    Escalated,
    /// <summary>Đã trả lời.</summary>
    Answered,
    /// <summary>Đã kết thúc.</summary>
    Closed,
}

/// <summary>What happens to a difficulty after it was raised.</summary>
public enum DifficultyVerb
{
    /// <summary>Sửa, while nobody has answered.</summary>
    Edit,
    /// <summary>Trả lời.</summary>
    Answer,
    /// <summary>Báo cáo UBND thành phố.</summary>
    Escalate,
    /// <summary>Kết thúc.</summary>
    Close,
}

/// <summary>A step of a difficulty.</summary>
/// <param name="Verb">What happened.</param>
/// <param name="Text">The answer, what was reported to UBND, why it was closed.</param>
/// <param name="Document">The document it rests on.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ByName">Who, by name at the time.</param>
public sealed record DifficultyStep(DifficultyVerb Verb, string Text, DocumentRef? Document, DateTime At, string ByName);

/// <summary>A difficulty (khó khăn, vướng mắc): raised by an agency, by itself or in its report; answered by Sở Nội vụ, or by UBND when it was escalated.</summary>
public sealed class Difficulty
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who raised it.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Whose matter it is since a succession; null while it is its raiser's.</summary>
    public Guid? KeptById { get; set; }

    /// <summary>The activity it is about.</summary>
    public Guid? ActivityId { get; set; }

    /// <summary>The task it is about.</summary>
    public Guid? TaskId { get; set; }

    /// <summary>The obligation in whose report it was raised; its words are then the report's own, and null here.</summary>
    public Guid? ObligationId { get; init; }

    /// <summary>Tiêu đề.</summary>
    public required string Title { get; set; }

    /// <summary>Nội dung; null for one raised in a report.</summary>
    public string? Text { get; set; }

    /// <summary>Đề xuất.</summary>
    public string? Proposal { get; set; }

    /// <summary>State.</summary>
    public DifficultyState State { get; set; }

    /// <summary>When it was raised, UTC.</summary>
    public required DateTime RaisedAt { get; init; }

    /// <summary>Who raised it, by name at the time.</summary>
    public required string RaisedByName { get; init; }

    /// <summary>Answers and what else happened, in order.</summary>
    public List<DifficultyStep> Steps { get; init; } = [];

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Title and words without marks and case, for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Whose matter it is.</summary>
    public Guid OwnerId => KeptById ?? AgencyId;

    /// <summary>The day it was raised, in Vietnam.</summary>
    public DateOnly RaisedOn => BusinessClock.DayOf(RaisedAt);

    /// <summary>The last step of a kind; null when it never happened.</summary>
    public DifficultyStep? Last(DifficultyVerb verb) => Steps.LastOrDefault(s => s.Verb == verb);

    /// <summary>The state after a verb; null when the verb is not possible now.</summary>
    public DifficultyState? After(DifficultyVerb verb) => (verb, State) switch
    {
        (DifficultyVerb.Edit, DifficultyState.Raised) when ObligationId is null => DifficultyState.Raised,
        (DifficultyVerb.Answer, not DifficultyState.Closed) => DifficultyState.Answered,
        (DifficultyVerb.Escalate, DifficultyState.Raised or DifficultyState.Answered) => DifficultyState.Escalated,
        (DifficultyVerb.Close, not DifficultyState.Closed) => DifficultyState.Closed,
        _ => null,
    };

    /// <summary>The text that search looks into.</summary>
    internal static string SearchOf(string title, string? text, string? proposal) => VietnameseText.Fold($"{title} {text} {proposal}");
}

/// <summary>What an agency raises.</summary>
public sealed record DifficultyOrder(Guid PlanId, string? Title, string? Text, string? Proposal = null, Guid? ActivityId = null, Guid? TaskId = null);

/// <summary>What is said to a difficulty.</summary>
public sealed record DifficultyReply(string? Text, DocumentRef? Document = null);

/// <summary>Difficulties in Vietnamese.</summary>
public static class DifficultyWords
{
    /// <summary>The word of a state.</summary>
    public static string NameOf(DifficultyState state) => state switch
    {
        DifficultyState.Raised => "Chờ trả lời",
        DifficultyState.Escalated => "Đã báo cáo UBND thành phố",
        DifficultyState.Answered => "Đã trả lời",
        _ => "Đã kết thúc",
    };

    /// <summary>The words of a verb.</summary>
    public static string NameOf(DifficultyVerb verb) => verb switch
    {
        DifficultyVerb.Edit => "Sửa",
        DifficultyVerb.Answer => "Trả lời",
        DifficultyVerb.Escalate => "Báo cáo UBND thành phố",
        _ => "Kết thúc",
    };
}

/// <summary>Which difficulties are asked for.</summary>
/// <param name="PlanId">Of a plan.</param>
/// <param name="State">In a state.</param>
/// <param name="AgencyIds">Raised or kept by one of these.</param>
/// <param name="ActivityId">About an activity.</param>
/// <param name="TaskId">About a task.</param>
public sealed record DifficultyFilter(
    Guid? PlanId = null, DifficultyState? State = null, IReadOnlyCollection<Guid>? AgencyIds = null, Guid? ActivityId = null, Guid? TaskId = null);

/// <summary>Reads difficulties. A plan has some hundred of them: lists are cut and sorted by whoever asks.</summary>
public interface IDifficultyBook
{
    /// <summary>Those of a filter, the latest raised first.</summary>
    Task<IReadOnlyList<Difficulty>> Of(DifficultyFilter filter, CancellationToken cancel);

    /// <summary>One; null when not there.</summary>
    Task<Difficulty?> Find(Guid id, CancellationToken cancel);
}

/// <summary>Difficulties inside a write.</summary>
public interface IDifficultyChanges
{
    /// <summary>The difficulty, tracked; null when not there.</summary>
    Task<Difficulty?> Load(Guid id, CancellationToken cancel);

    /// <summary>The one that was raised in the report of an obligation, tracked; null when there is none.</summary>
    Task<Difficulty?> LoadByObligation(Guid obligationId, CancellationToken cancel);

    /// <summary>Those not closed that are the matter of one of the agencies, tracked.</summary>
    Task<IReadOnlyList<Difficulty>> OpenOf(IReadOnlySet<Guid> agencies, CancellationToken cancel);

    /// <summary>Adds one.</summary>
    void Add(Difficulty difficulty);
}
