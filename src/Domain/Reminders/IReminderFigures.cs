namespace PlanTracker.Domain.Reminders;

/// <summary>How often an agency was reminded of what it owes for a period.</summary>
/// <param name="Days">On how many days; a day counts once, however many of its people had a digest.</param>
/// <param name="LastOn">The last of them.</param>
public sealed record ReminderFigure(int Days, DateOnly LastOn);

/// <summary>What reports on timeliness print of reminders (Phụ lục V).</summary>
public interface IReminderFigures
{
    /// <summary>By agency: the reminders of a period's reports up to a day, that day too. Agencies that were never reminded are absent.</summary>
    Task<IReadOnlyDictionary<Guid, ReminderFigure>> OfPeriod(Guid periodId, DateOnly asOf, CancellationToken cancel);
}
