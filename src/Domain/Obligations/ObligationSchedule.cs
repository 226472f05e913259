using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>An obligation that there should be.</summary>
/// <param name="AgencyId">Who owes.</param>
/// <param name="ReceiverId">Who receives.</param>
/// <param name="Kind">What.</param>
/// <param name="DutyId">The duty; <see cref="ReportingDuty.OfRegime"/> for the regime's own report.</param>
/// <param name="DueOn">Due day.</param>
/// <param name="Heir">Who owes it instead, because the agency ends before the cut-off; null while it does not.</param>
/// <param name="HeirFrom">First day of the new order.</param>
public sealed record WantedObligation(
    Guid AgencyId, Guid ReceiverId, DutyKind Kind, Guid DutyId, DateOnly DueOn, Guid? Heir = null, DateOnly? HeirFrom = null);

/// <summary>
/// Which obligations a period has, for the agencies that exist on its cut-off: pure, so that asking again gives the same. Agencies that a
/// succession ends within the period are in it too, as transferred to their heirs.
/// </summary>
public static class ObligationSchedule
{
    /// <summary>Why an obligation that nothing asks for any more is not expected.</summary>
    public const string NoLongerAsked = "Không còn thuộc diện phải gửi: lịch báo cáo không yêu cầu, hoặc cơ quan không hoạt động vào ngày chốt số liệu.";

    /// <summary>The obligations that a period should have.</summary>
    public static IReadOnlyList<WantedObligation> Of(
        ReportingPeriod period, Receiving receiving, IReadOnlyList<ReportingDuty> duties, IReadOnlyList<Succession> successions)
    {
        var wanted = new List<WantedObligation>();
        foreach (var agency in receiving.Agencies.Values.OrderBy(a => a.Id))
        {
            if (LastDay(agency, period) is not { } day || receiving.ReceiverOf(agency, day) is not { } receiver
                || period.DueDateOf(agency.LevelOn(day)) is not { } dueOn)
                continue;
            if (Heir(agency, period, successions) is var heir && (heir is not null || agency.ExistsOn(period.To)))
                wanted.Add(new(agency.Id, receiver, DutyKind.Report, ReportingDuty.OfRegime, dueOn, heir, heir is null ? null : day.AddDays(1)));
        }
        foreach (var duty in duties.Where(d => d.PeriodKinds.Contains(period.Kind)))
        {
            // Whose agency has ended by the cut-off: its heir owes and receives, if it does not already.
            var receiver = successions.HeirOf(duty.ReceiverId, period.To);
            wanted.AddRange(duty.OwersOn(period.To).Select(id => successions.HeirOf(id, period.To)).Distinct()
                .Where(id => id != receiver && receiving.Agencies.GetValueOrDefault(id)?.ExistsOn(period.To) is true)
                .Select(id => new WantedObligation(id, receiver, duty.Kind, duty.Id, period.To.AddDays(duty.DueAfterDays))));
        }
        return wanted;
    }

    /// <summary>The last day of the period on which the agency exists; null when it does not exist in it or begins only after an end.</summary>
    private static DateOnly? LastDay(Agency agency, ReportingPeriod period) =>
        agency.ExistsOn(period.To) ? period.To : agency.ValidTo is { } last && last >= period.From && last < period.To ? last : null;

    private static Guid? Heir(Agency agency, ReportingPeriod period, IReadOnlyList<Succession> successions) =>
        agency.ExistsOn(period.To) || successions.HeirOf(agency.Id, period.To) is var heir && heir == agency.Id ? null : heir;
}

/// <summary>What is different between the obligations there are and those there should be.</summary>
/// <param name="Added">There should be, and are not.</param>
/// <param name="Rerouted">Open ones that somebody else receives now.</param>
/// <param name="Transferred">Open ones whose agency ends before the cut-off.</param>
/// <param name="Dropped">Open ones that nothing asks for any more.</param>
/// <param name="Resumed">Dropped once, asked for again.</param>
public sealed record ObligationDifference(
    IReadOnlyList<WantedObligation> Added, IReadOnlyList<(Obligation Obligation, Guid ReceiverId)> Rerouted,
    IReadOnlyList<(Obligation Obligation, WantedObligation Wanted)> Transferred, IReadOnlyList<Obligation> Dropped, IReadOnlyList<Obligation> Resumed)
{
    /// <summary>Whether all is as it should be.</summary>
    public bool IsNothing => Added.Count + Rerouted.Count + Transferred.Count + Dropped.Count + Resumed.Count == 0;

    /// <summary>The same without what a locked period would be asked for.</summary>
    /// <param name="period">The period.</param>
    /// <param name="lockedUntil">The last locked day of its plan; null when none is.</param>
    public ObligationDifference Within(ReportingPeriod period, DateOnly? lockedUntil) =>
        lockedUntil >= period.To ? this with { Added = [], Resumed = [] } : this;

    /// <summary>Compares.</summary>
    public static ObligationDifference Between(IReadOnlyList<Obligation> there, IReadOnlyList<WantedObligation> wanted)
    {
        var byKey = there.ToDictionary(o => (o.AgencyId, o.DutyId));
        var pairs = wanted.Where(w => byKey.ContainsKey((w.AgencyId, w.DutyId))).Select(w => (Obligation: byKey[(w.AgencyId, w.DutyId)], Wanted: w)).ToList();
        var asked = wanted.Select(w => (w.AgencyId, w.DutyId)).ToHashSet();
        return new(
            [.. wanted.Where(w => !byKey.ContainsKey((w.AgencyId, w.DutyId)))],
            [.. pairs.Where(p => p.Obligation.IsOpen && p.Wanted.Heir is null && p.Obligation.ReceiverId != p.Wanted.ReceiverId)
                .Select(p => (p.Obligation, p.Wanted.ReceiverId))],
            [.. pairs.Where(p => p.Obligation.IsOpen && p.Wanted.Heir is not null)],
            [.. there.Where(o => o.IsOpen && !asked.Contains((o.AgencyId, o.DutyId)))],
            [.. pairs.Where(p => p.Obligation.Waiver?.Reason == ObligationSchedule.NoLongerAsked && p.Wanted.Heir is null).Select(p => p.Obligation)]);
    }
}
