using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.Reminders;

/// <summary>
/// Use cases by which Sở Nội vụ reminds late units now. Each of their people has at most one digest a day, whoever makes it: who had one today
/// is left out, and when nobody is left it is refused.
/// </summary>
public sealed class HandReminders(
    IStore store, ObligationReading reading, IAgencyRegister register, IMailer mailer, BusinessClock clock)
{
    /// <summary>Reminds of one late report; the digests made.</summary>
    public async Task<Result<IReadOnlyList<Reminder>>> Remind(Actor actor, Guid obligationId, ExpectedVersion version, CancellationToken cancel) =>
        (await RemindMany(actor, [(obligationId, version)], cancel))[0].Result;

    /// <summary>
    /// Reminds of several late reports, each answered for itself: one refused leaves the others. What an agency owes is named in one digest, so
    /// that nobody has two of a day.
    /// </summary>
    public async Task<IReadOnlyList<(Guid Id, Result<IReadOnlyList<Reminder>> Result)>> RemindMany(
        Actor actor, IReadOnlyList<(Guid Id, ExpectedVersion Version)> items, CancellationToken cancel)
    {
        var results = new Dictionary<Guid, Result<IReadOnlyList<Reminder>>>();
        var asked = new List<Asked>();
        foreach (var (id, version) in items)
        {
            if ((await reading.Find(actor, id, cancel)).Refused(out var notThere, out var view))
                results[id] = notThere;
            else if (actor.Demand(Operation.ManageReminders) is { } refusal)
                results[id] = refusal;
            else
                asked.Add(new(view, version));
        }
        if (asked.Count > 0)
        {
            var successions = await register.Successions(cancel);
            foreach (var agency in asked.GroupBy(a => a.View.Obligation.AgencyId))
                await RemindAgency(actor, agency.Key, [.. agency], successions, results, cancel);
        }
        return [.. items.Select(i => (i.Id, results[i.Id]))];
    }

    private async Task RemindAgency(
        Actor actor, Guid agencyId, List<Asked> asked, IReadOnlyList<Succession> successions, Dictionary<Guid, Result<IReadOnlyList<Reminder>>> results, CancellationToken cancel)
    {
        var late = new List<(Obligation Obligation, ObligationView View)>();
        var written = await store.Write<IReadOnlyList<Reminder>>(actor, async changes =>
        {
            late.Clear();
            foreach (var (view, version) in asked)
            {
                var (obligation, refusal) = await Judge(changes, view.Obligation.Id, version, cancel);
                if (refusal is not null)
                    results[view.Obligation.Id] = refusal;
                else
                    late.Add((obligation!, view));
            }
            if (late.Count == 0)
                return results[asked[0].View.Obligation.Id].Refusal!;
            var people = (await changes.Accounts.LoadAll(cancel)).Where(p => ReminderRound.IsReminded(p)
                && p.AgencyOn(clock.Today) is { } agency && (agency == agencyId || successions.PredecessorsOf(agency, clock.Today).Contains(agencyId))).ToList();
            if (people.Count == 0)
                return Refusal.Conflict("reminders.nobody", "Đơn vị này chưa có tài khoản cán bộ báo cáo hay lãnh đạo đang dùng nên không có ai để nhắc.");
            var reminded = await changes.Reminders.RemindedOn(clock.Today, cancel);
            if (people.TrueForAll(p => reminded.Contains(p.Id)))
                return Refusal.Conflict("reminders.today", "Hôm nay đã nhắc những người của đơn vị này rồi; mỗi người nhận nhiều nhất một thư nhắc một ngày.");
            var made = await Make(people.Where(p => !reminded.Contains(p.Id)), late, changes, cancel);
            foreach (var (obligation, _) in late)
            {
                changes.Record(ObligationHistory.Row(
                    actor, clock.UtcNow, ObligationHistory.Entity, obligation.Id, obligation.AgencyId, "remind", null, new { Day = clock.Today, Digests = made.Count }));
            }
            return Result<IReadOnlyList<Reminder>>.Of(made);
        }, cancel);
        foreach (var (obligation, _) in late)
            results[obligation.Id] = written;
    }

    /// <summary>What can be reminded of now: late, as it was read, and still to be sent.</summary>
    private async Task<(Obligation? Obligation, Refusal? Refusal)> Judge(IChanges changes, Guid id, ExpectedVersion version, CancellationToken cancel)
    {
        if (await changes.Obligations.Load(id, cancel) is not { } obligation)
            return (null, ObligationReading.Unknown);
        if (version.Check(obligation.Version) is { } stale)
            return (null, stale);
        if (obligation.StateOn(clock.Today) is not ObligationState.Overdue)
            return (null, Refusal.Conflict("reminders.not-late", "Chỉ nhắc được đơn vị đã quá hạn mà chưa gửi."));
        return await changes.Entries.LockedUntil(obligation.PlanId, cancel) >= obligation.CutOff
            ? (null, Refusal.Conflict("reminders.locked", "Báo cáo tổng hợp của kỳ này đã ban hành nên đơn vị không gửi được nữa; không còn gì để nhắc."))
            : (obligation, null);
    }

    private async Task<List<Reminder>> Make(
        IEnumerable<UserAccount> people, List<(Obligation Obligation, ObligationView View)> late, IChanges changes, CancellationToken cancel)
    {
        var preferences = await changes.Reminders.Preferences(cancel);
        var marks = await changes.Reminders.Marks([.. late.Select(l => l.Obligation.Id)], cancel);
        var made = new List<Reminder>();
        foreach (var person in people)
        {
            var digest = ReminderRound.Digest(
                person, person.AgencyOn(clock.Today)!.Value,
                [.. late.Select(l => new ReminderItem(l.Obligation.Id, StepOf(l.Obligation), l.View.Title, l.View.Agency.Name, l.Obligation.DueOn))],
                preferences.GetValueOrDefault(person.Id)?.ByEmail ?? true, mailer, clock);
            changes.Reminders.Add(digest, [.. late.Select(l => new ReminderMark(person.Id, l.Obligation.Id, l.Obligation.DueOn, StepOf(l.Obligation))).Except(marks)]);
            made.Add(digest);
        }
        return made;
    }

    private int StepOf(Obligation obligation) => clock.Today.DayNumber - obligation.DueOn.DayNumber;

    /// <summary>A late report that somebody asks to remind of, as it was read.</summary>
    private sealed record Asked(ObligationView View, ExpectedVersion Version);
}
