using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Progress;

/// <summary>An entry with the names a reader needs, and what this reader may do with it.</summary>
/// <param name="Entry">The entry itself.</param>
/// <param name="Activity">Row and short name of its activity.</param>
/// <param name="Target">Its target.</param>
/// <param name="Agency">The lead it is logged for.</param>
/// <param name="Supporting">Supporting agencies by name.</param>
/// <param name="Allowed">The verbs this reader may use on it now: edit, submit, confirm, return, withdraw.</param>
public sealed record EntryView(
    ProgressEntry Entry, ActivityRef Activity, TargetRef Target, AgencyRef Agency,
    IReadOnlyList<SupportingShare> Supporting, IReadOnlySet<EntryVerb> Allowed)
{
    /// <summary>Of a percentage: the agency it counts for.</summary>
    public AgencyRef? Member { get; init; }

    /// <summary>What the activity asks to be proved by.</summary>
    public IReadOnlyList<EvidencePurpose> EvidenceAsked { get; init; } = [];

    /// <summary>By id of evidence: where else the same file or link stands.</summary>
    public IReadOnlyDictionary<Guid, EvidenceElsewhere> Elsewhere { get; init; } = new Dictionary<Guid, EvidenceElsewhere>();

    /// <summary>The name of its channel; null when it names none.</summary>
    public string? ChannelName { get; init; }

    /// <summary>What was changed since it was returned; null when it was not, see <see cref="EntryDifference"/>.</summary>
    public EntryDifference? ChangedSinceReturn { get; init; }

    /// <summary>Whether its form had been taken before: nothing was made or changed now.</summary>
    public bool IsRepeat { get; init; }
}

/// <summary>An activity as others name it.</summary>
public sealed record ActivityRef(Guid Id, Guid PlanId, int Order, string Title, string ShortTitle);

/// <summary>A target as others name it.</summary>
public sealed record TargetRef(Guid Id, string Label, string? Part, string Unit);

/// <summary>A supporting agency and what it contributed.</summary>
public sealed record SupportingShare(AgencyRef Agency, string? Share);

/// <summary>What can be done with an entry.</summary>
public enum EntryVerb
{
    /// <summary>Sửa.</summary>
    Edit,
    /// <summary>Gửi.</summary>
    Submit,
    /// <summary>Xác nhận.</summary>
    Confirm,
    /// <summary>Trả lại.</summary>
    Return,
    /// <summary>Rút.</summary>
    Withdraw,
    /// <summary>Thêm minh chứng.</summary>
    AddEvidence,
    /// <summary>Bỏ minh chứng.</summary>
    RemoveEvidence,
}

/// <summary>Which entries are asked for; null means all.</summary>
public sealed record EntryFilter(
    Guid? PlanId = null, Guid? ActivityId = null, Guid? TargetId = null, Guid? AgencyId = null, EntryStatus? Status = null,
    DateOnly? From = null, DateOnly? To = null, bool? HasEvidence = null,
    DateOnly? CountedFrom = null, DateOnly? CountedTo = null)
{
    /// <summary>One of these states; null means all.</summary>
    public IReadOnlyList<EntryStatus>? AnyOf { get; init; }

    /// <summary>Logged for one of these agencies, or by one of them on a lead's behalf; null means all.</summary>
    public IReadOnlyList<Guid>? OfAgencies { get; init; }
}
