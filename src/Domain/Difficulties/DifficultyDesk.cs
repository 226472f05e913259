using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Difficulties;

/// <summary>Use cases that change difficulties: an agency raises, Sở Nội vụ answers or reports it to UBND, either closes it.</summary>
public sealed class DifficultyDesk(IStore store, IPlanLibrary plans, BusinessClock clock)
{
    private const int MaxTitle = 200, MaxNumber = 100;

    /// <summary>Raises a difficulty of the actor's agency.</summary>
    public async Task<Result<Difficulty>> Raise(Actor actor, Result<DifficultyOrder> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.RaiseDifficulties) is { } notAllowed)
            return notAllowed;
        if (actor.Agency is not { } agency)
            return Rights.NotAllowed();
        if (input.Refused(out var unreadable, out var typed))
            return unreadable;
        var order = Clean(typed);
        var plan = await plans.Find(order.PlanId, cancel);
        if (Check(order, plan) is { } invalid)
            return invalid;
        return await store.Write(actor, changes =>
        {
            var raised = new Difficulty
            {
                PlanId = plan!.Id, AgencyId = agency.Id, ActivityId = order.ActivityId, TaskId = order.TaskId, Title = order.Title!, Text = order.Text, Proposal = order.Proposal,
                RaisedAt = clock.UtcNow, RaisedByName = actor.FullName, SearchText = Difficulty.SearchOf(order.Title!, order.Text, order.Proposal),
            };
            changes.Difficulties.Add(raised);
            changes.Record(DifficultyHistory.Row(actor, clock.UtcNow, raised, "raise", null, null));
            return Task.FromResult<Result<Difficulty>>(raised);
        }, cancel);
    }

    /// <summary>Changes one that nobody has answered, by the agency whose matter it is; one raised in a report is changed by the report.</summary>
    public Task<Result<Difficulty>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<DifficultyOrder> input, CancellationToken cancel)
    {
        DifficultyOrder? order = null;
        return Change(actor, id, DifficultyVerb.Edit, version, async difficulty =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            order = Clean(typed) with { PlanId = difficulty.PlanId };
            return Check(order, await plans.Find(difficulty.PlanId, cancel));
        }, difficulty =>
        {
            (difficulty.Title, difficulty.Text, difficulty.Proposal) = (order!.Title!, order.Text, order.Proposal);
            (difficulty.ActivityId, difficulty.TaskId) = (order.ActivityId, order.TaskId);
            difficulty.SearchText = Difficulty.SearchOf(difficulty.Title, difficulty.Text, difficulty.Proposal);
            return null;
        }, cancel);
    }

    /// <summary>Answers, reports to UBND, or closes: each with its words, and the document it rests on.</summary>
    public Task<Result<Difficulty>> Reply(
        Actor actor, Guid id, DifficultyVerb verb, ExpectedVersion version, Result<DifficultyReply> input, CancellationToken cancel)
    {
        DifficultyReply? reply = null;
        return Change(actor, id, verb, version, _ =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return Task.FromResult<Refusal?>(unreadable);
            reply = typed with
            {
                Text = VietnameseText.Clean(typed.Text),
                Document = typed.Document is { } document ? document with { Number = VietnameseText.Clean(document.Number) ?? "" } : null,
            };
            return Task.FromResult(Check(reply, verb));
        }, difficulty =>
        {
            difficulty.Steps.Add(new(verb, reply!.Text!, reply.Document, clock.UtcNow, actor.FullName));
            return reply.Text;
        }, cancel);
    }

    private async Task<Result<Difficulty>> Change(
        Actor actor, Guid id, DifficultyVerb verb, ExpectedVersion version, Func<Difficulty, Task<Refusal?>> check, Func<Difficulty, string?> apply, CancellationToken cancel) =>
        await store.Write(actor, async changes =>
        {
            if (await changes.Difficulties.Load(id, cancel) is not { } difficulty || !DifficultyReading.CanSee(actor, difficulty))
                return DifficultyReading.Unknown;
            if (!DifficultyReading.May(actor, difficulty, verb))
                return Rights.NotAllowed();
            if ((await check(difficulty) ?? version.Check(difficulty.Version)) is { } refused)
                return refused;
            if (difficulty.After(verb) is not { } after)
                return Refusal.Conflict("difficulties.wrong-state", difficulty is { ObligationId: not null } && verb is DifficultyVerb.Edit
                    ? "Khó khăn, vướng mắc này nêu trong báo cáo của đơn vị: sửa tại báo cáo đó. Chưa có gì thay đổi."
                    : $"Khó khăn, vướng mắc đang ở trạng thái “{DifficultyWords.NameOf(difficulty.State)}” nên không làm được việc này. Chưa có gì thay đổi.");
            var before = DifficultyHistory.Fields(difficulty);
            var reason = apply(difficulty);
            difficulty.State = after;
            difficulty.Version++;
            changes.Record(DifficultyHistory.Row(actor, clock.UtcNow, difficulty, verb.ToString().ToLowerInvariant(), before, reason));
            return (Result<Difficulty>)difficulty;
        }, cancel);

    private static DifficultyOrder Clean(DifficultyOrder order) => order with
    {
        Title = VietnameseText.Clean(order.Title),
        Text = VietnameseText.Clean(order.Text),
        Proposal = VietnameseText.Clean(order.Proposal),
    };

    private static Refusal? Check(DifficultyOrder order, Plan? plan)
    {
        var errors = new FieldErrors();
        if (plan is null)
            errors.Add("planId", "Không có kế hoạch này.");
        errors.Line("title", order.Title, MaxTitle, "Tiêu đề", needed: true);
        errors.Text("text", order.Text, "Nội dung khó khăn, vướng mắc");
        if (order.Proposal is not null)
            errors.Text("proposal", order.Proposal, "Đề xuất");
        if (order is { ActivityId: not null, TaskId: not null })
            errors.Add("activityId", "Gắn với một hoạt động hoặc một nhiệm vụ, không phải cả hai.");
        if (plan is not null && order.ActivityId is { } activity && !plan.Activities.Exists(a => a.Id == activity))
            errors.Add("activityId", "Kế hoạch không có hoạt động này.");
        if (plan is not null && order.TaskId is { } task && !plan.Tasks.Exists(t => t.Id == task))
            errors.Add("taskId", "Kế hoạch không có nhiệm vụ này.");
        return errors.Refusal;
    }

    private Refusal? Check(DifficultyReply reply, DifficultyVerb verb)
    {
        var errors = new FieldErrors();
        errors.Text("text", reply.Text, verb switch
        {
            DifficultyVerb.Answer => "Nội dung trả lời",
            DifficultyVerb.Escalate => "Nội dung báo cáo UBND thành phố",
            _ => "Lý do kết thúc",
        });
        if (reply.Document is { } document)
        {
            errors.Line("document.number", document.Number, MaxNumber, "Số, ký hiệu văn bản", needed: true);
            if (document.Date > clock.Today)
                errors.Add("document.date", "Ngày của văn bản không được sau hôm nay.");
        }
        return errors.Refusal;
    }
}
