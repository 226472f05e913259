using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;
using PlanTracker.Storage.Access;

namespace PlanTracker.Storage.Seed;

/// <summary>What the demo's people were reminded of up to the end of the story, by the same ladder; to be read in the outbox.</summary>
internal sealed class DemoReminders(PlanDb db, SeedIds ids, SeedAgencies agencies)
{
    private static readonly Dictionary<DutyKind, string> Titles = new() { [DutyKind.Report] = "Báo cáo", [DutyKind.Content] = "Cung cấp nội dung" };

    /// <summary>Plays the mornings from the first due day on.</summary>
    public void Load()
    {
        var roles = db.Roles.Local.ToDictionary(r => r.Id, r => r.Name);
        var reminded = db.UserRoles.Local.Where(r => roles[r.RoleId] is nameof(Role.Reporter) or nameof(Role.Head)).Select(r => r.UserId).ToHashSet();
        var periods = db.Periods.Local.ToDictionary(p => p.Id, p => p.Name);
        var obligations = db.Obligations.Local.Where(o => o.IsExpected).ToLookup(o => o.AgencyId);
        foreach (var person in db.Users.Local.Where(u => reminded.Contains(u.Id) && u.AgencyId is not null).ToList())
        {
            foreach (var day in obligations[person.AgencyId!.Value].SelectMany(o => ReminderLadder.Default.Select(o.DueOn.AddDays))
                .Where(d => d < Demo.StoryEndsOn).Distinct().Order())
            {
                var named = obligations[person.AgencyId.Value].Where(o => ReminderLadder.Default.Contains(day.DayNumber - o.DueOn.DayNumber) && !IsFiled(o, day)).ToList();
                if (named.Count > 0)
                    Add(person, day, [.. named.Select(o => new ReminderItem(o.Id, day.DayNumber - o.DueOn.DayNumber,
                        $"{Titles[o.Duty]} {periods[o.PeriodId]}", agencies.ById[o.AgencyId].NameOn(day).Name, o.DueOn))]);
            }
        }
    }

    private void Add(Account person, DateOnly day, List<ReminderItem> items)
    {
        db.Reminders.Add(new Reminder
        {
            Id = ids.Next(),
            AccountId = person.Id,
            PersonName = person.FullName,
            AgencyId = person.AgencyId!.Value,
            Day = day,
            Subject = ReminderText.Subject(items, day),
            Body = ReminderText.Body(person.FullName, items, day),
            Items = items,
            Status = ReminderStatus.ToRead,
            CreatedAt = new DateTimeOffset(day.ToDateTime(new TimeOnly(7, 0)), BusinessClock.Vietnam.BaseUtcOffset).UtcDateTime,
        });
        db.ReminderMarks.AddRange(items.Select(i => new ReminderMark(person.Id, i.ObligationId, i.DueOn, i.Step)));
    }

    private static bool IsFiled(Obligation obligation, DateOnly day) => obligation.FirstSubmittedAt is { } at && BusinessClock.DayOf(at) < day;
}
