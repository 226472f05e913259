using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Reminders;

/// <summary>
/// The daily round (rule of reminders): one digest per person and day, never empty, never twice for the same step. Marks and digest are
/// one transaction, so a round that was broken off, or run twice at once, starts where it stopped; a missed day is caught up by the last
/// step reached.
/// </summary>
public sealed class ReminderRound(
    IStore store, IObligationBook book, ObligationReading reading, IReminderBook reminders, IAgencyRegister register, IReportingCalendar periods,
    IMailer mailer, BusinessClock clock)
{
    private const string Entity = "reminder";

    /// <summary>Makes the digests of today; how many.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var (from, to) = Window((await reminders.Settings(cancel))?.Steps ?? ReminderLadder.Default, clock.Today);
        if (!(await book.Of(new ObligationFilter(DueFrom: from, DueTo: to), cancel)).Any(o => o.IsOpen))
            return 0;
        var made = await store.Write<RoundResult>(Actor.System, async changes => await Run(changes, cancel), cancel);
        return made.Value?.Digests ?? 0;
    }

    /// <summary>Due days that a step of today, or one still to be caught up, can belong to.</summary>
    public static (DateOnly From, DateOnly To) Window(IReadOnlyCollection<int> steps, DateOnly today) => steps.Count == 0
        ? (today.AddDays(1), today)
        : (today.AddDays(-steps.Max() - ReminderLadder.CaughtUpDays), today.AddDays(-Math.Min(0, steps.Min())));

    private async Task<Result<RoundResult>> Run(IChanges changes, CancellationToken cancel)
    {
        var today = clock.Today;
        IReadOnlyList<int> steps = (await changes.Reminders.Settings(cancel))?.Steps ?? ReminderLadder.Default;
        var (from, to) = Window(steps, today);
        var open = (await changes.Reminders.Obligations(from, to, cancel)).Where(o => o.IsOpen).ToList();
        var marks = await changes.Reminders.Marks([.. open.Select(o => o.Id)], cancel);
        var reminded = await changes.Reminders.RemindedOn(today, cancel);
        var preferences = await changes.Reminders.Preferences(cancel);
        var successions = await register.Successions(cancel);
        var views = (await Views(open, cancel)).ToDictionary(v => v.Obligation.Id);
        var digests = 0;
        foreach (var person in (await changes.Accounts.LoadAll(cancel)).Where(p => IsReminded(p) && !reminded.Contains(p.Id)))
        {
            if (person.AgencyOn(today) is not { } agencyId)
                continue;
            var agencies = successions.PredecessorsOf(agencyId, today).Append(agencyId).ToHashSet();
            var preference = preferences.GetValueOrDefault(person.Id);
            var wanted = steps.Except(preference?.Without ?? []).ToList();
            var named = open.Where(o => agencies.Contains(o.AgencyId) && !views[o.Id].IsLocked)
                .Select(o => (Obligation: o, Step: ReminderLadder.Reached(wanted, o.DueOn, today)))
                .Where(n => n.Step is { } step && !marks.Contains(new ReminderMark(person.Id, n.Obligation.Id, n.Obligation.DueOn, step)))
                .OrderBy(n => n.Obligation.DueOn).ThenBy(n => n.Obligation.Id).ToList();
            if (named.Count == 0)
                continue;
            var items = named.Select(n => new ReminderItem(
                n.Obligation.Id, n.Step!.Value, views[n.Obligation.Id].Title, views[n.Obligation.Id].Agency.Name, n.Obligation.DueOn)).ToList();
            changes.Reminders.Add(
                Digest(person, agencyId, items, preference?.ByEmail ?? true, mailer, clock),
                named.Select(n => new ReminderMark(person.Id, n.Obligation.Id, n.Obligation.DueOn, n.Step!.Value)));
            digests++;
        }
        if (digests > 0)
            changes.Record(ObligationHistory.Row(Actor.System, clock.UtcNow, Entity, Guid.CreateVersion7(), null, "round", null, new { Day = today, Digests = digests }));
        return new RoundResult(digests);
    }

    /// <summary>Who is reminded: reporters and heads whose account is open.</summary>
    internal static bool IsReminded(UserAccount person) => !person.IsDisabled && person.Roles.Any(r => r is Role.Reporter or Role.Head);

    /// <summary>A digest of today.</summary>
    internal static Reminder Digest(
        UserAccount person, Guid agencyId, List<ReminderItem> items, bool byEmail, IMailer mailer, BusinessClock clock)
    {
        var isMailed = byEmail && mailer.IsConfigured && person.Email is not null;
        return new Reminder
        {
            AccountId = person.Id,
            PersonName = person.FullName,
            AgencyId = agencyId,
            Email = person.Email,
            Day = clock.Today,
            Subject = ReminderText.Subject(items, clock.Today),
            Body = ReminderText.Body(person.FullName, items, clock.Today),
            Items = items,
            Status = isMailed ? ReminderStatus.Waiting : ReminderStatus.ToRead,
            NextTryAt = isMailed ? clock.UtcNow : null,
            CreatedAt = clock.UtcNow,
        };
    }

    private async Task<IReadOnlyList<ObligationView>> Views(List<Obligation> open, CancellationToken cancel)
    {
        var views = new List<ObligationView>();
        foreach (var plan in open.GroupBy(o => o.PlanId))
            views.AddRange(await reading.Views([.. plan], await periods.Of(plan.Key, cancel), cancel));
        return views;
    }

    private sealed record RoundResult(int Digests);
}
