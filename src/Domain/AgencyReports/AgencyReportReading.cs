using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>A report as a reader sees it.</summary>
/// <param name="Obligation">What it is filed for: due day, timeliness.</param>
/// <param name="Agency">Whose it is, by the name of the cut-off day.</param>
/// <param name="Receiver">Who receives it.</param>
/// <param name="Period">The period.</param>
/// <param name="Report">What was saved; null before the first saving.</param>
/// <param name="Content">What stands in it: before the first saving, what is filled in beforehand.</param>
/// <param name="Made">Its figures: frozen as they were submitted while it waits or is accepted, made anew otherwise.</param>
/// <param name="Hints">What to look at again.</param>
/// <param name="Submissions">What was submitted so far, the first first.</param>
/// <param name="Allowed">What this reader may do with it now.</param>
public sealed record AgencyReportView(
    Obligation Obligation, AgencyRef Agency, AgencyRef Receiver, ReportingPeriod Period, AgencyReport? Report, ReportContent Content, MadeReport Made,
    IReadOnlyList<ReportHint> Hints, IReadOnlyList<ReportSubmission> Submissions, IReadOnlySet<ReportVerb> Allowed)
{
    /// <summary>State.</summary>
    public AgencyReportStatus Status => Report?.Status ?? AgencyReportStatus.Draft;

    /// <summary>Version; 0 before the first saving.</summary>
    public int Version => Report?.Version ?? 0;

    /// <summary>Agencies below whose accepted report is another than the one in what was submitted: to be corrected, once it is returned.</summary>
    public IReadOnlyList<ChildReport> ChangedBelow { get; init; } = [];

    /// <summary>What the last submission changed of the one before; null when there are not two.</summary>
    public ReportDifference? Difference { get; init; }

    /// <summary>The last day of the plan that an issued report has locked, when the period lies within it; null while it can be changed.</summary>
    public DateOnly? LockedUntil { get; init; }

    /// <summary>Whether the reader's agency owes it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>How many of the reports from below are in the figures.</summary>
    public int Included => Made.Children.Count(c => c.State is ChildState.Accepted);
}

/// <summary>Use cases that read agency reports.</summary>
public sealed class AgencyReportReading(
    IAgencyReportBook book, IObligationBook obligations, IReportingCalendar calendar, IAgencyRegister register, IReportArchive archive,
    ReportMaking making, IWordDifference words)
{
    /// <summary>The refusal for a report that is not there or not the actor's to see.</summary>
    public static Refusal UnknownReport { get; } = Refusal.NotFound("reports.unknown", "Không có báo cáo này, hoặc bạn không được xem.");

    /// <summary>The report of an obligation. An agency whose own it is sees it before the first saving, filled in beforehand.</summary>
    public async Task<Result<AgencyReportView>> Find(Actor actor, Guid obligationId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await obligations.Find(obligationId, cancel) is not { } obligation)
            return UnknownReport;
        var access = new ReportAccess(obligation, (await register.All(cancel))[obligation.ReceiverId]);
        var report = await book.Find(obligationId, cancel);
        return access.CanSee(actor, report?.Status ?? AgencyReportStatus.Draft) ? await ViewOf(actor, access, report, cancel) : UnknownReport;
    }

    /// <summary>A report with its names and figures.</summary>
    internal async Task<AgencyReportView> ViewOf(Actor actor, ReportAccess access, AgencyReport? report, CancellationToken cancel)
    {
        var obligation = access.Obligation;
        var period = (await calendar.Find(obligation.PeriodId, cancel))!;
        var submissions = await book.Submissions(obligation.Id, cancel);
        var status = report?.Status ?? AgencyReportStatus.Draft;
        var (made, content) = await making.Make(obligation, period, report?.Content, cancel);
        IReadOnlyList<ChildReport> changed = [];
        if (status is AgencyReportStatus.Submitted or AgencyReportStatus.Accepted)
        {
            var frozen = submissions[^1].Snapshot;
            changed = ReportMaking.ChangedSince(frozen, made.Children);
            (made, content) = (made with { Figures = frozen.Figures, Children = frozen.Children }, frozen.Content);
        }
        var agencies = await register.All(cancel);
        var locked = await archive.LockedUntil(obligation.PlanId, cancel) is { } until && obligation.CutOff <= until ? until : (DateOnly?)null;
        var allowed = Enum.GetValues<ReportVerb>().Where(v => obligation.IsExpected && ReportAccess.Fits(v, status)
            && (locked is null || !ReportAccess.IsLocked(v, status)) && access.Demand(actor, v, report) is null);
        return new(obligation, agencies[obligation.AgencyId].RefOn(obligation.CutOff), agencies[obligation.ReceiverId].RefOn(obligation.CutOff), period,
            report, content, made, ReportHints.Of(made.Indicators, made.Figures, made.Last, content.NothingToReport), submissions, allowed.ToHashSet())
        {
            ChangedBelow = changed,
            LockedUntil = locked,
            IsOwn = access.IsOwn(actor),
            Difference = submissions.Count > 1 ? ReportDifference.Of(submissions[^2], submissions[^1], words) : null,
        };
    }

    /// <summary>Every submission compared with the one before it, the last first.</summary>
    public async Task<Result<IReadOnlyList<ReportDifference>>> Differences(Actor actor, Guid obligationId, CancellationToken cancel)
    {
        if ((await Find(actor, obligationId, cancel)).Refused(out var refusal, out var view))
            return refusal;
        return Result<IReadOnlyList<ReportDifference>>.Of(
            [.. view.Submissions.Zip(view.Submissions.Skip(1)).Select(pair => ReportDifference.Of(pair.First, pair.Second, words)).Reverse()]);
    }
}
