using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Domain.Plans;

/// <summary>
/// Use cases that begin the next year of a plan, and decide on the money that the year left. Asked twice, there is one draft. It is edited,
/// issued and discarded as every draft (<see cref="PlanDrafting"/>).
/// </summary>
public sealed class NextYearPlanning(
    IStore store, IPlanLibrary plans, IAgencyRegister register, NextYearReading reading, FundingReading funding, BusinessClock clock)
{
    private const int MaxNote = 500;

    /// <summary>Makes the draft of the next year; the one that is there when it was made before.</summary>
    public async Task<Result<NextYearMade>> Make(Actor actor, Guid planId, CancellationToken cancel) =>
        await store.Write<NextYearMade>(actor, async changes =>
        {
            if ((await Load(changes, actor, planId, cancel)).Refused(out var refusal, out var plan))
                return refusal;
            if (await changes.PlanDrafts.LoadFollowing(planId, cancel) is { } there)
                return new NextYearMade(there.Id, false);
            if (await plans.FindFollowing(planId, cancel) is { } issued)
                return Refusal.Conflict("plans.next-year-issued", $"Kế hoạch năm sau đã ban hành: số {issued.Number}, ngày {issued.IssuedOn:dd/MM/yyyy}.");
            var agencies = await register.All(cancel);
            var proposal = new NextYearProposal(plan, agencies, await register.Successions(cancel), clock.Today, await reading.ParentOf(plan, cancel));
            if (DraftRules.Check(proposal.Head, agencies.ContainsKey, clock.Today).Refused(out var wrong, out var head))
                return Refusal.Conflict("plans.no-next-year", string.Join(" ", wrong.Errors.SelectMany(e => e.Value)));
            var draft = new PlanDraft { Head = head, Rows = proposal.Rows, FollowsPlanId = planId, CreatedByName = actor.FullName, CreatedAt = clock.UtcNow };
            changes.PlanDrafts.Add(draft);
            changes.Record(PlanHistory.Row(actor, clock.UtcNow, draft.Id, "next-year", null, new { draft.FollowsPlanId, draft.Head, draft.Rows }));
            return new NextYearMade(draft.Id, true);
        }, cancel);

    /// <summary>Decides what becomes of money that the year left; what is not named stays as it is.</summary>
    public async Task<Result<NextYear>> DecideMoney(
        Actor actor, Guid planId, ExpectedVersion version, Result<List<UnspentOrder>> input, CancellationToken cancel)
    {
        var written = await store.Write<PlanDraft>(actor, async changes =>
        {
            if ((await Load(changes, actor, planId, cancel)).Refused(out var refusal, out _))
                return refusal;
            if (input.Refused(out var unreadable, out var orders))
                return unreadable;
            var draft = await changes.PlanDrafts.LoadFollowing(planId, cancel);
            var left = NextYearReading.Left((await funding.OfPlan(actor, planId, null, null, cancel)).Value!, draft?.LeftMoney ?? []);
            if (Check(orders, left) is { } invalid)
                return invalid;
            if (draft is null)
                return Refusal.Conflict("plans.no-draft", "Chưa có bản dự thảo kế hoạch năm sau. Hãy tạo bản dự thảo trước khi quyết định kinh phí còn lại.");
            if (version.Check(draft.Version) is { } stale)
                return stale;
            var before = draft.LeftMoney;
            draft.LeftMoney = [.. before.Where(d => !orders.Any(o => (o.ActivityId, o.Source) == (d.ActivityId, d.Source))), .. orders.SelectMany(o => Decided(actor, o, left))];
            draft.Version++;
            changes.Record(PlanHistory.Row(actor, clock.UtcNow, draft.Id, "decide-money", new { LeftMoney = before }, new { draft.LeftMoney }));
            return draft;
        }, cancel);
        return written.Refused(out var no, out _) ? no : await reading.Show(actor, planId, cancel);
    }

    private IEnumerable<UnspentDecision> Decided(Actor actor, UnspentOrder order, IReadOnlyList<UnspentMoney> left)
    {
        if (order.Choice is not { } choice)
            return [];
        var one = left.First(l => l.Activity.Id == order.ActivityId && l.Source == order.Source);
        var note = VietnameseText.Clean(order.Note);
        // A decision sent again as it stands stays whose it was.
        return one.Decision is { } stands && (stands.Choice, stands.Note, stands.Amount) == (choice, note, one.Left)
            ? [stands] : [new(order.ActivityId, order.Source, choice, one.Left, note, actor.FullName, clock.UtcNow)];
    }

    private static Refusal? Check(IReadOnlyList<UnspentOrder> orders, IReadOnlyList<UnspentMoney> left)
    {
        var errors = new FieldErrors();
        foreach (var (index, order) in orders.Index())
        {
            var note = VietnameseText.Clean(order.Note);
            if (!left.Any(l => l.Activity.Id == order.ActivityId && l.Source == order.Source))
                errors.Add($"items[{index}].activityId", "Hoạt động này không còn kinh phí chưa chi của nguồn này.");
            if (order.Choice is { } choice && !Enum.IsDefined(choice))
                errors.Add($"items[{index}].choice", "Chọn chuyển sang năm sau, hoặc nộp trả.");
            if (note is not null)
                errors.Line($"items[{index}].note", note, MaxNote, "Ghi chú", needed: false);
        }
        if (orders.CountBy(o => (o.ActivityId, o.Source)).Any(c => c.Value > 1))
            errors.Add("items", "Một khoản được quyết định hai lần trong cùng một lần gửi.");
        return errors.Refusal;
    }

    private static async Task<Result<Plan>> Load(IChanges changes, Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await changes.Plans.Load(planId, cancel) is not { Status: PlanStatus.Issued } plan)
            return PlanReading.UnknownPlan;
        return actor.Demand(Operation.ManagePlans) is { } notAllowed ? notAllowed : plan;
    }
}
