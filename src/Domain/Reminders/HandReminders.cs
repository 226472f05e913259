using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.Reminders;

/// <summary>
/// Use case by which Sở Nội vụ reminds one late unit now. Each of its people has at most one digest a day, whoever makes it: who had one today
/// is left out, and when nobody is left it is refused.
/// </summary>
public sealed class HandReminders(
    IStore store, ObligationReading reading, IAgencyRegister register, IMailer mailer, BusinessClock clock)
{
    /// <summary>Reminds; the digests made.</summary>
    public async Task<Result<IReadOnlyList<Reminder>>> Remind(Actor actor, Guid obligationId, ExpectedVersion version, CancellationToken cancel)
    {
        if ((await reading.Find(actor, obligationId, cancel)).Refused(out var notThere, out var view))
            return notThere;
        if (actor.Demand(Operation.ManageReminders) is { } refusal)
            return refusal;
        var successions = await register.Successions(cancel);
        return await store.Write<IReadOnlyList<Reminder>>(actor, async changes =>
        {
            if (await changes.Obligations.Load(obligationId, cancel) is not { } obligation)
                return ObligationReading.Unknown;
            if (version.Check(obligation.Version) is { } stale)
                return stale;
            if (obligation.StateOn(clock.Today) is not ObligationState.Overdue)
                return Refusal.Conflict("reminders.not-late", "Chỉ nhắc được đơn vị đã quá hạn mà chưa gửi.");
            if (await changes.Entries.LockedUntil(obligation.PlanId, cancel) >= obligation.CutOff)
                return Refusal.Conflict("reminders.locked", "Báo cáo tổng hợp của kỳ này đã ban hành nên đơn vị không gửi được nữa; không còn gì để nhắc.");
            var people = (await changes.Accounts.LoadAll(cancel)).Where(p => ReminderRound.IsReminded(p)
                && p.AgencyOn(clock.Today) is { } agency && (agency == obligation.AgencyId || successions.PredecessorsOf(agency, clock.Today).Contains(obligation.AgencyId))).ToList();
            if (people.Count == 0)
                return Refusal.Conflict("reminders.nobody", "Đơn vị này chưa có tài khoản cán bộ báo cáo hay lãnh đạo đang dùng nên không có ai để nhắc.");
            var reminded = await changes.Reminders.RemindedOn(clock.Today, cancel);
            if (people.TrueForAll(p => reminded.Contains(p.Id)))
                return Refusal.Conflict("reminders.today", "Hôm nay đã nhắc những người của đơn vị này rồi; mỗi người nhận nhiều nhất một thư nhắc một ngày.");
            var made = await Make(people.Where(p => !reminded.Contains(p.Id)), obligation, view, changes, cancel);
            changes.Record(ObligationHistory.Row(
                actor, clock.UtcNow, ObligationHistory.Entity, obligation.Id, obligation.AgencyId, "remind", null, new { Day = clock.Today, Digests = made.Count }));
            return Result<IReadOnlyList<Reminder>>.Of(made);
        }, cancel);
    }

    private async Task<List<Reminder>> Make(
        IEnumerable<UserAccount> people, Obligation obligation, ObligationView view, IChanges changes, CancellationToken cancel)
    {
        var preferences = await changes.Reminders.Preferences(cancel);
        var marks = await changes.Reminders.Marks([obligation.Id], cancel);
        var step = clock.Today.DayNumber - obligation.DueOn.DayNumber;
        var made = new List<Reminder>();
        foreach (var person in people)
        {
            var digest = ReminderRound.Digest(
                person, person.AgencyOn(clock.Today)!.Value, [new(obligation.Id, step, view.Title, view.Agency.Name, obligation.DueOn)],
                preferences.GetValueOrDefault(person.Id)?.ByEmail ?? true, mailer, clock);
            var mark = new ReminderMark(person.Id, obligation.Id, obligation.DueOn, step);
            changes.Reminders.Add(digest, marks.Contains(mark) ? [] : [mark]);
            made.Add(digest);
        }
        return made;
    }
}
