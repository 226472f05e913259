using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>How an agency stands in a period, what needs somebody first.</summary>
public enum SendingMark
{
    /// <summary>Due, and nothing was sent.</summary>
    Missing,
    /// <summary>First sent after the due day.</summary>
    Late,
    /// <summary>Nothing was sent, and it may still come in time.</summary>
    NotYetDue,
    /// <summary>First sent on or before the due day.</summary>
    OnTime,
    /// <summary>Let off.</summary>
    Waived,
    /// <summary>Owed by an heir.</summary>
    Transferred,
}

/// <summary>What an agency owes of a period: most often one thing, none where it owes nothing.</summary>
/// <param name="Period">The period.</param>
/// <param name="Views">What is owed, what needs somebody first.</param>
public sealed record SendingCell(ReportingPeriod Period, IReadOnlyList<ObligationView> Views)
{
    /// <summary>The mark of what needs somebody first; null when nothing is owed.</summary>
    public SendingMark? Mark => Views.Count == 0 ? null : MarkOf(Views[0]);

    /// <summary>The mark of one obligation: the same division as that of the rates.</summary>
    public static SendingMark MarkOf(ObligationView view) => view switch
    {
        { Obligation.TransferredTo: not null } => SendingMark.Transferred,
        { Obligation.Waiver: not null } => SendingMark.Waived,
        { Timeliness: Timeliness.OnTime } => SendingMark.OnTime,
        { Timeliness: Timeliness.Late } => SendingMark.Late,
        _ when view.Obligation.IsNotYetDueOn(view.Today) => SendingMark.NotYetDue,
        _ => SendingMark.Missing,
    };
}

/// <summary>An agency through the periods.</summary>
/// <param name="Agency">The agency, by the name of its last period.</param>
/// <param name="Level">Its level then.</param>
/// <param name="District">The district of a commune.</param>
/// <param name="Cells">One per period.</param>
public sealed record SendingRow(AgencyRef Agency, AgencyLevel Level, AgencyRef? District, IReadOnlyList<SendingCell> Cells)
{
    /// <summary>How many things are missing.</summary>
    public int Missing => Count(SendingMark.Missing);

    /// <summary>How many came late.</summary>
    public int Late => Count(SendingMark.Late);

    /// <summary>What can be reminded of: missing, and its period not locked.</summary>
    public IEnumerable<ObligationView> ToRemind => Cells.SelectMany(c => c.Views).Where(v => v is { State: ObligationState.Overdue, IsLocked: false });

    private int Count(SendingMark mark) => Cells.Sum(c => c.Views.Count(v => SendingCell.MarkOf(v) == mark));
}

/// <summary>Which agencies are asked for; null means all.</summary>
/// <param name="Level">Level.</param>
/// <param name="Group">Group.</param>
/// <param name="DistrictId">The district itself and its communes.</param>
/// <param name="Mark">At least one period stands so.</param>
public sealed record SendingFilter(AgencyLevel? Level = null, AgencyGroup? Group = null, Guid? DistrictId = null, SendingMark? Mark = null);

/// <summary>Agencies by periods: who sent in time, late or not at all.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Today">The day it is judged on.</param>
/// <param name="Periods">Periods with obligations, by cut-off.</param>
/// <param name="Rows">Agencies in the order asked for.</param>
/// <param name="Districts">All districts that owe or whose communes do, by name.</param>
public sealed record SendingMatrix(
    Plan Plan, DateOnly Today, IReadOnlyList<ReportingPeriod> Periods, IReadOnlyList<SendingRow> Rows, IReadOnlyList<AgencyRef> Districts)
{
    /// <summary>How many of the rows' obligations of a period stand so.</summary>
    public int Count(ReportingPeriod period, SendingMark mark) =>
        Rows.Sum(r => r.Cells.First(c => c.Period.Id == period.Id).Views.Count(v => SendingCell.MarkOf(v) == mark));

    /// <summary>Rows of what is owed: by level, district and name.</summary>
    public static IReadOnlyList<SendingRow> RowsOf(IReadOnlyList<ReportingPeriod> periods, IEnumerable<ObligationView> all) =>
    [
        .. all.GroupBy(v => v.Agency.Id).Select(g => (Last: g.MaxBy(v => v.Obligation.CutOff)!, Views: g.ToLookup(v => v.Period.Id)))
            .Select(a => new SendingRow(a.Last.Agency, a.Last.Level, a.Last.District,
                [.. periods.Select(p => new SendingCell(p, [.. a.Views[p.Id].OrderBy(SendingCell.MarkOf).ThenBy(v => v.Obligation.DueOn).ThenBy(v => v.Obligation.Id)]))]))
            .OrderBy(r => r.Level).ThenBy(r => r.District?.Name ?? "", VietnameseText.Order).ThenBy(r => r.Agency.Name, VietnameseText.Order).ThenBy(r => r.Agency.Id),
    ];
}
