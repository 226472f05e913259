using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>Imports activities of an agency's own plan from a workbook, while it is a draft; the import's plan is the agency's own.</summary>
public sealed class UnitPlanImport(IStore store, IUnitPlanBook book, IPlanLibrary plans, BusinessClock clock) : IImportKind
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "unit-plans";

    private const int PreparedRows = 60;

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Refusal? Demand(Actor actor) => actor.Demand(Operation.KeepUnitPlans);

    /// <inheritdoc/>
    public async Task<Refusal?> Refuse(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } noReader)
            return noReader;
        if (await book.Find(planId, cancel) is not { } plan || !actor.Sees(plan))
            return UnitPlanAccess.Unknown;
        return !actor.May(plan, UnitPlanVerb.Fill) ? Rights.NotAllowed() : UnitPlanAccess.Fits(plan, UnitPlanVerb.Fill) ? null : UnitPlanAccess.WrongState(plan);
    }

    /// <summary>The workbook of a draft: what is in it, and empty rows that carry the id that their activity is going to have.</summary>
    public async Task<Result<ImportTemplate>> Template(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (await Refuse(actor, planId, cancel) is { } refusal)
            return refusal;
        var plan = (await book.Find(planId, cancel))!;
        var city = (await plans.Find(plan.PlanId, cancel))!;
        return Form(plan, city) with
        {
            Rows =
            [
                .. plan.Activities.OrderBy(a => a.Order).Select(a => (IReadOnlyList<string>)[Key(a.Id), .. UnitPlanSheet.Fields.Select(f => UnitPlanJudge.Show(f, UnitPlanJudge.OrderOf(a), city))]),
                .. Enumerable.Range(0, PreparedRows).Select(_ => (IReadOnlyList<string>)[Key(Guid.CreateVersion7())]),
            ],
        };
    }

    /// <inheritdoc/>
    public async Task<Result<ImportOutcome>> Check(Actor actor, ImportJob job, ImportTable table, ImportProgress progress, CancellationToken cancel)
    {
        if (await book.Find(job.PlanId, cancel) is not { } plan)
            return UnitPlanAccess.Unknown;
        if (Open(table).Refused(out var refusal, out var form))
            return refusal;
        return Outcome(form, new UnitPlanJudge(plan, (await plans.Find(plan.PlanId, cancel))!).Judge(form));
    }

    /// <inheritdoc/>
    public async Task<Result<ImportOutcome>> Apply(Actor actor, ImportJob job, ImportMode mode, ImportTable table, ImportProgress progress, CancellationToken cancel)
    {
        if (Open(table).Refused(out var refusal, out var form))
            return refusal;
        var importing = actor with { Door = Door.Import };
        return await store.Write<ImportOutcome>(importing, async changes =>
        {
            if (await changes.UnitPlans.Load(job.PlanId, cancel) is not { } plan || !actor.Sees(plan))
                return UnitPlanAccess.Unknown;
            if (!UnitPlanAccess.Fits(plan, UnitPlanVerb.Fill))
                return UnitPlanAccess.WrongState(plan);
            var city = (await plans.Find(plan.PlanId, cancel))!;
            var judged = new UnitPlanJudge(plan, city).Judge(form);
            var outcome = Outcome(form, judged);
            if (mode is ImportMode.All && outcome.WhyNotAll("unit-plans.import-refused") is { } notAll)
                return notAll;
            if (plan.Activities.Count + outcome.Counts.New > UnitPlanRules.MostActivities)
                return Refusal.Conflict("unit-plans.too-many", $"Một kế hoạch có tối đa {UnitPlanRules.MostActivities} hoạt động.");
            Write(importing, plan, city, judged, changes);
            if (outcome.Counts is { Good: > 0 } counts)
            {
                plan.Version++;
                changes.Record(UnitPlanHistory.Row(importing, clock.UtcNow, plan, "import", null, History.HistoryJson.Of(new { plan.Title, file = job.FileName, counts.New, counts.Changed })));
                changes.Record(ImportHistory.Applied(importing, clock.UtcNow, job, mode, counts));
            }
            await changes.Imports.Finish(job.Id, mode, outcome, cancel);
            return outcome;
        }, cancel);
    }

    /// <inheritdoc/>
    public async Task<Result<ImportTemplate>> HandBack(Actor actor, ImportJob job, ImportTable table, ImportOutcome outcome, CancellationToken cancel)
    {
        if (await book.Find(job.PlanId, cancel) is not { } plan)
            return UnitPlanAccess.Unknown;
        return Open(table).Refused(out var refusal, out var form)
            ? refusal : BadRows.Of(Form(plan, (await plans.Find(plan.PlanId, cancel))!), UnitPlanSheet.Shape, form, outcome, UnitPlanSheet.Key);
    }

    private void Write(Actor importing, UnitPlan plan, Plan city, IReadOnlyList<JudgedActivity> judged, IChanges changes)
    {
        foreach (var one in judged)
        {
            if (one.Row.State is RowState.Changed)
                UnitPlanRows.Fill(importing, plan, plan.Activities.First(a => a.Id == one.Id), city, one.Order!, clock.Today, clock.UtcNow);
            else if (one.Row.State is RowState.New)
                changes.UnitPlans.Add(plan, UnitPlanRows.Make(importing, plan, city, one.Order!, clock.UtcNow, one.Id));
        }
    }

    private static Result<FormTable> Open(ImportTable table) => FormTable.Of(table, UnitPlanSheet.Shape, UnitPlanSheet.IsEmpty);

    private static ImportOutcome Outcome(FormTable form, IReadOnlyList<JudgedActivity> judged) => new(form.Sheet, [.. judged.Select(j => j.Row)]);

    private static ImportTemplate Form(UnitPlan plan, Plan city) => new(
        $"Mẫu hoạt động kế hoạch đơn vị - {city.Number}", UnitPlanSheet.Name,
        UnitPlanSheet.Columns([UnitPlanWords.Own, .. city.Activities.OrderBy(a => a.Order).Select(UnitPlanWords.ChoiceOf)]),
        [
            $"Trang “{UnitPlanSheet.Name}”: mỗi dòng là một hoạt động của kế hoạch “{plan.Title}”. Các hoạt động đã có đứng sẵn ở trên, sửa trực tiếp được; hoạt động mới ghi ở dòng trống tiếp theo.",
            "Số lượng ghi nguyên văn như kế hoạch; hoạt động không có số lượng thì để trống. Dòng bị xóa khỏi tệp không bị xóa khỏi kế hoạch.",
            "Cột “Hoạt động của thành phố”: chọn hoạt động mà đơn vị thực hiện theo; để trống nếu là hoạt động riêng của đơn vị.",
            $"Tệp được kiểm tra trước, mọi chỗ sai hiện cùng lúc theo từng ô; chưa có gì được ghi cho đến khi chọn “Nhập”. Tối đa {UnitPlanRules.MostActivities} dòng. Gửi lại cùng một tệp không ghi thêm gì.",
        ]);

    private static string Key(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);
}
