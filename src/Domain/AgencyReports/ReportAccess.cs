using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>What can be done with a report.</summary>
public enum ReportVerb
{
    /// <summary>Soạn, sửa.</summary>
    Edit,
    /// <summary>Duyệt và gửi.</summary>
    Submit,
    /// <summary>Tiếp nhận.</summary>
    Accept,
    /// <summary>Trả lại.</summary>
    Return,
}

/// <summary>Who sees a report and what they may do with it (rules of agency reports and of visibility).</summary>
/// <param name="Obligation">What it is filed for.</param>
/// <param name="Receiver">The agency that receives.</param>
public sealed record ReportAccess(Obligation Obligation, Agency Receiver)
{
    /// <summary>
    /// Whether the people of the receiving agency receive it themselves: a district for its communes, a division for its agency. Everything
    /// else is received for Sở Nội vụ by its coordinators.
    /// </summary>
    public bool IsReceivedByAgency =>
        Receiver.LevelOn(Obligation.CutOff) is AgencyLevel.District || Obligation.DutyId != ReportingDuty.OfRegime;

    /// <summary>Draft and Returned: the own agency. Submitted: the receiver and Sở Nội vụ too. Accepted: everyone signed in.</summary>
    public bool CanSee(Actor actor, AgencyReportStatus status) => status switch
    {
        AgencyReportStatus.Accepted => actor.May(Operation.ReadFigures),
        AgencyReportStatus.Submitted => actor.May(Operation.ReadSubmitted) || IsReceiver(actor) || IsOwn(actor),
        _ => IsOwn(actor),
    };

    /// <summary>Whether it is the actor's agency's own.</summary>
    public bool IsOwn(Actor actor) => actor.May(Operation.ReadOwnDrafts) && actor.WorksFor(Obligation.AgencyId);

    /// <summary>Whether the actor receives it.</summary>
    public bool IsReceiver(Actor actor) => actor.May(Operation.ReceiveAgencyReports)
        && (IsReceivedByAgency ? actor.WorksFor(Receiver.Id) : actor.May(Operation.ReadSubmitted));

    /// <summary>The refusal of a verb by right alone, without looking at the state; null when allowed.</summary>
    public Refusal? Demand(Actor actor, ReportVerb verb, AgencyReport? report) => verb switch
    {
        ReportVerb.Edit => actor.May(Operation.DraftAgencyReports) && IsOwn(actor) ? null : Refusal.NotAllowed(
            "reports.not-reporter", "Chỉ cán bộ báo cáo của chính đơn vị được soạn báo cáo này. Chưa có gì thay đổi."),
        ReportVerb.Submit when actor.May(Operation.SubmitAgencyReports) && IsOwn(actor) => report?.DraftedBy.Contains(actor.AccountId) is true
            ? Refusal.NotAllowed("reports.own-draft", "Không ai tự duyệt báo cáo do chính mình soạn: cần một lãnh đạo khác của đơn vị duyệt và gửi. Chưa có gì thay đổi.")
            : null,
        ReportVerb.Submit => Refusal.NotAllowed("reports.not-head", "Chỉ lãnh đạo của chính đơn vị được duyệt và gửi báo cáo này. Chưa có gì thay đổi."),
        _ => IsReceiver(actor) ? null : Refusal.NotAllowed(
            "reports.not-receiver", "Chỉ nơi nhận báo cáo (Sở Nội vụ, hoặc UBND quận, huyện với xã, phường, thị trấn) được tiếp nhận hay trả lại. Chưa có gì thay đổi."),
    };

    /// <summary>Whether an issued report forbids a verb; what was sent before may still be received, like a result that was waiting then.</summary>
    public static bool IsLocked(ReportVerb verb, AgencyReportStatus status) => verb switch
    {
        ReportVerb.Accept => false,
        ReportVerb.Return => status is AgencyReportStatus.Accepted,
        _ => true,
    };

    /// <summary>The states in which a verb is possible.</summary>
    public static bool Fits(ReportVerb verb, AgencyReportStatus status) => verb switch
    {
        ReportVerb.Edit or ReportVerb.Submit => status is AgencyReportStatus.Draft or AgencyReportStatus.Returned,
        ReportVerb.Accept => status is AgencyReportStatus.Submitted,
        _ => status is AgencyReportStatus.Submitted or AgencyReportStatus.Accepted,
    };
}
