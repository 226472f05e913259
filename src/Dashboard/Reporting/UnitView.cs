using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Work;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>What a unit comes for.</summary>
/// <param name="Agency">The reader's agency.</param>
/// <param name="Work">What the reader is to do, by kind.</param>
/// <param name="Returned">What came back and others are mending; null for who mends it.</param>
/// <param name="Owed">Reports that the agency owes, by due day.</param>
/// <param name="Led">Activities it leads.</param>
/// <param name="Peers">Its figures beside those of its kind.</param>
/// <param name="MayLog">Whether the reader logs progress.</param>
public sealed record UnitView(
    AgencyRef Agency, IReadOnlyList<WorkGroup> Work, WorkGroup? Returned, IReadOnlyList<ObligationView> Owed, IReadOnlyList<ActivityProgress> Led,
    PeerView? Peers, bool MayLog);
