using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Progress;

/// <summary>Entries in the domain's words.</summary>
internal static class EntrySteps
{
    public static World Memory(DateOnly today)
    {
        var world = new World(Given.Plan246(), today);
        (string Code, string Name, DateOnly From, DateOnly To, PeriodKind Kind)[] periods =
        [
            ("2024-Q1", "Quý I", new(2023, 12, 15), new(2024, 3, 14), PeriodKind.Quarter),
            ("2024-H1", "6 tháng", new(2023, 12, 15), new(2024, 6, 14), PeriodKind.HalfYear),
            ("2024-Q3", "Quý III", new(2024, 6, 15), new(2024, 9, 14), PeriodKind.Quarter),
            ("2024-Y", "Năm", new(2023, 12, 15), new(2024, 12, 14), PeriodKind.Year),
            ("2024-KH", "Kế hoạch", new(2024, 1, 1), new(2024, 12, 31), PeriodKind.Closing),
        ];
        world.Periods.AddRange(periods.Select(p => new ReportingPeriod
        {
            PlanId = world.PlanId, Regime = "CCHC", Code = p.Code, Name = p.Name, From = p.From, To = p.To, Kind = p.Kind,
        }));
        return world;
    }

    public static EntryContent Content(World world, string label, DateOnly date, decimal quantity = 1) => new()
    {
        TargetId = world.Plan.Target(label).Id, Date = date, Quantity = quantity, Title = "Chuyên mục CCHC", NoEvidenceReason = "Chờ đài xác nhận",
    };

    public static ProgressEntry Confirmed(World world, string label, DateOnly date, decimal quantity)
    {
        var activity = world.Plan.ActivityOf(label);
        return new()
        {
            PlanId = world.PlanId, ActivityId = activity.Id, AgencyId = activity.LeadAgencyId, CreatedById = Guid.CreateVersion7(),
            CreatedByName = "Ai đó", CreatedAt = DateTime.UnixEpoch, Content = Content(world, label, date, quantity), CountedOn = date,
            Status = EntryStatus.Confirmed,
        };
    }

    public static async Task<EntryView> Logged(this World world, Actor actor, string label, DateOnly date, decimal quantity = 1) =>
        (await world.Log.Log(actor, world.Plan.ActivityOf(label).Id, Content(world, label, date, quantity), default)).Value!;

    public static async Task<EntryView> Submitted(this World world, Actor actor, string label, DateOnly date, decimal quantity = 1)
    {
        var logged = await world.Logged(actor, label, date, quantity);
        return (await world.Log.Submit(actor, logged.Entry.Id, ExpectedVersion.Any, default)).Value!;
    }
}

/// <summary>Plan 246 in memory.</summary>
internal sealed class World(Plan plan, DateOnly today)
{
    private readonly InMemory memory = new(plan, today);

    public Plan Plan { get; } = plan;

    public ProgressCharts Charts => memory.Charts;
    public Guid PlanId => Plan.Id;
    public InMemory Memory => memory;
    public List<ProgressEntry> Entries => memory.Entries;
    public List<Domain.History.Change> History => memory.History;
    public List<ReportingPeriod> Periods => memory.Periods;
    public Domain.Plans.IPlanLibrary Library => memory;
    public BusinessClock Clock => memory.Clock;
    public EntryLog Log => memory.Log;
    public EntryReading Reading => memory.Reading;
    public PlanProgress Progress => memory.Progress;
    public PlanReports Reports => memory.Reports;
    public ReportShelf Shelf => memory.Shelf;

    public void Lock(DateOnly until) => memory.Locked = until;
}
