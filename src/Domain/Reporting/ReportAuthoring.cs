using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Reporting;

/// <summary>Use cases of what the author of a period's report writes (lời văn): kept until the report is issued, frozen with it.</summary>
public sealed class ReportAuthoring(IStore store, PlanReports reports, IReportArchive archive, BusinessClock clock)
{
    /// <summary>What the author has written so far, with its version.</summary>
    public async Task<Result<PeriodReport>> Texts(Actor actor, Guid planId, string code, CancellationToken cancel)
    {
        if ((await reports.Frame(actor, planId, new(code), cancel)).Refused(out var notThere, out var frame))
            return notThere;
        return await archive.Find(planId, code, cancel) ?? new PeriodReport { PlanId = planId, Code = code, To = frame.Window.To, Version = 0 };
    }

    /// <summary>Keeps what the author writes for a period; not while it is issued.</summary>
    public async Task<Result<PeriodReport>> Write(
        Actor actor, Guid planId, string code, ExpectedVersion version, Result<ReportTexts> input, CancellationToken cancel)
    {
        if ((await reports.Frame(actor, planId, new(code), cancel)).Refused(out var notThere, out var frame))
            return notThere;
        if (actor.Demand(Operation.IssueReports) is { } notAllowed)
            return notAllowed;
        if ((input.Refused(out var unreadable, out var typed) ? unreadable : ReportTexts.Clean(typed)).Refused(out var invalid, out var texts))
            return invalid;
        return await store.Write<PeriodReport>(actor, async changes =>
        {
            var kept = await changes.Reports.Load(planId, code, cancel);
            if (version.Check(kept?.Version ?? 0) is { } stale)
                return stale;
            if (frame.Window.Code == ReportRequest.Custom)
                return ReportRefusals.CustomIsNotIssued;
            if (kept is { State: ReportState.Issued })
                return ReportRefusals.AlreadyIssued;
            var before = kept?.Texts ?? ReportTexts.None;
            if (kept is null)
                changes.Reports.Add(kept = new PeriodReport { PlanId = planId, Code = code, To = frame.Window.To });
            else
                kept.Version++;
            kept.Texts = texts;
            changes.Record(clock.RowOf(actor, kept, "write", new { period = code, texts = before }, new { period = code, texts }, null));
            return kept;
        }, cancel);
    }
}
