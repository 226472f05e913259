using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>An obligation as a reader sees it, judged today.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Period">Its period.</param>
/// <param name="Agency">Who owes, by the name of the cut-off.</param>
/// <param name="Level">Its level on the cut-off.</param>
/// <param name="District">The district of a commune.</param>
/// <param name="Receiver">Who receives.</param>
/// <param name="Heir">Who owes it since a succession.</param>
/// <param name="Title">What is owed: "Báo cáo Quý III".</param>
/// <param name="Today">The day it is judged on.</param>
public sealed record ObligationView(
    Obligation Obligation, ReportingPeriod Period, AgencyRef Agency, AgencyLevel Level, AgencyRef? District, AgencyRef Receiver, AgencyRef? Heir,
    string Title, DateOnly Today)
{
    /// <summary>Whether a report issued since has locked its period: nothing can be sent for it any more.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The state.</summary>
    public ObligationState State => Obligation.StateOn(Today);

    /// <summary>On time, late, missing; null when nothing is expected.</summary>
    public Timeliness? Timeliness => Obligation.TimelinessOn(Today);

    /// <summary>Days past the due day, of what is missing; 0 for all others.</summary>
    public int DaysOverdue => Obligation.IsOpen ? Math.Max(0, Today.DayNumber - Obligation.DueOn.DayNumber) : 0;
}

/// <summary>Which obligations of a plan are asked for; null means all.</summary>
/// <param name="Period">Code of a period.</param>
/// <param name="State">State.</param>
/// <param name="Level">Level of who owes.</param>
/// <param name="DistrictId">The district itself and its communes.</param>
/// <param name="AgencyId">Who owes.</param>
/// <param name="Duty">What.</param>
/// <param name="Timeliness">How it stands to its due day.</param>
public sealed record ObligationQuery(
    string? Period = null, ObligationState? State = null, AgencyLevel? Level = null, Guid? DistrictId = null, Guid? AgencyId = null,
    DutyKind? Duty = null, Timeliness? Timeliness = null);

/// <summary>What rates are given by.</summary>
public enum RateBy
{
    /// <summary>Level of agencies.</summary>
    Level,
    /// <summary>Group of agencies; those without one are "others".</summary>
    Group,
    /// <summary>Each agency.</summary>
    Agency,
    /// <summary>Each district with its communes; all others by level.</summary>
    District,
}

/// <summary>Rates of a plan and period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Total">All of it.</param>
/// <param name="Lines">The same, in parts that add up to it.</param>
/// <param name="Today">The day it is judged on.</param>
public sealed record PeriodRates(ReportingPeriod Period, RateLine Total, IReadOnlyList<RateLine> Lines, DateOnly Today);

/// <summary>The sending of reports of a whole plan, for the page: agencies by periods, rates of the chosen one, trend.</summary>
/// <param name="Periods">Periods with obligations, by cut-off.</param>
/// <param name="Chosen">The period looked at; null when none has any.</param>
/// <param name="All">Every obligation of the plan.</param>
/// <param name="Trend">All of each period, in the same order.</param>
/// <param name="Today">The day it is judged on.</param>
public sealed record SendingBoard(
    IReadOnlyList<ReportingPeriod> Periods, ReportingPeriod? Chosen, IReadOnlyList<ObligationView> All, IReadOnlyList<RateLine> Trend, DateOnly Today)
{
    /// <summary>The last day that an issued report has locked; null when none is.</summary>
    public DateOnly? LockedUntil { get; init; }

    /// <summary>Those of the chosen period.</summary>
    public IEnumerable<ObligationView> OfChosen => All.Where(v => v.Period.Id == Chosen?.Id);
}
