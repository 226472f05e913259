using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Plans;

/// <summary>
/// Use cases that make a plan: draft its head and rows, issue it. An issued plan's rows change only by amendments.
/// Input comes as a result: what could not be read is refused in its turn, after "not there" and "not allowed".
/// </summary>
public sealed class PlanDrafting(IStore store, IPlanLibrary plans, IAgencyRegister register, PlanDraftReading reading, BusinessClock clock)
{
    /// <summary>Begins a draft; number and date may be missing.</summary>
    public async Task<Result<PlanDraftView>> Create(Actor actor, Result<PlanHead> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManagePlans) is { } refusal)
            return refusal;
        if ((await Checked(input, null, cancel)).Refused(out var invalid, out var head))
            return invalid;
        return await Viewed(await store.Write(actor, changes =>
        {
            var draft = new PlanDraft { Head = head, CreatedByName = actor.FullName, CreatedAt = clock.UtcNow };
            changes.PlanDrafts.Add(draft);
            changes.Record(PlanHistory.Row(actor, clock.UtcNow, draft.Id, "draft", null, head));
            return Task.FromResult<Result<PlanDraft>>(draft);
        }, cancel), cancel);
    }

    /// <summary>Changes the head.</summary>
    public async Task<Result<PlanDraftView>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<PlanHead> input, CancellationToken cancel)
    {
        Result<PlanHead> checkedHead = input;
        return await Change(actor, id, version, async _ => (checkedHead = await Checked(input, id, cancel)).Refusal, draft =>
        {
            var before = draft.Head;
            draft.Head = checkedHead.Value!;
            return ("edit", before, draft.Head);
        }, cancel);
    }

    /// <summary>Adds a row at the end.</summary>
    public Task<Result<PlanDraftView>> AddRow(Actor actor, Guid id, ExpectedVersion version, Result<DraftRow> input, CancellationToken cancel) =>
        AddRows(actor, id, version, input.Refused(out var refusal, out var row) ? refusal : new List<DraftRow> { row }, false, "add-row", cancel);

    /// <summary>Takes over the rows of a table, behind those that are there or in their place; all or nothing.</summary>
    public Task<Result<PlanDraftView>> Import(
        Actor actor, Guid id, ExpectedVersion version, Result<List<DraftRow>> input, bool replace, CancellationToken cancel) =>
        AddRows(actor, id, version, input, replace, "import", cancel);

    /// <summary>Changes a row.</summary>
    public async Task<Result<PlanDraftView>> EditRow(
        Actor actor, Guid id, Guid rowId, ExpectedVersion version, Result<DraftRow> input, CancellationToken cancel)
    {
        DraftRow? row = null;
        return await Change(actor, id, version, async draft =>
        {
            if (!draft.Rows.Exists(r => r.Id == rowId))
                return UnknownRow;
            if (input.Refused(out var refusal, out var typed))
                return refusal;
            var kept = draft.Rows.First(r => r.Id == rowId);
            return DraftRules.Check(typed with { Id = rowId, FollowsActivityId = kept.FollowsActivityId }, draft.Time, await Exists(cancel)).Refused(out refusal, out row) ? refusal : null;
        }, draft =>
        {
            var at = draft.Rows.FindIndex(r => r.Id == rowId);
            var before = draft.Rows[at];
            draft.Rows = [.. draft.Rows[..at], row!, .. draft.Rows[(at + 1)..]];
            return ("edit-row", before, row!);
        }, cancel);
    }

    /// <summary>Takes a row away; those behind it move up.</summary>
    public Task<Result<PlanDraftView>> RemoveRow(Actor actor, Guid id, Guid rowId, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, version, draft => Task.FromResult(draft.Rows.Exists(r => r.Id == rowId) ? null : UnknownRow), draft =>
        {
            var gone = draft.Rows.First(r => r.Id == rowId);
            draft.Rows = [.. draft.Rows.Where(r => r.Id != rowId)];
            return ("remove-row", gone, null);
        }, cancel);

    /// <summary>Issues it: with number and date, at least one row, and every row decided. From then on only amendments change it.</summary>
    public async Task<Result<Plan>> Issue(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        await store.Write(actor, async changes =>
        {
            if ((await Load(changes, actor, id, cancel)).Refused(out var refusal, out var draft))
                return refusal;
            if (version.Check(draft.Version) is { } stale)
                return stale;
            var view = await reading.ViewOf(draft, cancel);
            if (view.Missing.Count > 0)
                return Refusal.Conflict("plans.not-ready", $"Chưa ban hành được: {string.Join(" ", view.Missing)}");
            if (await IsTaken(draft.Head, cancel))
                return Refusal.Conflict("plans.number-taken", $"Cơ quan này đã có kế hoạch số {draft.Head.Number} trong năm ban hành.");
            var plan = PlanIssuing.PlanOf(view, await NextYearText.Of(draft, changes, register, clock.Today, cancel));
            changes.PlanDrafts.Remove(draft);
            changes.Plans.Add(plan);
            changes.Record(PlanHistory.Row(actor, clock.UtcNow, id, "issue", null, new { draft.Head, draft.Rows, draft.LeftMoney }));
            return (Result<Plan>)plan;
        }, cancel);

    /// <summary>Throws a draft away; its rows stay in history.</summary>
    public async Task<Result<PlanDraft>> Discard(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        await store.Write(actor, async changes =>
        {
            if ((await Load(changes, actor, id, cancel)).Refused(out var refusal, out var draft))
                return refusal;
            if (version.Check(draft.Version) is { } stale)
                return stale;
            changes.PlanDrafts.Remove(draft);
            changes.Record(PlanHistory.Row(actor, clock.UtcNow, id, "discard", new { draft.Head, draft.Rows, draft.LeftMoney }, null));
            return (Result<PlanDraft>)draft;
        }, cancel);

    /// <summary>The refusal for a plan that is no draft any more.</summary>
    public static Refusal Issued { get; } = Refusal.Conflict(
        "plans.issued", "Kế hoạch đã ban hành: bảng hoạt động chỉ đổi bằng điều chỉnh chỉ tiêu, bổ sung hoặc dừng hoạt động.");

    private static Refusal UnknownRow { get; } = Refusal.NotFound("plans.unknown-row", "Không có dòng này trong bản dự thảo.");

    private async Task<Result<PlanDraftView>> AddRows(
        Actor actor, Guid id, ExpectedVersion version, Result<List<DraftRow>> input, bool replace, string what, CancellationToken cancel)
    {
        var rows = new List<DraftRow>();
        return await Change(actor, id, version, async draft =>
        {
            if (input.Refused(out var unreadable, out var sent))
                return unreadable;
            if (sent.Count == 0 || sent.Count + (replace ? 0 : draft.Rows.Count) > DraftRules.MaxRows)
                return Refusal.Invalid("rows", $"Một kế hoạch có từ 1 đến {DraftRules.MaxRows} dòng.");
            var exists = await Exists(cancel);
            var errors = new Dictionary<string, string[]>();
            foreach (var (index, row) in sent.Index())
            {
                if (!DraftRules.Check(row with { Id = Guid.CreateVersion7() }, draft.Time, exists).Refused(out var invalid, out var clean))
                    rows.Add(clean);
                foreach (var (field, messages) in invalid?.Errors ?? new Dictionary<string, string[]>())
                    errors[what == "import" ? $"rows[{index}].{field}" : field] = what == "import" ? [.. messages.Select(m => $"Dòng {index + 1}: {m}")] : messages;
            }
            return errors.Count == 0 ? null : Refusal.Invalid(errors);
        }, draft =>
        {
            draft.Rows = replace ? rows : [.. draft.Rows, .. rows];
            return (what, null, rows);
        }, cancel);
    }

    /// <summary>One change of one draft, in the order of refusal: not there, not allowed, invalid, version, state.</summary>
    private async Task<Result<PlanDraftView>> Change(
        Actor actor, Guid id, ExpectedVersion version, Func<PlanDraft, Task<Refusal?>> check,
        Func<PlanDraft, (string What, object? Old, object? New)> apply, CancellationToken cancel) =>
        await Viewed(await store.Write(actor, async changes =>
        {
            if ((await Load(changes, actor, id, cancel)).Refused(out var refusal, out var draft))
                return refusal;
            if (await check(draft) is { } invalid)
                return invalid;
            if (version.Check(draft.Version) is { } stale)
                return stale;
            var (what, old, now) = apply(draft);
            draft.Version++;
            changes.Record(PlanHistory.Row(actor, clock.UtcNow, id, what, old, now));
            return (Result<PlanDraft>)draft;
        }, cancel), cancel);

    // A draft is not there for others; an issued plan is, but is no draft any more.
    private async Task<Result<PlanDraft>> Load(IChanges changes, Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.May(Operation.ManagePlans) && await changes.PlanDrafts.Load(id, cancel) is { } draft)
            return draft;
        if (!actor.May(Operation.ReadFigures) || await plans.Find(id, cancel) is null)
            return PlanReading.UnknownPlan;
        return actor.Demand(Operation.ManagePlans) ?? Issued;
    }

    private async Task<Result<PlanHead>> Checked(Result<PlanHead> input, Guid? self, CancellationToken cancel)
    {
        if (input.Refused(out var unreadable, out var head))
            return unreadable;
        if (head.ParentPlanId is { } parent && (parent == self || await plans.Find(parent, cancel) is null))
            return Refusal.Invalid("parentPlanId", "Không có kế hoạch cấp trên này.");
        return DraftRules.Check(head, await Exists(cancel), clock.Today);
    }

    private async Task<Func<Guid, bool>> Exists(CancellationToken cancel) => (await register.All(cancel)).ContainsKey;

    private async Task<bool> IsTaken(PlanHead head, CancellationToken cancel)
    {
        for (var page = 1; ; page++)
        {
            var some = await plans.List(null, new ListQuery(page, ListQuery.MaxPageSize), cancel);
            if (some.Items.Any(p => p.IssuerAgencyId == head.IssuerAgencyId && p.IssuedOn.Year == head.IssuedOn?.Year
                && VietnameseText.Fold(p.Number) == VietnameseText.Fold(head.Number ?? "")))
                return true;
            if (some.Items.Count == 0 || page * some.PageSize >= some.Total)
                return false;
        }
    }

    private async Task<Result<PlanDraftView>> Viewed(Result<PlanDraft> written, CancellationToken cancel) =>
        written.Refused(out var refusal, out var draft) ? refusal : await reading.ViewOf(draft, cancel);
}
