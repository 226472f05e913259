using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Plans;

/// <summary>Use case: the next year of a plan beside how the plan stands, for who makes plans.</summary>
public sealed class NextYearReading(
    IPlanLibrary plans, IPlanDrafts drafts, IAgencyRegister register, PlanProgress progress, FundingReading funding, PlanDraftReading reading, BusinessClock clock)
{
    /// <summary>What would be drafted, what is drafted, or what was issued.</summary>
    public async Task<Result<NextYear>> Show(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (actor.Demand(Operation.ManagePlans) is { } notAllowed)
            return notAllowed;
        var asOf = clock.Today < plan.To ? clock.Today : plan.To;
        var standing = (await progress.Stand(plan, asOf, cancel)).Activities;
        var proposal = new NextYearProposal(
            plan, await register.All(cancel), await register.Successions(cancel), clock.Today, await ParentOf(plan, cancel));
        var draft = await drafts.FindFollowing(planId, cancel) is { } found ? await reading.ViewOf(found, cancel) : null;
        var issued = draft is null ? await plans.FindFollowing(planId, cancel) : null;
        var shown = draft ?? await reading.ViewOf(new PlanDraft { Head = proposal.Head, Rows = proposal.Rows, CreatedByName = "", CreatedAt = default }, cancel);
        var money = (await funding.OfPlan(actor, planId, null, null, cancel)).Value!;
        return new NextYear(
            plan, asOf, shown.Draft.Head, Rows(standing, issued is null ? shown.Rows : [], proposal), Left(money, draft?.Draft.LeftMoney ?? issued?.LeftMoney ?? []), draft, issued);
    }

    /// <summary>The plan above the next year's: the next year of the one above, once it is issued.</summary>
    internal async Task<Guid?> ParentOf(Plan plan, CancellationToken cancel) =>
        plan.ParentPlanId is { } parent ? (await plans.FindFollowing(parent, cancel))?.Id : null;

    /// <summary>What a year left: available, not disbursed, not settled.</summary>
    internal static IReadOnlyList<UnspentMoney> Left(PlanMoney money, IReadOnlyList<UnspentDecision> decisions) =>
    [
        .. from one in money.Standing
           from line in one.Lines
           where line.Available is { } available && available > line.Disbursed && line.Of(FundingStage.Settlement) is null
           select new UnspentMoney(
               one.Progress.Activity, one.Progress.Lead, line.Source, line.Available!.Value, line.Disbursed,
               decisions.LastOrDefault(d => d.ActivityId == one.Progress.Activity.Id && d.Source == line.Source)),
    ];

    private static List<NextYearRow> Rows(IReadOnlyList<ActivityProgress> last, IReadOnlyList<DraftRowView> rows, NextYearProposal proposal)
    {
        var byId = last.ToDictionary(a => a.Activity.Id);
        var taken = rows.Select(r => r.Row.FollowsActivityId).OfType<Guid>().ToHashSet();
        return
        [
            .. rows.Select(r => new NextYearRow(r.Row.FollowsActivityId is { } id ? byId.GetValueOrDefault(id) : null, r, null)),
            .. last.Where(a => !taken.Contains(a.Activity.Id))
                .Select(a => new NextYearRow(a, null, proposal.WhyLeftOut(a.Activity) ?? (rows.Count > 0 ? "Đã bỏ khỏi bản dự thảo." : null))),
        ];
    }
}
