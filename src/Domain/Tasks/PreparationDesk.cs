using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Tasks;

/// <summary>A preparation with what a reader needs beside it.</summary>
/// <param name="Preparation">The preparation.</param>
/// <param name="Subject">What it is for: "Dòng 13. Tranh cổ động", "VI.5.b".</param>
/// <param name="Agency">Who has to bring it, by the name of today.</param>
/// <param name="IsLate">Whether it is late today.</param>
/// <param name="Evidence">Files and links with it.</param>
/// <param name="Allowed">What the reader may do with it now.</param>
public sealed record PreparationView(
    Preparation Preparation, string Subject, AgencyRef Agency, bool IsLate, IReadOnlyList<Progress.Evidence> Evidence, IReadOnlyList<PreparationVerb> Allowed);

/// <summary>Which preparations are asked for.</summary>
public sealed record PreparationFilter(Guid? ActivityId = null, Guid? TaskId = null, Guid? AgencyId = null, PreparationState? State = null, bool OnlyLate = false);

/// <summary>
/// Use cases of detailed plans and clearances: Sở Nội vụ asks, the agency sends and brings the document. What Sở Nội vụ agrees to only it
/// records; the opinion of Ban Tuyên giáo is recorded by the agency that got it, or by Sở Nội vụ.
/// </summary>
public sealed class PreparationDesk(
    IStore store, ITaskBook book, IAttachmentBook attachments, IPlanLibrary plans, IAgencyRegister register, BusinessClock clock) : IAttachmentOwners
{
    /// <summary>The refusal for a preparation that is not there.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("preparations.unknown", "Không có việc chuẩn bị này.");

    /// <inheritdoc />
    public string Entity => "preparation";

    /// <inheritdoc />
    public Operation Right => Operation.KeepPreparations;

    /// <inheritdoc />
    async Task<AttachmentOwner?> IAttachmentOwners.Find(Actor actor, Guid id, CancellationToken cancel) =>
        (await Find(actor, id, cancel)).Value is { } view ? new(view.Preparation.AgencyId, id, NameOf(view)) : null;

    /// <summary>The preparations of a plan, by due day.</summary>
    public async Task<Result<IReadOnlyList<PreparationView>>> Of(Actor actor, Guid planId, PreparationFilter filter, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        var found = (await book.Preparations(planId, cancel)).Where(p =>
            (filter.ActivityId is null || p.ActivityId == filter.ActivityId) && (filter.TaskId is null || p.TaskId == filter.TaskId)
            && (filter.AgencyId is null || p.AgencyId == filter.AgencyId) && (filter.State is null || p.State == filter.State)
            && (!filter.OnlyLate || p.IsLateOn(clock.Today))).ToList();
        return Result<IReadOnlyList<PreparationView>>.Of(await Views(actor, plan, found, cancel));
    }

    /// <summary>One preparation.</summary>
    public async Task<Result<PreparationView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await book.Preparation(id, cancel) is { } found && await plans.Find(found.PlanId, cancel) is { } plan
            ? (await Views(actor, plan, [found], cancel))[0] : Unknown;
    }

    /// <summary>Open ones of running plans whose last day has passed: of some agencies, or of all.</summary>
    internal async Task<IReadOnlyList<PreparationView>> Late(Actor actor, IReadOnlyList<Guid>? agencies, CancellationToken cancel)
    {
        var late = (await book.Preparations(null, cancel)).Where(p => p.IsLateOn(clock.Today) && (agencies is null || agencies.Contains(p.AgencyId)));
        var views = new List<PreparationView>();
        foreach (var ofPlan in late.GroupBy(p => p.PlanId))
        {
            if (await plans.Find(ofPlan.Key, cancel) is { } plan)
                views.AddRange(await Views(actor, plan, [.. ofPlan], cancel));
        }
        return [.. views.OrderBy(v => v.Preparation.DueOn)];
    }

    /// <summary>Asks for a detailed plan or a clearance; the same twice is refused while the first is open.</summary>
    public async Task<Result<Preparation>> Ask(Actor actor, Guid planId, Result<PreparationOrder> input, CancellationToken cancel)
    {
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (actor.Demand(Operation.AskPreparations) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var order))
            return unreadable;
        var note = VietnameseText.Clean(order.Note);
        var agencies = await register.All(cancel);
        var agencyId = order.AgencyId ?? await DefaultAgency(plan, order, cancel);
        if (Check(plan, order, note, agencyId, agencies) is { } invalid)
            return invalid;
        var open = (await book.Preparations(planId, cancel)).Where(p => p.IsOpen && p.Kind == order.Kind && p.ActivityId == order.ActivityId && p.TaskId == order.TaskId);
        if (open.Any(p => p.AgencyId == agencyId))
            return Refusal.Conflict("preparations.asked", "Việc này đã được yêu cầu và chưa xong; có thể đổi hạn của yêu cầu đã có.");
        return await store.Write(actor, changes =>
        {
            var made = new Preparation { PlanId = planId, ActivityId = order.ActivityId, TaskId = order.TaskId, Kind = order.Kind, AgencyId = agencyId!.Value, DueOn = order.DueOn };
            made.Steps.Add(new(PreparationVerb.Ask, clock.Today, null, note, clock.UtcNow, actor.FullName));
            changes.Tasks.Add(made);
            changes.Record(Row(actor, made, SubjectOf(plan, made), PreparationVerb.Ask, null, note));
            return Task.FromResult<Result<Preparation>>(made);
        }, cancel);
    }

    /// <summary>Records a step.</summary>
    public async Task<Result<Preparation>> Record(
        Actor actor, Guid id, PreparationVerb verb, ExpectedVersion version, Result<PreparationStepOrder> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } noReader)
            return noReader;
        return await store.Write(actor, async changes =>
        {
            if (await changes.Tasks.LoadPreparation(id, cancel) is not { } preparation || await plans.Find(preparation.PlanId, cancel) is not { } plan)
                return Unknown;
            if (!May(actor, preparation, verb))
                return Rights.NotAllowed();
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            var order = PreparationRules.Clean(typed);
            if ((PreparationRules.Check(order, verb, plan.IssuedOn, clock.Today) ?? version.Check(preparation.Version)) is { } refused)
                return refused;
            if (PreparationRules.After(preparation, verb) is not { } after)
                return Refusal.Conflict("preparations.wrong-state",
                    $"Việc chuẩn bị đang ở trạng thái “{PreparationWords.NameOf(preparation.State)}” nên không ghi được bước này.");
            var before = Fields(preparation, SubjectOf(plan, preparation));
            preparation.State = after;
            if (verb is PreparationVerb.Move)
                preparation.DueOn = order.Date;
            preparation.Steps.Add(new(verb, order.Date, order.Document, order.Note, clock.UtcNow, actor.FullName));
            preparation.Version++;
            changes.Record(Row(actor, preparation, SubjectOf(plan, preparation), verb, before, order.Note));
            return (Result<Preparation>)preparation;
        }, cancel);
    }

    /// <summary>What a preparation is called: "Kế hoạch chi tiết: VI.6".</summary>
    public static string NameOf(PreparationView view) => $"{PreparationWords.NameOf(view.Preparation.Kind)}: {view.Subject}";

    /// <summary>Whether the actor may do this with it, by right alone.</summary>
    private static bool May(Actor actor, Preparation preparation, PreparationVerb verb) => verb switch
    {
        PreparationVerb.Ask or PreparationVerb.Move or PreparationVerb.Drop => actor.May(Operation.AskPreparations),
        PreparationVerb.Finish or PreparationVerb.Oppose when preparation.Kind is PreparationKind.HomeAffairsAgreement => actor.May(Operation.AskPreparations),
        _ => actor.May(Operation.KeepPreparations) && (actor.May(Operation.AskPreparations) || actor.WorksFor(preparation.AgencyId)),
    };

    private Refusal? Check(Plan plan, PreparationOrder order, string? note, Guid? agencyId, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var errors = new FieldErrors();
        var isOne = order.ActivityId is null != order.TaskId is null;
        if (!isOne)
            errors.Add("activityId", "Cần một hoạt động hoặc một nhiệm vụ của kế hoạch, không phải cả hai.");
        else if (order.ActivityId is { } activity && !plan.Activities.Exists(a => a.Id == activity))
            errors.Add("activityId", "Kế hoạch không có hoạt động này.");
        else if (order.TaskId is { } task && !plan.Tasks.Exists(t => t.Id == task))
            errors.Add("taskId", "Kế hoạch không có nhiệm vụ này.");
        if (!Enum.IsDefined(order.Kind))
            errors.Add("kind", "Cần một trong các việc: kế hoạch chi tiết, thống nhất với Sở Nội vụ, ý kiến Ban Tuyên giáo.");
        if (order.DueOn < plan.IssuedOn || order.DueOn > plan.To)
            errors.Add("dueOn", $"Hạn phải từ ngày ban hành kế hoạch {plan.IssuedOn:dd/MM/yyyy} đến hết ngày {plan.To:dd/MM/yyyy}.");
        if (agencyId is not { } id || !agencies.TryGetValue(id, out var agency) || !agency.ExistsOn(clock.Today))
            errors.Add("agencyId", "Cần một cơ quan đang hoạt động; nhiệm vụ giao cho nhiều cơ quan thì nêu cơ quan nào.");
        if (note is not null)
            errors.Text("note", note, "Ghi chú", 1000);
        return errors.Refusal;
    }

    private async Task<Guid?> DefaultAgency(Plan plan, PreparationOrder order, CancellationToken cancel)
    {
        if (plan.Activities.Find(a => a.Id == order.ActivityId) is { } activity)
            return activity.LeadOn(clock.Today);
        return plan.Tasks.Find(t => t.Id == order.TaskId) is { } task
            && TaskAgencies.On(task, await register.All(cancel), await register.Successions(cancel), clock.Today) is [var only] ? only.Id : null;
    }

    private async Task<IReadOnlyList<PreparationView>> Views(Actor actor, Plan plan, IReadOnlyList<Preparation> found, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var evidence = await attachments.Of([.. found.Select(p => p.Id)], cancel);
        return
        [
            .. found.Select(p => new PreparationView(
                p, SubjectOf(plan, p), agencies[p.AgencyId].RefOn(clock.Today), p.IsLateOn(clock.Today), [.. evidence[p.Id]],
                [.. Enum.GetValues<PreparationVerb>().Where(v => PreparationRules.After(p, v) is not null && May(actor, p, v))])),
        ];
    }

    private static string SubjectOf(Plan plan, Preparation preparation) =>
        plan.Activities.Find(a => a.Id == preparation.ActivityId) is { } activity ? $"Dòng {activity.Order}. {activity.ShortTitle}"
            : plan.Tasks.Find(t => t.Id == preparation.TaskId) is { } task ? task.Number : "";

    private static string Fields(Preparation preparation, string subject) => HistoryJson.Of(new
    {
        title = $"{PreparationWords.NameOf(preparation.Kind)}: {subject}",
        preparationState = preparation.State,
        preparation.DueOn,
        preparation.Document,
    });

    private Change Row(Actor actor, Preparation preparation, string subject, PreparationVerb verb, string? before, string? reason) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = preparation.AgencyId,
        Door = actor.Door,
        Entity = Entity,
        EntityId = preparation.Id,
        What = verb is PreparationVerb.Move ? "move-due-date" : verb.ToString().ToLowerInvariant(),
        Old = before,
        New = Fields(preparation, subject),
        Reason = reason,
    };
}
