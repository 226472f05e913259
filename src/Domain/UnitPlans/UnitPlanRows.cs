using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>Use cases of the activities of agencies' own plans: freely while it is a draft, with a reason once it is issued; what was done stays.</summary>
public sealed class UnitPlanRows(IStore store, IPlanLibrary plans, BusinessClock clock)
{
    /// <summary>Adds an activity.</summary>
    public Task<Result<UnitPlan>> Add(Actor actor, Guid id, ExpectedVersion version, Result<UnitActivityOrder> input, CancellationToken cancel)
    {
        UnitActivityOrder? order = null;
        return Change(actor, id, null, UnitPlanVerb.Rows, version, "add-row", (plan, _, city) => Judge(input, plan, city, o => order = o), (changes, plan, _, city) =>
        {
            if (plan.Activities.Count >= UnitPlanRules.MostActivities)
                return Task.FromResult<Result<UnitActivity>>(Refusal.Conflict("unit-plans.too-many", $"Một kế hoạch có tối đa {UnitPlanRules.MostActivities} hoạt động."));
            var made = Make(actor, plan, city, order!, clock.UtcNow);
            changes.UnitPlans.Add(plan, made);
            return Task.FromResult<Result<UnitActivity>>(made);
        }, () => order?.Reason, cancel);
    }

    /// <summary>Changes an activity; after issue another quantity is a version that is in force from today on.</summary>
    public Task<Result<UnitPlan>> Edit(Actor actor, Guid id, Guid activityId, ExpectedVersion version, Result<UnitActivityOrder> input, CancellationToken cancel)
    {
        UnitActivityOrder? order = null;
        return Change(actor, id, activityId, UnitPlanVerb.Rows, version, "edit-row", (plan, _, city) => Judge(input, plan, city, o => order = o), async (changes, plan, row, city) =>
        {
            if ((row!.Unit != (order!.Unit ?? "") || (row.Quantities.Count > 0) != (order.Quantity is not null)) && await changes.UnitPlans.HasResults(row.Id, cancel))
                return Refusal.Conflict("unit-plans.has-results", "Hoạt động đã có kết quả nên không đổi đơn vị tính, không thêm hay bỏ số lượng. Hãy kết thúc hoạt động này và thêm hoạt động mới.");
            Fill(actor, plan, row, city, order, clock.Today, clock.UtcNow);
            return row;
        }, () => order?.Reason, cancel);
    }

    /// <summary>Takes an activity out of a draft.</summary>
    public Task<Result<UnitPlan>> Remove(Actor actor, Guid id, Guid activityId, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, activityId, UnitPlanVerb.Fill, version, "remove-row", (_, _, _) => null, (changes, plan, row, _) =>
        {
            changes.UnitPlans.Remove(plan, row!);
            return Task.FromResult<Result<UnitActivity>>(row!);
        }, null, cancel);

    /// <summary>Ends an activity of an issued plan from a day on, with a reason; what was done stays.</summary>
    public Task<Result<UnitPlan>> End(Actor actor, Guid id, Guid activityId, ExpectedVersion version, Result<UnitActivityEnd> input, CancellationToken cancel)
    {
        UnitActivityEnd? end = null;
        return Change(actor, id, activityId, UnitPlanVerb.Rows, version, "end-row", (_, _, city) =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            end = typed with { Reason = VietnameseText.Clean(typed.Reason) };
            return UnitPlanRules.Check(end, city);
        }, (_, plan, row, _) =>
        {
            if (plan.Status is UnitPlanStatus.Draft || row!.EndedOn is not null)
                return Task.FromResult<Result<UnitActivity>>(Refusal.Conflict("unit-plans.not-running", "Chỉ kết thúc được hoạt động đang thực hiện của kế hoạch đã ban hành. Bản đang soạn thì bỏ hẳn dòng."));
            (row.EndedOn, row.EndedReason) = (end!.On, end.Reason);
            return Task.FromResult<Result<UnitActivity>>(row);
        }, () => end?.Reason, cancel);
    }

    /// <summary>
    /// Copies the activities of a model plan, or of the city's plan, into a draft: with their links, without any progress. Those that are there
    /// already are left out, so that copying twice adds nothing.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">The draft.</param>
    /// <param name="version">Its version.</param>
    /// <param name="from">The model plan; null for the city's own.</param>
    /// <param name="cancel">Ends when the caller goes away.</param>
    public Task<Result<UnitPlan>> Copy(Actor actor, Guid id, ExpectedVersion version, Result<Guid?> from, CancellationToken cancel)
    {
        IReadOnlyList<UnitActivityOrder> rows = [];
        return Change(actor, id, null, UnitPlanVerb.Fill, version, "copy", (_, _, _) => from.Refusal, async (changes, plan, _, city) =>
        {
            if (from.Value is { } modelId)
            {
                if (modelId == plan.Id || await changes.UnitPlans.Load(modelId, cancel) is not { } model || !MayCopy(actor, model))
                    return Refusal.Invalid("from", "Không có kế hoạch mẫu này. Chọn kế hoạch được đặt làm mẫu, kế hoạch của chính đơn vị, hoặc kế hoạch của thành phố.");
                rows = [.. model.Activities.Where(a => a.RunsOn(clock.Today)).OrderBy(a => a.Order).Select(a => OrderOf(a, city))];
            }
            else
            {
                rows = [.. city.Activities.Where(a => a.CancelledOn is null).OrderBy(a => a.Order).Select(a => new UnitActivityOrder(Cut(a.Title, UnitPlanRules.MaxTitle), Time: Cut(a.Time, UnitPlanRules.MaxTime), CityActivityId: a.Id))];
            }
            var there = plan.Activities.Select(a => (VietnameseText.Fold(a.Title), a.CityActivityId)).ToHashSet();
            var news = rows.Where(r => there.Add((VietnameseText.Fold(r.Title!), r.CityActivityId))).ToList();
            if (news.Count == 0)
                return Refusal.Conflict("unit-plans.nothing-new", "Mọi hoạt động của kế hoạch được chọn đã có trong bản đang soạn.");
            if (plan.Activities.Count + news.Count > UnitPlanRules.MostActivities)
                return Refusal.Conflict("unit-plans.too-many", $"Một kế hoạch có tối đa {UnitPlanRules.MostActivities} hoạt động.");
            foreach (var row in news)
                changes.UnitPlans.Add(plan, Make(actor, plan, city, row, clock.UtcNow));
            return plan.Activities[^1];
        }, () => from.Value is null ? "Sao chép từ kế hoạch của thành phố" : "Sao chép từ kế hoạch mẫu", cancel);
    }

    /// <summary>Whether the actor copies from the plan: a model, or one of the own agency.</summary>
    internal static bool MayCopy(Actor actor, UnitPlan plan) => plan.Status is UnitPlanStatus.Issued && (plan.IsModel || actor.WorksFor(plan.AgencyId) || actor.May(Operation.ReadSubmitted));

    /// <summary>A new activity of a plan.</summary>
    internal static UnitActivity Make(Actor actor, UnitPlan plan, Plan city, UnitActivityOrder order, DateTime now, Guid? id = null)
    {
        var made = new UnitActivity { Id = id ?? Guid.CreateVersion7(), UnitPlanId = plan.Id, Order = plan.NextOrder, Title = order.Title! };
        Fill(actor, plan, made, city, order, city.From, now);
        return made;
    }

    /// <summary>Writes what was typed into an activity.</summary>
    internal static void Fill(Actor actor, UnitPlan plan, UnitActivity row, Plan city, UnitActivityOrder order, DateOnly today, DateTime now)
    {
        (row.Title, row.Channel, row.QuantityWording) = (order.Title!, order.Channel, order.QuantityWording ?? "");
        (row.Unit, row.Time, row.CityActivityId) = (order.Unit ?? "", order.Time ?? "", order.CityActivityId);
        row.CityTargetId = UnitPlanRules.TargetOf(city, order.CityActivityId, order.Unit);
        if (order.Quantity == row.Quantities.MaxBy(q => q.Number)?.Value)
            return;
        var isFirst = plan.Status is UnitPlanStatus.Draft || row.Quantities.Count == 0;
        if (isFirst || order.Quantity is null)
            row.Quantities.Clear();
        if (order.Quantity is { } value)
            row.Quantities.Add(new(row.Quantities.Count, value, isFirst ? city.From : today, isFirst ? null : order.Reason, actor.FullName, now));
    }

    private static Refusal? Judge(Result<UnitActivityOrder> input, UnitPlan plan, Plan city, Action<UnitActivityOrder> take)
    {
        if (input.Refused(out var unreadable, out var typed))
            return unreadable;
        var order = UnitPlanRules.Clean(typed, city);
        take(order);
        return UnitPlanRules.Check(order, plan, city);
    }

    // A model of the year before links to that year's activities; this year's know which they follow.
    private static UnitActivityOrder OrderOf(UnitActivity model, Plan city)
    {
        var link = model.CityActivityId is { } id ? city.Activities.FirstOrDefault(a => a.Id == id || a.FollowsActivityId == id)?.Id : null;
        var value = model.Quantities.MaxBy(q => q.Number)?.Value;
        return new(model.Title, model.Channel, model.QuantityWording, value, value is null ? null : model.Unit, model.Time, link);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private async Task<Result<UnitPlan>> Change(
        Actor actor, Guid id, Guid? activityId, UnitPlanVerb verb, ExpectedVersion version, string what, Func<UnitPlan, UnitActivity?, Plan, Refusal?> check,
        Func<IChanges, UnitPlan, UnitActivity?, Plan, Task<Result<UnitActivity>>> apply, Func<string?>? reason, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } noReader ? noReader : await store.Write(actor, async changes =>
        {
            if (await changes.UnitPlans.Load(id, cancel) is not { } plan || !actor.Sees(plan))
                return UnitPlanAccess.Unknown;
            var row = activityId is null ? null : plan.Activities.Find(a => a.Id == activityId);
            if (activityId is not null && row is null)
                return UnitPlanAccess.UnknownActivity;
            if (!actor.May(plan, verb))
                return Rights.NotAllowed();
            var city = (await plans.Find(plan.PlanId, cancel))!;
            if ((check(plan, row, city) ?? version.Check(plan.Version)) is { } refused)
                return refused;
            if (!UnitPlanAccess.Fits(plan, verb))
                return UnitPlanAccess.WrongState(plan);
            var before = row is null ? null : UnitPlanHistory.Of(plan, row);
            if ((await apply(changes, plan, row, city)).Refused(out var forbidden, out var changed))
                return forbidden;
            plan.Version++;
            changes.Record(UnitPlanHistory.Row(actor, clock.UtcNow, plan, what, before, what == "remove-row" ? null : UnitPlanHistory.Of(plan, changed), reason?.Invoke()));
            return (Result<UnitPlan>)plan;
        }, cancel);
}
