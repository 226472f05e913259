using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>A unit whose report came late or is missing.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="Agency">Who owes.</param>
/// <param name="Level">Its level.</param>
/// <param name="IsMissing">Not sent yet; otherwise sent late.</param>
/// <param name="Days">Days late: until it was sent, or until the day.</param>
public sealed record LateSender(Guid ObligationId, AgencyRef Agency, AgencyLevel Level, bool IsMissing, int Days);

/// <summary>How the reports of one period came in, by a day.</summary>
/// <param name="Period">The period.</param>
/// <param name="Rate">How many, of those expected.</param>
/// <param name="Late">Who is late: missing first, districts before communes, the longest first.</param>
/// <param name="FirstDue">The earliest due day.</param>
/// <param name="LastDue">The latest.</param>
public sealed record SendingLine(ReportingPeriod Period, RateLine Rate, IReadOnlyList<LateSender> Late, DateOnly FirstDue, DateOnly LastDue);

/// <summary>The sending of reports in two lines: of the period that matters, and of the one before it.</summary>
public static class SendingLines
{
    private const int Lines = 2;

    /// <summary>The lines; none when nothing is owed.</summary>
    /// <param name="board">All obligations of the plan.</param>
    /// <param name="period">The period asked for; null, or one without obligations, for the one that matters today.</param>
    /// <param name="day">The day they are judged on.</param>
    /// <param name="agencyId">Only of an agency; of a district, with its communes.</param>
    public static IReadOnlyList<SendingLine> Of(SendingBoard board, ReportingPeriod? period, DateOnly day, Guid? agencyId = null)
    {
        var kept = board.All.Where(v => agencyId is null || v.Agency.Id == agencyId || v.District?.Id == agencyId).ToLookup(v => v.Period.Id);
        var chosen = board.Periods.FirstOrDefault(p => p.Id == period?.Id) ?? board.Chosen;
        return chosen is null ? [] :
        [
            .. board.Periods.Where(p => p.To <= chosen.To && (p.Id == chosen.Id || p.Kind is not PeriodKind.Month) && kept[p.Id].Any(v => v.Obligation.IsExpected))
                .OrderBy(p => p.Id == chosen.Id ? 0 : 1).ThenByDescending(p => p.To).Take(Lines).Select(p => Line(p, [.. kept[p.Id]], day)),
        ];
    }

    private static SendingLine Line(ReportingPeriod period, IReadOnlyList<ObligationView> views, DateOnly day)
    {
        var expected = views.Where(v => v.Obligation.IsExpected).ToList();
        return new(period, RateLine.Of(period.Code, period.Name, [.. views.Select(v => v.Obligation)], day),
            [.. expected.Select(v => Late(v, day)).OfType<LateSender>().OrderBy(l => l.IsMissing ? 0 : 1).ThenBy(l => l.Level).ThenByDescending(l => l.Days).ThenBy(l => l.Agency.Name, VietnameseText.Order)],
            expected.Min(v => v.Obligation.DueOn), expected.Max(v => v.Obligation.DueOn));
    }

    private static LateSender? Late(ObligationView view, DateOnly day) => view.Obligation switch
    {
        var o when o.TimelinessOn(day) is Timeliness.Missing && !o.IsNotYetDueOn(day) => new(o.Id, view.Agency, view.Level, true, day.DayNumber - o.DueOn.DayNumber),
        var o when o.TimelinessOn(day) is Timeliness.Late => new(o.Id, view.Agency, view.Level, false, BusinessClock.DayOf(o.FirstSubmittedAt!.Value).DayNumber - o.DueOn.DayNumber),
        _ => null,
    };
}
