using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Plans;

/// <summary>A row to be added to an issued plan, in the wording of the document that adds it.</summary>
/// <param name="On">The first day it counts.</param>
/// <param name="Document">The document.</param>
/// <param name="Reason">Why.</param>
/// <param name="Row">The wording, and what a person said where it cannot be read.</param>
public sealed record RowToAdd(DateOnly On, DocumentRef Document, string Reason, DraftRow Row);

/// <summary>
/// Adds activities to issued plans in the wording of a plan's table: read by the parser that reads drafts, shown as what it was read as,
/// and recorded by <see cref="PlanAmendments"/>. A rhythm ("01 chương trình/tháng") counts from the day it is added on.
/// </summary>
public sealed class RowAddition(IPlanLibrary plans, IAgencyRegister register, PlanAmendments amendments)
{
    /// <summary>What a row would be; nothing is changed. What is still to be decided is in the view.</summary>
    public async Task<Result<DraftRowView>> Read(Actor actor, Guid planId, Result<RowToAdd> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { Status: PlanStatus.Issued } plan)
            return PlanReading.UnknownPlan;
        if (actor.Demand(Operation.ChangeTargets) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        if (asked.On < plan.IssuedOn || asked.On > plan.To)
            return Refusal.Invalid("on", $"Ngày bổ sung phải từ {plan.IssuedOn:dd/MM/yyyy} đến {plan.To:dd/MM/yyyy}.");
        var agencies = await register.All(cancel);
        var time = new PlanTime(asked.On > plan.From ? asked.On : plan.From, plan.To);
        if (DraftRules.Check(asked.Row, time, agencies.ContainsKey).Refused(out var invalid, out var row))
            return invalid;
        return PlanDraftReading.Read(
            row, plan.Activities.Select(a => a.Order).DefaultIfEmpty().Max() + 1, time, asked.On, new AgencyMatcher(agencies.Values, asked.On), agencies);
    }

    /// <summary>Adds it, when everything in it is decided; what is not is named by field.</summary>
    public async Task<Result<Activity>> Add(Actor actor, Guid planId, Result<RowToAdd> input, CancellationToken cancel)
    {
        if ((await Read(actor, planId, input, cancel)).Refused(out var refusal, out var view))
            return refusal;
        var open = new FieldErrors();
        foreach (var what in view.ToDecide)
            open.Add(FieldOf(what), what);
        if (open.Refusal is { } undecided)
            return undecided;
        var (asked, row) = (input.Value!, view.Row);
        return await amendments.Add(actor, planId, new NewActivity(
            asked.On, asked.Document, asked.Reason, row.Title, row.ShortTitle ?? PlanIssuing.Short(row.Title), row.QuantityWording, view.Lead!.Id,
            row.SupportingWording, row.Time, view.Due.On, row.DeliveryModeAsked, [.. view.Quantity.Targets.Select(TargetOf)])
        {
            Supporting = view.Supporting,
        }, cancel);
    }

    private static NewTarget TargetOf(ParsedTarget parsed) => new(
        parsed.Kind, parsed.Value, parsed.Unit, parsed.Comparison, parsed.Cadence, parsed.Part, parsed.Set is { } set ? AgencyMatcher.GroupOf(set) : null);

    private static string FieldOf(string toDecide) =>
        toDecide.StartsWith("Số lượng", StringComparison.Ordinal) ? "readAs" : toDecide.StartsWith("Chủ trì", StringComparison.Ordinal) ? "leadAgencyId" : "dueOn";
}
