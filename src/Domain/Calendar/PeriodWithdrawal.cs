using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Calendar;

/// <summary>
/// Use case that takes a period out of a plan's calendar, with a reason, while nothing hangs on it: nobody drafted or sent a report for it, nobody
/// was let off by a person, no report of it was ever issued. What was to be sent goes with it; history keeps what it was.
/// </summary>
public sealed class PeriodWithdrawal(IStore store, PeriodAdministration periods, BusinessClock clock)
{
    /// <summary>Withdraws it; how many obligations went with it.</summary>
    public async Task<Result<int[]>> Withdraw(Actor actor, Guid periodId, ExpectedVersion version, Result<string> reason, CancellationToken cancel)
    {
        if ((await periods.Find(actor, periodId, cancel)).Refused(out var notThere, out _))
            return notThere;
        if (actor.Demand(Operation.ManageCalendar) is { } refusal)
            return refusal;
        if (AccountRules.CheckReason(reason).Refused(out var invalid, out var why))
            return invalid;
        return await store.Write<int[]>(actor, async changes =>
        {
            if (await changes.Calendar.Period(periodId, cancel) is not { } period)
                return PeriodAdministration.UnknownPeriod;
            if (version.Check(period.Version) is { } stale)
                return stale;
            var obligations = await changes.Obligations.OfPeriod(periodId, cancel);
            if (await Held(period, obligations, changes, cancel) is { } held)
                return held;
            foreach (var obligation in obligations)
                changes.Obligations.Remove(obligation);
            changes.Calendar.Remove(period);
            changes.Record(ObligationHistory.Row(
                actor, clock.UtcNow, ObligationHistory.Period, period.Id, null, "withdraw", PeriodAdministration.Fields(period),
                new { Dropped = obligations.Count }, why));
            return new[] { obligations.Count };
        }, cancel);
    }

    private static async Task<Refusal?> Held(
        ReportingPeriod period, IReadOnlyList<Obligation> obligations, IChanges changes, CancellationToken cancel)
    {
        if (await changes.Entries.LockedUntil(period.PlanId, cancel) is { } locked && locked >= period.To)
            return Refusal.Conflict("periods.report-issued", $"Đã ban hành báo cáo chốt đến {locked:dd/MM/yyyy} nên không bỏ được kỳ này.");
        if (await changes.Reports.Load(period.PlanId, period.Code, cancel) is not null)
            return Refusal.Conflict("periods.report-kept", "Báo cáo tổng hợp của kỳ này đã có nội dung soạn hoặc đã từng ban hành nên không bỏ được kỳ.");
        if (obligations.Any(o => o.IsFiled))
            return Refusal.Conflict("periods.has-reports", "Đã có đơn vị gửi báo cáo của kỳ này nên không bỏ được kỳ.");
        if (obligations.Any(o => o.Waiver is { } waiver && waiver.Reason != ObligationSchedule.NoLongerAsked))
            return Refusal.Conflict("periods.has-waivers", "Đã có đơn vị được miễn báo cáo của kỳ này nên không bỏ được kỳ.");
        foreach (var obligation in obligations)
        {
            if (await changes.AgencyReports.Load(obligation.Id, cancel) is not null)
                return Refusal.Conflict("periods.has-drafts", "Đã có đơn vị soạn báo cáo của kỳ này nên không bỏ được kỳ.");
        }
        return null;
    }
}
