using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>A report on somebody's desk.</summary>
/// <param name="Obligation">What it is filed for.</param>
/// <param name="Period">The period.</param>
/// <param name="Agency">Whose it is.</param>
/// <param name="Receiver">Who receives it.</param>
/// <param name="State">State of the obligation today.</param>
/// <param name="CanOpen">Whether the reader may open it.</param>
/// <param name="IsOwn">Whether it is the reader's agency's own.</param>
/// <param name="IsReceiver">Whether the reader receives it.</param>
public sealed record DeskItem(
    Obligation Obligation, ReportingPeriod Period, AgencyRef Agency, AgencyRef Receiver, ObligationState State, bool CanOpen, bool IsOwn, bool IsReceiver)
{
    /// <summary>Level of the agency.</summary>
    public AgencyLevel Level { get; init; }

    /// <summary>Whether something was saved and never submitted; told to the agency itself only.</summary>
    public bool IsDrafted { get; init; }

    /// <summary>Agencies below whose report has changed since this one was submitted; told to its agency and its receiver.</summary>
    public int ChangedBelow { get; init; }
}

/// <summary>What somebody has to do with agency reports.</summary>
/// <param name="Plan">The plan shown.</param>
/// <param name="Periods">Periods of its calendar that have obligations, by cut-off.</param>
/// <param name="Period">The period shown; null when there is none.</param>
/// <param name="Own">Reports of the reader's agency in all periods, open ones first.</param>
/// <param name="ToReceive">Reports of all periods that wait for the reader to accept or return.</param>
/// <param name="All">Every agency's report of the period.</param>
public sealed record Desk(
    Plan Plan, IReadOnlyList<ReportingPeriod> Periods, ReportingPeriod? Period, IReadOnlyList<DeskItem> Own, IReadOnlyList<DeskItem> ToReceive,
    IReadOnlyList<DeskItem> All)
{
    /// <summary>Whether an issued report has locked the period shown.</summary>
    public bool IsLocked { get; init; }
}

/// <summary>Use case: the reports somebody owes, waits for and may read.</summary>
public sealed class AgencyReportDesk(
    IAgencyReportBook book, IObligationBook obligations, IReportingCalendar calendar, IAgencyRegister register, IReportArchive archive, PlanReading plans,
    BusinessClock clock)
{
    /// <summary>The desk of a plan and one of its periods.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="code">Code of the period; null for the one whose due day comes next.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Result<Desk>> Open(Actor actor, Guid planId, string? code, CancellationToken cancel)
    {
        if ((await plans.Find(actor, planId, cancel)).Refused(out var refusal, out var plan))
            return refusal;
        var all = await obligations.Of(new(planId), cancel);
        var inUse = all.Select(o => o.PeriodId).ToHashSet();
        var periods = (await calendar.Of(planId, cancel)).Where(p => inUse.Contains(p.Id)).ToList();
        var period = code is null ? Next(periods) : periods.Find(p => p.Code == code);
        if (period is null && code is not null)
            return Refusal.NotFound("reports.unknown-period", "Kế hoạch này không có kỳ báo cáo này.");
        var agencies = await register.All(cancel);
        var byId = periods.ToDictionary(p => p.Id);
        var items = all.Select(o => Item(actor, o, byId[o.PeriodId], agencies)).ToList();
        var own = items.Where(i => i.IsOwn && i.Obligation.TransferredTo is null).ToList();
        var drafts = (await book.Of([.. own.Select(i => i.Obligation.Id)], cancel)).ToDictionary(f => f.ObligationId);
        return new Desk(plan, periods, period,
            [
                .. own.Select(i => i with { IsDrafted = drafts.GetValueOrDefault(i.Obligation.Id)?.Status is AgencyReportStatus.Draft })
                    .OrderBy(Urgency).ThenBy(i => i.Obligation.IsOpen ? i.Obligation.DueOn.DayNumber : -i.Obligation.DueOn.DayNumber),
            ],
            [.. items.Where(i => i.IsReceiver && i.State is ObligationState.Submitted).OrderBy(i => i.Obligation.SubmittedAt)],
            period is null ? [] : await OfPeriod(period, items, cancel))
        {
            IsLocked = period is not null && await archive.LockedUntil(planId, cancel) >= period.To,
        };
    }

    private async Task<IReadOnlyList<DeskItem>> OfPeriod(ReportingPeriod period, List<DeskItem> items, CancellationToken cancel)
    {
        var filed = (await book.OfPeriod(period.Id, cancel)).ToDictionary(f => f.AgencyId);
        return
        [
            .. items.Where(i => i.Obligation.PeriodId == period.Id)
                .Select(i => i with { ChangedBelow = i.CanOpen && (i.IsOwn || i.IsReceiver) ? Changed(filed.GetValueOrDefault(i.Agency.Id), filed) : 0 })
                .OrderBy(i => i.Level).ThenBy(i => i.Receiver.ShortName, VietnameseText.Order).ThenBy(i => i.Agency.ShortName, VietnameseText.Order),
        ];
    }

    private static int Changed(FiledReport? report, Dictionary<Guid, FiledReport> filed) =>
        report is { Status: AgencyReportStatus.Submitted or AgencyReportStatus.Accepted, Last: { } last }
            ? last.Snapshot.Children.Count(c => filed.GetValueOrDefault(c.AgencyId)?.Accepted?.Id != c.SubmissionId) : 0;

    private DeskItem Item(Actor actor, Obligation obligation, ReportingPeriod period, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var (agency, receiver) = (agencies[obligation.AgencyId], agencies[obligation.ReceiverId]);
        var access = new ReportAccess(obligation, receiver);
        var state = obligation.StateOn(clock.Today);
        return new(obligation, period, agency.RefOn(obligation.CutOff), receiver.RefOn(obligation.CutOff), state,
            access.CanSee(actor, state switch
            {
                ObligationState.Accepted => AgencyReportStatus.Accepted,
                ObligationState.Submitted => AgencyReportStatus.Submitted,
                _ => AgencyReportStatus.Draft,
            }), access.IsOwn(actor), access.IsReceiver(actor))
        {
            Level = agency.LevelOn(obligation.CutOff),
        };
    }

    private ReportingPeriod? Next(List<ReportingPeriod> periods) =>
        periods.Find(p => p.To >= clock.Today || p.DueDates.Exists(d => d.DueOn >= clock.Today)) ?? periods.LastOrDefault();

    private static int Urgency(DeskItem item) => item.State switch
    {
        ObligationState.Returned => 0,
        ObligationState.Overdue => 1,
        ObligationState.Due or ObligationState.NotYetDue => 2,
        _ => 3,
    };
}
