using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.Calendar;

/// <summary>A holiday as it is asked for.</summary>
public sealed record HolidayInput(DateOnly Day, string? Name, bool IsWorked);

/// <summary>Use cases of the list of holidays: it only decides on warnings and lawful due days, it moves none.</summary>
public sealed class HolidayAdministration(IStore store, ICalendarBook book, BusinessClock clock)
{
    private const string Entity = "holiday";
    private const int MaxName = 100;

    /// <summary>The list, by day.</summary>
    public async Task<Result<IReadOnlyList<Holiday>>> List(Actor actor, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } refusal ? refusal : Result<IReadOnlyList<Holiday>>.Of(await book.Holidays(cancel));

    /// <summary>One of the list.</summary>
    public async Task<Result<Holiday>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return (await book.Holidays(cancel)).FirstOrDefault(h => h.Id == id) is { } holiday ? holiday : Unknown;
    }

    /// <summary>Adds a day.</summary>
    public async Task<Result<Holiday>> Add(Actor actor, Result<HolidayInput> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageCalendar) is { } refusal)
            return refusal;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var errors = new FieldErrors();
        var name = VietnameseText.Clean(asked.Name);
        errors.Line("name", name, MaxName, "Tên ngày nghỉ", needed: true);
        if (asked.Day.Year is < 2000 or > 2100)
            errors.Add("day", "Ngày phải trong khoảng từ năm 2000 đến năm 2100.");
        else if (asked.IsWorked && asked.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            errors.Add("isWorked", "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.");
        if (errors.Refusal is { } invalid)
            return invalid;
        return await store.Write<Holiday>(actor, async changes =>
        {
            if ((await changes.Calendar.Holidays(cancel)).Any(h => h.Day == asked.Day))
                return Refusal.Conflict("holidays.taken", $"Ngày {asked.Day:dd/MM/yyyy} đã có trong danh mục.");
            var holiday = new Holiday { Day = asked.Day, Name = name!, IsWorked = asked.IsWorked };
            changes.Calendar.Add(holiday);
            changes.Record(ObligationHistory.Row(actor, clock.UtcNow, Entity, holiday.Id, null, "add", null, Fields(holiday)));
            return holiday;
        }, cancel);
    }

    /// <summary>Takes a day out.</summary>
    public async Task<Result<Holiday>> Remove(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel)
    {
        if ((await Find(actor, id, cancel)).Refusal is { } notThere)
            return notThere;
        if (actor.Demand(Operation.ManageCalendar) is { } refusal)
            return refusal;
        return await store.Write<Holiday>(actor, async changes =>
        {
            if ((await changes.Calendar.Holidays(cancel)).FirstOrDefault(h => h.Id == id) is not { } holiday)
                return Unknown;
            if (version.Check(holiday.Version) is { } stale)
                return stale;
            changes.Calendar.Remove(holiday);
            changes.Record(ObligationHistory.Row(actor, clock.UtcNow, Entity, holiday.Id, null, "remove", Fields(holiday), null));
            return holiday;
        }, cancel);
    }

    private static Refusal Unknown { get; } = Refusal.NotFound("holidays.unknown", "Không có ngày này trong danh mục.");

    private static object Fields(Holiday holiday) => new { holiday.Day, holiday.Name, holiday.IsWorked };
}
