using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Funding;

/// <summary>The money that a workbook is compared with.</summary>
/// <param name="Steps">All records of the plan.</param>
/// <param name="Elsewhere">Of the ids that the file names, those of records of other plans.</param>
public sealed record FundingAsItStands(IReadOnlyList<FundingStep> Steps, IReadOnlySet<Guid> Elsewhere);

/// <summary>Imports records of money from a workbook, by the rules of <see cref="FundingLedger"/>; nothing that was recorded is changed.</summary>
public sealed class FundingImport(IStore store, IPlanLibrary plans, IFundingBook book, BusinessClock clock) : IImportKind
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "funding";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Refusal? Demand(Actor actor) => FundingTemplate.DemandRecording(actor);

    /// <inheritdoc/>
    public async Task<Refusal?> Refuse(Actor actor, Guid planId, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) ?? (await plans.Find(planId, cancel) is null ? PlanReading.UnknownPlan : Demand(actor));

    /// <inheritdoc/>
    public async Task<Result<ImportOutcome>> Check(Actor actor, ImportJob job, ImportTable table, ImportProgress progress, CancellationToken cancel)
    {
        if ((await Open(job.PlanId, table, cancel)).Refused(out var refusal, out var form))
            return refusal;
        var stand = await book.Standing(job.PlanId, form.Keys, cancel);
        return Outcome(form, new FundingJudge(actor, form.Plan, stand, clock.Today).Judge(form.Table));
    }

    /// <inheritdoc/>
    public async Task<Result<ImportOutcome>> Apply(
        Actor actor, ImportJob job, ImportMode mode, ImportTable table, ImportProgress progress, CancellationToken cancel)
    {
        if ((await Open(job.PlanId, table, cancel)).Refused(out var refusal, out var form))
            return refusal;
        var importing = actor with { Door = Door.Import };
        // Judged inside the write: two files, or a file and a person, cannot both disburse the last money.
        return await store.Write<ImportOutcome>(importing, async changes =>
        {
            var stand = await changes.Funding.Standing(job.PlanId, form.Keys, cancel);
            var judged = new FundingJudge(actor, form.Plan, stand, clock.Today).Judge(form.Table);
            var outcome = Outcome(form, judged);
            if (mode is ImportMode.All && outcome.WhyNotAll("funding.import-refused") is { } notAll)
                return notAll;
            Write(importing, form.Plan, stand, judged, changes);
            if (outcome.Counts is { Good: > 0 } counts)
                changes.Record(ImportHistory.Applied(importing, clock.UtcNow, job, mode, counts));
            await changes.Imports.Finish(job.Id, mode, outcome, cancel);
            return outcome;
        }, cancel);
    }

    /// <inheritdoc/>
    public async Task<Result<ImportTemplate>> HandBack(Actor actor, ImportJob job, ImportTable table, ImportOutcome outcome, CancellationToken cancel) =>
        (await Open(job.PlanId, table, cancel)).Refused(out var refusal, out var form)
            ? refusal
            : BadRows.Of(
                FundingTemplate.Empty(form.Plan, FundingTemplate.RecordedBy(actor, form.Plan, clock.Today)), FundingSheet.Shape, form.Table, outcome, FundingSheet.Key);

    private void Write(Actor importing, Plan plan, FundingAsItStands stand, IReadOnlyList<JudgedMoney> judged, IChanges changes)
    {
        var numbers = stand.Steps.GroupBy(s => s.ActivityId).ToDictionary(g => g.Key, g => g.Count());
        foreach (var one in judged.Where(j => j.Row.State is RowState.New)
            .OrderBy(j => j.Content!.Order.Date).ThenBy(j => j.Content!.Stage).ThenBy(j => j.Row.Number))
        {
            var content = one.Content!;
            var number = numbers[content.ActivityId] = numbers.GetValueOrDefault(content.ActivityId) + 1;
            var step = FundingLedger.StepOf(importing, plan.Id, content, number, clock.UtcNow, one.Id);
            changes.Funding.Add(step);
            changes.Record(FundingLedger.Row(importing, plan.Activities.First(a => a.Id == content.ActivityId), step));
        }
    }

    private static ImportOutcome Outcome(Opened form, IReadOnlyList<JudgedMoney> judged) => new(form.Table.Sheet, [.. judged.Select(j => j.Row)]);

    private async Task<Result<Opened>> Open(Guid planId, ImportTable table, CancellationToken cancel)
    {
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        return FormTable.Of(table, FundingSheet.Shape, FundingSheet.IsEmpty).Refused(out var refusal, out var form) ? refusal : new Opened(plan, form);
    }

    private sealed record Opened(Plan Plan, FormTable Table)
    {
        public IReadOnlyList<Guid> Keys { get; } =
            [.. Table.Rows.Select(r => Guid.TryParseExact(VietnameseText.Clean(Table.Text(r, FundingSheet.Key)), "N", out var key) ? key : Guid.Empty).Distinct()];
    }
}
