using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Progress;

/// <summary>Who sees an entry and what they may do with it (rules of visibility and of the flow).</summary>
public static class EntryVisibility
{
    /// <summary>Draft and Returned: the own agency. Submitted, Withdrawn: the own agency and Sở Nội vụ. Confirmed: everyone signed in.</summary>
    public static bool CanSee(this Actor actor, ProgressEntry entry) => entry.Status switch
    {
        EntryStatus.Confirmed => actor.May(Operation.ReadFigures),
        EntryStatus.Submitted or EntryStatus.Withdrawn => actor.May(Operation.ReadSubmitted) || IsOwn(actor, entry),
        _ => IsOwn(actor, entry),
    };

    /// <summary>Of the lead's agency, or of the agency that entered it on the lead's behalf.</summary>
    public static bool IsOwn(Actor actor, ProgressEntry entry) =>
        actor.May(Operation.ReadOwnDrafts) && actor.Agency is { } agency
        && (actor.WorksFor(entry.AgencyId) || (agency.Id == entry.OnBehalfByAgencyId && actor.May(Operation.LogEntriesForAnyLead)));

    /// <summary>Whether the actor may draft entries for the lead.</summary>
    public static bool MayLogFor(this Actor actor, Guid leadAgencyId) =>
        actor.May(Operation.LogEntriesForAnyLead) || (actor.May(Operation.LogOwnEntries) && actor.WorksFor(leadAgencyId));

    /// <summary>The refusal of a verb by right alone, without looking at the state; null when allowed.</summary>
    public static Refusal? Demand(this Actor actor, ProgressEntry entry, EntryVerb verb) => verb switch
    {
        EntryVerb.Confirm when actor.May(Operation.ConfirmEntries) && entry.CreatedById == actor.AccountId =>
            Refusal.NotAllowed("progress.own-entry", "Không ai tự xác nhận kết quả do chính mình nhập: cần một người khác của Sở Nội vụ xác nhận."),
        EntryVerb.Confirm or EntryVerb.Return => actor.Demand(Operation.ConfirmEntries),
        EntryVerb.Withdraw when entry.Status is EntryStatus.Confirmed => actor.Demand(Operation.ConfirmEntries),
        _ => actor.MayLogFor(entry.AgencyId) && IsOwn(actor, entry) ? null : NotLead(),
    };

    /// <summary>The states in which a verb is possible.</summary>
    public static bool Fits(EntryVerb verb, EntryStatus status) => verb switch
    {
        EntryVerb.Edit or EntryVerb.Submit or EntryVerb.RemoveEvidence => status is EntryStatus.Draft or EntryStatus.Returned,
        EntryVerb.Confirm or EntryVerb.Return => status is EntryStatus.Submitted,
        _ => status is not EntryStatus.Withdrawn,
    };

    /// <summary>What the actor may do with the entry now.</summary>
    public static IReadOnlySet<EntryVerb> AllowedFor(this Actor actor, ProgressEntry entry) =>
        Enum.GetValues<EntryVerb>().Where(v => Fits(v, entry.Status) && actor.Demand(entry, v) is null).ToHashSet();

    /// <summary>The refusal for an agency that does not lead the activity.</summary>
    public static Refusal NotLead() => Refusal.NotAllowed(
        "progress.not-lead", "Chỉ cơ quan chủ trì hoạt động (cán bộ báo cáo) hoặc Sở Nội vụ được cập nhật kết quả. Chưa có gì thay đổi.");
}
