using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>
/// A duty that a plan gives to named agencies beside the regime's own reports (data): content by cadence, or a report that a division receives
/// for its agency. It is owed for every period of its kinds in the plan's calendar.
/// </summary>
public sealed class ReportingDuty
{
    /// <summary>Stands in an obligation for the report that the regime itself asks of every agency of a level.</summary>
    public static readonly Guid OfRegime = Guid.Empty;

    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>What is owed.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>In words: "Cung cấp thông tin, nội dung tuyên truyền về CCHC".</summary>
    public required string Title { get; set; }

    /// <summary>The agencies that owe, and those that once did: what was owed for earlier periods stays owed.</summary>
    public List<DutyOwer> Owers { get; init; } = [];

    /// <summary>The agency or division that receives.</summary>
    public required Guid ReceiverId { get; set; }

    /// <summary>Kinds of period it is owed for.</summary>
    public List<PeriodKind> PeriodKinds { get; init; } = [];

    /// <summary>The due day, in days after the cut-off.</summary>
    public required int DueAfterDays { get; set; }

    /// <summary>Who ended it, when and why; null while it goes on.</summary>
    public DutyEnd? End { get; set; }

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who owes it for a period with this cut-off.</summary>
    public IEnumerable<Guid> OwersOn(DateOnly cutOff) =>
        End is { } end && end.On <= cutOff ? [] : Owers.Where(o => o.Owes(cutOff)).Select(o => o.AgencyId).Distinct();

    /// <summary>Lets these agencies owe it, and no others, for cut-offs from a day on.</summary>
    public void Give(IReadOnlyCollection<Guid> agencies, DateOnly from)
    {
        var now = OwersOn(from).ToHashSet();
        var spans = Owers.Select(o => o.Owes(from) && !agencies.Contains(o.AgencyId) ? o with { Until = from } : o)
            .Where(o => o.Until is not { } until || o.From is not { } since || since < until).ToList();
        Owers.Clear();
        Owers.AddRange([.. spans, .. agencies.Where(a => !now.Contains(a)).Select(a => new DutyOwer(a, from))]);
    }
}

/// <summary>An agency that owes a duty, for the cut-offs of a span.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="From">The first cut-off; null for all from the beginning.</param>
/// <param name="Until">No longer for cut-offs on the day or later; null while it owes.</param>
public sealed record DutyOwer(Guid AgencyId, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Whether it owes for a cut-off.</summary>
    public bool Owes(DateOnly cutOff) => (From is null || From <= cutOff) && (Until is null || cutOff < Until);
}

/// <summary>The end of a duty: nothing is owed for cut-offs on the day or later.</summary>
/// <param name="On">The day.</param>
/// <param name="By">Name of the person.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record DutyEnd(DateOnly On, string By, DateTime At, string Reason);
