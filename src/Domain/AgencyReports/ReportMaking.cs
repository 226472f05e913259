using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>A report as it would stand if it were submitted now.</summary>
/// <param name="Indicators">All indicators.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Sources">What the figures filled in beforehand are made of.</param>
/// <param name="Children">The reports from below.</param>
/// <param name="Last">The last submitted report of a period before; null when there is none.</param>
/// <param name="YearMissing">Periods of the year whose report is missing, so that the year's figures are not whole.</param>
public sealed record MadeReport(
    IReadOnlyList<Indicator> Indicators, IReadOnlyList<ReportFigure> Figures, IReadOnlyList<SourcedItem> Sources, IReadOnlyList<ChildReport> Children,
    LastReport? Last, IReadOnlyList<string> YearMissing);

/// <summary>
/// Puts a report together: what the agency wrote, what its results give, what was accepted from below, and the periods before. It is made anew
/// each time it is looked at until it is submitted, so that compiling twice changes nothing; a submission freezes it.
/// </summary>
public sealed class ReportMaking(
    IAgencyReportBook book, IObligationBook obligations, IIndicatorBook indicatorBook, IReportingCalendar calendar, IAgencyRegister register,
    IEnumerable<IIndicatorSource> sources, BusinessClock clock)
{
    /// <summary>The report of an obligation with this content.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="period">Its period.</param>
    /// <param name="content">What the agency wrote; null when nothing was yet: then it is filled in beforehand.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<(MadeReport Made, ReportContent Content)> Make(
        Obligation obligation, ReportingPeriod period, ReportContent? content, CancellationToken cancel)
    {
        var indicators = obligation.Duty is DutyKind.Report ? await indicatorBook.All(cancel) : [];
        var items = await Sourced(obligation, period, indicators, cancel);
        var prefilled = items.GroupBy(i => i.Code).ToDictionary(g => g.Key, g => g.Sum(i => i.Amount));
        content ??= Prefilled(indicators, prefilled);
        var (children, filed) = await Below(obligation, cancel);
        var (before, last, missing) = await Earlier(obligation, period, indicators, cancel);
        var figures = ReportFigures.Of(indicators, new(
            content, prefilled, Totals(filed, AgencyReportStatus.Accepted), Totals(filed, AgencyReportStatus.Submitted), before));
        return (new(indicators, figures, items, children, last, missing), content);
    }

    /// <summary>The reports from below as they stand now.</summary>
    public async Task<IReadOnlyList<ChildReport>> Children(Obligation obligation, CancellationToken cancel) => (await Below(obligation, cancel)).Children;

    /// <summary>The agencies below whose accepted report is another than the one in a submission: it was returned since, sent again, or came later.</summary>
    public static IReadOnlyList<ChildReport> ChangedSince(ReportSnapshot snapshot, IReadOnlyList<ChildReport> now)
    {
        var then = snapshot.Children.ToDictionary(c => c.AgencyId, c => c.SubmissionId);
        return [.. now.Where(c => then.GetValueOrDefault(c.AgencyId) != c.SubmissionId)];
    }

    private static ReportContent Prefilled(IReadOnlyList<Indicator> indicators, Dictionary<string, decimal> prefilled) => new()
    {
        Figures = [.. indicators.Where(i => i.Terms.IsActive && prefilled.ContainsKey(i.Code) && prefilled[i.Code] >= 0).Select(i => new OwnFigure(i.Code, prefilled[i.Code]))],
    };

    private static List<IReadOnlyDictionary<string, decimal>> Totals(IReadOnlyList<FiledReport> filed, AgencyReportStatus status) =>
        [.. filed.Where(f => f.Status == status && f.Last is not null).Select(f => f.Last!.Totals())];

    private async Task<IReadOnlyList<SourcedItem>> Sourced(
        Obligation obligation, ReportingPeriod period, IReadOnlyList<Indicator> indicators, CancellationToken cancel)
    {
        var active = indicators.Where(i => i.Terms.IsActive).ToList();
        if (active.Count == 0)
            return [];
        var successions = await register.Successions(cancel);
        var window = new SourceWindow(
            obligation.PlanId, [obligation.AgencyId, .. successions.PredecessorsOf(obligation.AgencyId, period.To)], period.From,
            period.To < clock.Today ? period.To : clock.Today);
        var items = new List<SourcedItem>();
        foreach (var source in sources)
            items.AddRange(await source.Of(window, active, cancel));
        return items;
    }

    private async Task<(IReadOnlyList<ChildReport> Children, IReadOnlyList<FiledReport> Filed)> Below(Obligation obligation, CancellationToken cancel)
    {
        var below = (await obligations.Of(new(obligation.PlanId, obligation.PeriodId, ReceiverIds: [obligation.AgencyId]), cancel))
            .Where(o => o.Duty is DutyKind.Report && o.DutyId == ReportingDuty.OfRegime && o.IsExpected && o.AgencyId != obligation.AgencyId).ToList();
        if (below.Count == 0)
            return ([], []);
        var filed = await book.Of([.. below.Select(o => o.Id)], cancel);
        var byObligation = filed.ToDictionary(f => f.ObligationId);
        var agencies = await register.All(cancel);
        return (
            [.. below.Select(o => Child(o, byObligation.GetValueOrDefault(o.Id), agencies[o.AgencyId])).OrderBy(c => c.ShortName, VietnameseText.Order)],
            filed);
    }

    private static ChildReport Child(Obligation obligation, FiledReport? filed, Agency agency)
    {
        var name = agency.NameOn(obligation.CutOff);
        var state = filed?.Status switch
        {
            AgencyReportStatus.Accepted => ChildState.Accepted,
            AgencyReportStatus.Submitted => ChildState.Waiting,
            AgencyReportStatus.Returned => ChildState.Returned,
            _ => ChildState.Missing,
        };
        return new(obligation.Id, agency.Id, name.Name, name.ShortName, state, filed?.Accepted?.Id,
            state is ChildState.Accepted or ChildState.Waiting && filed?.Last?.Snapshot.Content.NothingToReport is true);
    }

    private async Task<(IReadOnlyList<IReadOnlyDictionary<string, decimal>> Before, LastReport? Last, IReadOnlyList<string> Missing)> Earlier(
        Obligation obligation, ReportingPeriod period, IReadOnlyList<Indicator> indicators, CancellationToken cancel)
    {
        var periods = await calendar.Of(obligation.PlanId, cancel);
        var chain = PeriodChain.Before(period, periods);
        var last = PeriodChain.Last(period, periods);
        var owed = (await obligations.Of(new(obligation.PlanId, AgencyIds: [obligation.AgencyId, .. await Ended(obligation, period, cancel)]), cancel))
            .Where(o => o.DutyId == obligation.DutyId && o.ReceiverId != obligation.AgencyId && (chain.Any(p => p.Id == o.PeriodId) || o.PeriodId == last?.Id)).ToList();
        var filed = (await book.Of([.. owed.Select(o => o.Id)], cancel))
            .Where(f => f.Status is AgencyReportStatus.Submitted or AgencyReportStatus.Accepted && f.Last is not null)
            .ToDictionary(f => (owed.First(o => o.Id == f.ObligationId).PeriodId, f.AgencyId), f => f.Last!);
        ReportSubmission? Own(Guid periodId) => filed.GetValueOrDefault((periodId, obligation.AgencyId));
        var before = chain.Select(p => (Period: p, Totals: YearFigures.Together(
            Own(p.Id)?.Totals(), [.. filed.Where(f => f.Key.PeriodId == p.Id && f.Key.AgencyId != obligation.AgencyId).Select(f => f.Value.Totals())], indicators))).ToList();
        return (
            [.. before.Select(b => b.Totals).OfType<IReadOnlyDictionary<string, decimal>>()],
            last is not null && Own(last.Id) is { } lately
                ? new(last.Name, PeriodChain.AreOfOneYear(last, period, periods), lately.Snapshot.Figures) : null,
            [.. before.Where(b => b.Totals is null || (Own(b.Period.Id) is null && owed.Exists(o => o.PeriodId == b.Period.Id && o.AgencyId == obligation.AgencyId)))
                .Select(b => b.Period.Name)]);
    }

    /// <summary>The ended agencies in whose place this one stands alone, so that no figure is in two years.</summary>
    private async Task<IEnumerable<Guid>> Ended(Obligation obligation, ReportingPeriod period, CancellationToken cancel)
    {
        var successions = await register.Successions(cancel);
        return successions.PredecessorsOf(obligation.AgencyId, period.To).Where(id => successions.HeirOf(id, period.To) == obligation.AgencyId);
    }
}
