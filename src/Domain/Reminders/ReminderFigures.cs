using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.Reminders;

/// <summary>Counts the days on which what an agency owes was named to anybody of it.</summary>
public sealed class ReminderFigures(IObligationBook obligations, IReminderBook reminders) : IReminderFigures
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, ReminderFigure>> OfPeriod(Guid periodId, DateOnly asOf, CancellationToken cancel)
    {
        var owed = await obligations.Of(new ObligationFilter(PeriodId: periodId), cancel);
        var days = await reminders.DaysOf([.. owed.Select(o => o.Id)], cancel);
        return owed.Select(o => (o.AgencyId, Days: days.GetValueOrDefault(o.Id, []).Where(d => d <= asOf)))
            .GroupBy(o => o.AgencyId, o => o.Days)
            .Select(g => (Agency: g.Key, Days: g.SelectMany(d => d).ToHashSet())).Where(g => g.Days.Count > 0)
            .ToDictionary(g => g.Agency, g => new ReminderFigure(g.Days.Count, g.Days.Max()));
    }
}
