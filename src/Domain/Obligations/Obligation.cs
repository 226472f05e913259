namespace PlanTracker.Domain.Obligations;

/// <summary>
/// One agency owes one thing for one period (báo cáo phải gửi): it exists before anything is filed, and its due day is written on it, so that
/// a calendar changed later does not rewrite who was late.
/// </summary>
public sealed class Obligation
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan it belongs to.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The period of the plan's calendar.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>The agency that owes.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The agency or division that receives: Sở Nội vụ, the district of a commune, a division that receives for its agency.</summary>
    public required Guid ReceiverId { get; set; }

    /// <summary>What is owed.</summary>
    public required DutyKind Duty { get; init; }

    /// <summary>The duty that asks for it; <see cref="ReportingDuty.OfRegime"/> when the regime itself does.</summary>
    public required Guid DutyId { get; init; }

    /// <summary>Last day of what is reported on, inclusive.</summary>
    public required DateOnly CutOff { get; set; }

    /// <summary>The due day: the whole of it is in time.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>When it was first submitted, UTC: what timeliness is judged by, whatever is returned later.</summary>
    public DateTime? FirstSubmittedAt { get; private set; }

    /// <summary>When it was last submitted, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>When it was last submitted again after a return, UTC (ngày chỉnh sửa).</summary>
    public DateTime? CorrectedAt { get; private set; }

    /// <summary>When it was returned, UTC; null when it is not waiting to be corrected.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Không phát sinh: received, and shown apart.</summary>
    public bool NothingToReport { get; private set; }

    /// <summary>Who let the agency off, when and why; null when nobody did.</summary>
    public Waiver? Waiver { get; private set; }

    /// <summary>The agency that owes it since a succession; null when it was not transferred.</summary>
    public Guid? TransferredTo { get; private set; }

    /// <summary>The first day of the new order; null when it was not transferred.</summary>
    public DateOnly? TransferredOn { get; private set; }

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether it is counted: all but those waived or transferred.</summary>
    public bool IsExpected => Waiver is null && TransferredTo is null;

    /// <summary>Whether something was ever submitted for it.</summary>
    public bool IsFiled => FirstSubmittedAt is not null;

    /// <summary>Whether reminders have something to ask for: expected, and nothing was submitted yet.</summary>
    public bool IsOpen => IsExpected && !IsFiled;

    /// <summary>The state, as it stands, on a day.</summary>
    public ObligationState StateOn(DateOnly day) => this switch
    {
        { TransferredTo: not null } => ObligationState.Transferred,
        { Waiver: not null } => ObligationState.Waived,
        { AcceptedAt: not null } => ObligationState.Accepted,
        { ReturnedAt: not null } => ObligationState.Returned,
        { SubmittedAt: not null } => ObligationState.Submitted,
        _ when day < DueOn => ObligationState.NotYetDue,
        _ => day == DueOn ? ObligationState.Due : ObligationState.Overdue,
    };

    /// <summary>
    /// On time, late or missing by what was first submitted up to the end of a day in Vietnam; null when nothing is expected. A thing returned
    /// keeps the timeliness of its first submission.
    /// </summary>
    public Timeliness? TimelinessOn(DateOnly day) =>
        !IsExpected ? null
        : FirstSubmittedAt is not { } at || BusinessClock.DayOf(at) is var submitted && submitted > day ? Timeliness.Missing
        : submitted <= DueOn ? Timeliness.OnTime : Timeliness.Late;

    /// <summary>Whether it is missing on the day, but may still come in time ("chưa đến hạn"): the due day counts in full.</summary>
    public bool IsNotYetDueOn(DateOnly day) => TimelinessOn(day) is Timeliness.Missing && day <= DueOn;

    /// <summary>Submits, for the first time or again after a return.</summary>
    /// <param name="at">Business instant, UTC.</param>
    /// <param name="nothingToReport">Không phát sinh; the explanation stands in what is submitted.</param>
    /// <returns>The refusal; null when it was done.</returns>
    public Refusal? Submit(DateTime at, bool nothingToReport)
    {
        if (NotExpected() is { } refusal)
            return refusal;
        if (SubmittedAt is not null && ReturnedAt is null)
            return Refusal.Conflict("obligations.submitted", "Báo cáo này đã gửi và chưa bị trả lại nên không gửi lại được.");
        if (FirstSubmittedAt is not null)
            CorrectedAt = at;
        FirstSubmittedAt ??= at;
        (SubmittedAt, ReturnedAt, NothingToReport) = (at, null, nothingToReport);
        Version++;
        return null;
    }

    /// <summary>Returns what was submitted, also when it was accepted before. The reason stands in the report that is returned.</summary>
    /// <returns>The refusal; null when it was done.</returns>
    public Refusal? Return(DateTime at)
    {
        if (NotWaiting() is { } refusal)
            return refusal;
        (ReturnedAt, AcceptedAt) = (at, null);
        Version++;
        return null;
    }

    /// <summary>Accepts what was submitted.</summary>
    /// <returns>The refusal; null when it was done.</returns>
    public Refusal? Accept(DateTime at)
    {
        if (NotWaiting() is { } refusal)
            return refusal;
        if (AcceptedAt is not null)
            return Refusal.Conflict("obligations.accepted", "Báo cáo này đã được tiếp nhận rồi.");
        AcceptedAt = at;
        Version++;
        return null;
    }

    /// <summary>Lets the agency off; only while nothing was submitted.</summary>
    /// <returns>The refusal; null when it was done.</returns>
    public Refusal? Waive(Waiver waiver)
    {
        if ((NotExpected() ?? Filed()) is { } refusal)
            return refusal;
        Waiver = waiver;
        Version++;
        return null;
    }

    /// <summary>Asks for it again after all.</summary>
    /// <returns>The refusal; null when it was done.</returns>
    public Refusal? Resume()
    {
        if (Waiver is null)
            return Refusal.Conflict("obligations.not-waived", "Báo cáo này không được miễn nên không có gì để bỏ.");
        Waiver = null;
        Version++;
        return null;
    }

    /// <summary>Lets the heir of an ended agency owe it: the row stays as a record and is no longer expected. What was submitted stays where it is.</summary>
    /// <returns>The refusal; null when it was done.</returns>
    public Refusal? Transfer(Guid heir, DateOnly on)
    {
        if ((NotExpected() ?? Filed()) is { } refusal)
            return refusal;
        (TransferredTo, TransferredOn) = (heir, on);
        Version++;
        return null;
    }

    private Refusal? NotExpected() => this switch
    {
        { TransferredTo: not null } => Refusal.Conflict("obligations.transferred", "Nghĩa vụ báo cáo này đã chuyển cho cơ quan kế thừa."),
        { Waiver: not null } => Refusal.Conflict("obligations.waived", "Cơ quan này đã được miễn báo cáo của kỳ."),
        _ => null,
    };

    private Refusal? Filed() => IsFiled ? Refusal.Conflict("obligations.filed", "Cơ quan này đã gửi báo cáo của kỳ.") : null;

    private Refusal? NotWaiting() => NotExpected() ?? (SubmittedAt is null
        ? Refusal.Conflict("obligations.not-submitted", "Cơ quan này chưa gửi báo cáo của kỳ.")
        : ReturnedAt is null ? null : Refusal.Conflict("obligations.returned", "Báo cáo này đang được trả lại, chờ cơ quan gửi lại."));
}

/// <summary>Who let an agency off, when and why.</summary>
/// <param name="By">Name of the person.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record Waiver(string By, DateTime At, string Reason);
