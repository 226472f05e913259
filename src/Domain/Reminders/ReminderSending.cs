using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.Reminders;

/// <summary>
/// Mails what waits. A reminder is claimed before it is handed over: if the program stops between the two it is not tried again by
/// itself, since a mail too few is seen in the log and a mail too many cannot be taken back.
/// </summary>
public sealed class ReminderSending(IStore store, IReminderBook book, IMailer mailer, BusinessClock clock)
{
    private const int AtOnce = 50;
    private const int MaxError = 500;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    /// <summary>Mails those whose time has come; how many the server took.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        if (!mailer.IsConfigured)
            return 0;
        var taken = 0;
        foreach (var id in await book.Due(clock.UtcNow, AtOnce, cancel))
        {
            if ((await Claim(id, cancel)).Value is not { } reminder)
                continue;
            var error = await mailer.Send(reminder.Email!, reminder.PersonName, reminder.Subject, reminder.Body, cancel);
            await Note(id, error, CancellationToken.None);
            taken += error is null ? 1 : 0;
        }
        return taken;
    }

    private Task<Result<Reminder>> Claim(Guid id, CancellationToken cancel) => store.Write<Reminder>(Actor.System, async changes =>
    {
        if (await changes.Reminders.Load(id, cancel) is not { Status: ReminderStatus.Waiting, Email: not null } reminder || reminder.NextTryAt > clock.UtcNow)
            return Refusal.Conflict("reminders.taken", "Thư nhắc này không còn chờ gửi.");
        (reminder.Status, reminder.NextTryAt) = (ReminderStatus.Sending, null);
        reminder.Version++;
        changes.Record(Row(reminder, "claim", null));
        return reminder;
    }, cancel);

    private Task<Result<Reminder>> Note(Guid id, string? error, CancellationToken cancel) => store.Write<Reminder>(Actor.System, async changes =>
    {
        var reminder = (await changes.Reminders.Load(id, cancel))!;
        var said = error is { Length: > MaxError } ? error[..MaxError] : error;
        reminder.Attempts.Add(new ReminderAttempt(clock.UtcNow, said));
        var failures = reminder.Attempts.Count(a => a.Error is not null);
        (reminder.Status, reminder.NextTryAt) = said is null ? (ReminderStatus.Sent, null)
            : failures <= Pauses.Length ? (ReminderStatus.Waiting, clock.UtcNow + Pauses[failures - 1])
            : (ReminderStatus.Failed, (DateTime?)null);
        reminder.Version++;
        changes.Record(Row(reminder, said is null ? "sent" : "send-failed", said));
        return reminder;
    }, cancel);

    private History.Change Row(Reminder reminder, string what, string? reason) =>
        ObligationHistory.Row(Actor.System, clock.UtcNow, "reminder", reminder.Id, reminder.AgencyId, what, null, null, reason);
}
