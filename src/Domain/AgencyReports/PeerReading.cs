using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>One figure of a unit beside those of its kind.</summary>
/// <param name="Code">Code: <c>OnTime</c>, or that of an indicator.</param>
/// <param name="Name">Name on screen.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Own">The unit's own; null when it has none.</param>
/// <param name="Median">The median of the others; null when too few of them have one.</param>
/// <param name="Others">How many others have one.</param>
public sealed record PeerFigure(string Code, string Name, string Unit, decimal? Own, decimal? Median, int Others)
{
    /// <summary>How the own figure lies, in words; null when it cannot be compared.</summary>
    public string? Says => (Own, Median) is not ({ } own, { } median) ? null
        : own > median ? "cao hơn mức giữa" : own < median ? "thấp hơn mức giữa" : "bằng mức giữa";
}

/// <summary>A unit's figures beside those of its kind.</summary>
/// <param name="Kind">Its kind in words; null for who belongs to none.</param>
/// <param name="Period">The period of the indicators; null when none is over yet.</param>
/// <param name="Figures">The figures; empty when there is nothing to compare.</param>
/// <param name="Note">Why there is nothing, or less than there could be; null when all is there.</param>
/// <param name="IsOn">Whether units are compared at all.</param>
public sealed record PeerView(string? Kind, ReportingPeriod? Period, IReadOnlyList<PeerFigure> Figures, string? Note, bool IsOn = true);

/// <summary>
/// Use case: the figures of the actor's own agency beside the median of the others of its level. Never names: a median is given only when at
/// least <see cref="Medians.LeastOthers"/> others have the figure, and of their reports only those accepted count, which everybody may read.
/// </summary>
public sealed class PeerReading(
    ObligationReading obligations, IAgencyReportBook reports, IIndicatorBook indicators, IAgencyRegister register, IAccessSettings settings, BusinessClock clock)
{
    /// <summary>The figures; of a period (by code), or of the last one that is over.</summary>
    public async Task<Result<PeerView>> Read(Actor actor, Guid planId, string? code, CancellationToken cancel)
    {
        if ((await obligations.Board(actor, planId, code, cancel)).Refused(out var refusal, out var board))
            return refusal.Kind is RefusalKind.NotFound && code is not null && refusal.Code == "periods.unknown" ? Refusal.Invalid("period", refusal.Message) : refusal;
        if (actor.Agency is not { } agency)
            return new PeerView(null, null, [], "Tài khoản này không thuộc đơn vị nào nên không có gì để so sánh.");
        if (!(await settings.Current(cancel)).ComparesUnits)
            return new PeerView(null, null, [], "Quản trị hệ thống đã tắt việc so sánh giữa các đơn vị.", IsOn: false);
        var owed = board.All.Where(v => v.Obligation is { IsExpected: true, DutyId: var duty } && duty == ReportingDuty.OfRegime).ToList();
        var period = code is null
            ? board.Periods.Where(p => p.To < clock.Today && owed.Exists(v => v.Period.Id == p.Id && v.Agency.Id == agency.Id)).MaxBy(p => p.To) : board.Chosen;
        if (!owed.Exists(v => v.Agency.Id == agency.Id) || period is null)
            return new PeerView(null, period, [], "Đơn vị chưa có kỳ báo cáo nào đã qua để so sánh.");
        var level = (await register.All(cancel))[agency.Id].LevelOn(period.To);
        var kind = owed.Where(v => v.Level == level && v.Period.To <= period.To).ToList();
        return View(LevelWords.NameOf(level), period, [OnTime(kind, agency.Id, clock.Today), .. await Indicators([.. kind.Where(v => v.Period.Id == period.Id)], agency.Id, cancel)]);
    }

    private static PeerView View(string kind, ReportingPeriod period, List<PeerFigure> all)
    {
        var shown = all.Where(f => f.Own is not null || f.Median is not null).ToList();
        var few = shown.Where(f => f.Median is null).ToList();
        return new(kind, period, shown, few.Count == 0 ? null
            : $"Mức giữa chỉ hiện khi có ít nhất {Medians.LeastOthers.ToString(CultureInfo.InvariantCulture)} đơn vị khác cùng loại có số liệu; {(few.Count == shown.Count ? "hiện chưa đủ." : $"chưa đủ với: {string.Join(", ", few.Select(f => f.Name))}.")}");
    }

    /// <summary>The share on time of what was due or sent up to the day, in percent.</summary>
    private static PeerFigure OnTime(List<ObligationView> kind, Guid own, DateOnly day)
    {
        var rates = kind.Where(v => !v.Obligation.IsNotYetDueOn(day)).GroupBy(v => v.Agency.Id)
            .ToDictionary(g => g.Key, g => RateLine.Of("", "", [.. g.Select(v => v.Obligation)], day).OnTimePercent);
        return Medians.Figure("OnTime", "Báo cáo gửi đúng hạn", "%", rates, own);
    }

    private async Task<IEnumerable<PeerFigure>> Indicators(List<ObligationView> ofPeriod, Guid own, CancellationToken cancel)
    {
        var filed = await reports.Of([.. ofPeriod.Select(v => v.Obligation.Id)], cancel);
        var totals = filed.Select(r => (r.AgencyId, Sent: r.AgencyId == own ? r.Last : r.Accepted)).Where(r => r.Sent is not null)
            .ToDictionary(r => r.AgencyId, r => r.Sent!.Totals());
        return (await indicators.All(cancel)).Where(i => i.Terms.IsActive).InOrder()
            .Select(i => Medians.Figure(i.Code, i.Terms.Name, i.Terms.Unit, totals.ToDictionary(t => t.Key, t => t.Value.TryGetValue(i.Code, out var value) ? value : (decimal?)null), own));
    }
}
