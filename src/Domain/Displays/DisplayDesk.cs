using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Displays;

/// <summary>Use cases of a leader: make a link for the screen of a meeting room, see which are open, revoke one.</summary>
public sealed class DisplayDesk(IStore store, IDisplayBook book, IPlanLibrary plans, BusinessClock clock, TimeProvider time)
{
    /// <summary>How many may be open at the same time: a city has not more meeting rooms.</summary>
    public const int MostOpen = 50;

    /// <summary>The refusal for a link that is not there, or is over.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("displays.unknown", "Không có liên kết trình chiếu này, hoặc liên kết đã hết hạn hay đã thu hồi.");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The links that are open, of all who make them: one meeting room is nobody's own.</summary>
    public async Task<Result<IReadOnlyList<MadeDisplay>>> List(Actor actor, CancellationToken cancel) =>
        actor.Demand(Operation.MakeDisplays) is { } notAllowed ? notAllowed : Result<IReadOnlyList<MadeDisplay>>.Of(await book.Open(Now, cancel));

    /// <summary>Makes a link.</summary>
    public async Task<Result<NewDisplay>> Make(Actor actor, Result<DisplayOrder> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.MakeDisplays) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var order = asked with { Name = VietnameseText.Clean(asked.Name) };
        var plan = await plans.Find(order.PlanId, cancel);
        if (Check(order, plan) is { } invalid)
            return invalid;
        var secret = DisplaySecret.New();
        return await store.Write<NewDisplay>(actor, async changes =>
        {
            var now = Now;
            if (await changes.Displays.CountOpen(now, cancel) >= MostOpen)
                return Refusal.Conflict("displays.too-many", $"Đang có {MostOpen} liên kết trình chiếu còn hạn. Hãy thu hồi bớt rồi tạo liên kết mới.");
            var link = new DisplayLink
            {
                PlanId = order.PlanId, MadeById = actor.AccountId, SecretHash = DisplaySecret.HashOf(secret), Name = order.Name!, CreatedAt = now,
                ExpiresAt = now.AddHours(order.Hours),
            };
            changes.Displays.Add(link);
            changes.Record(Row(actor, link, "make", plan!.Number));
            return new NewDisplay(new(link, actor.FullName, true, plan.Number), secret);
        }, cancel);
    }

    /// <summary>Revokes a link: what shows it is dark at its next sign of life.</summary>
    public async Task<Result<DisplayLink>> Revoke(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        actor.Demand(Operation.MakeDisplays) is { } notAllowed ? notAllowed : await store.Write<DisplayLink>(actor, async changes =>
        {
            var now = Now;
            if (await changes.Displays.Load(id, cancel) is not { } link || !link.IsOpenAt(now))
                return Unknown;
            if (version.Check(link.Version) is { } stale)
                return stale;
            (link.RevokedAt, link.Version) = (now, link.Version + 1);
            changes.Record(Row(actor, link, "revoke", (await plans.Find(link.PlanId, cancel))?.Number));
            return link;
        }, cancel);

    private static Refusal? Check(DisplayOrder order, Plan? plan)
    {
        var errors = new FieldErrors();
        if (plan is null)
            errors.Add("planId", "Không có kế hoạch này. Hãy chọn một kế hoạch trong danh sách.");
        errors.Line("name", order.Name, DisplayOrder.MaxName, "Tên cuộc họp hoặc phòng họp");
        if (order.Hours is < 1 or > DisplayOrder.MostHours)
            errors.Add("hours", $"Thời hạn từ 1 đến {DisplayOrder.MostHours} giờ.");
        return errors.Refusal;
    }

    private Change Row(Actor actor, DisplayLink link, string what, string? planNumber) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = actor.Agency?.Id,
        Door = actor.Door,
        Entity = "display",
        EntityId = link.Id,
        What = what,
        New = HistoryJson.Of(new { displayName = link.Name, plan = planNumber, link.ExpiresAt }),
    };
}
