using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Work;

/// <summary>Dự toán chưa gửi: activities of running plans whose estimate for the city's budget is overdue; the lead's own, or of all leads.</summary>
public sealed class EstimateWork(IPlanLibrary plans, IFundingBook book, IAgencyRegister register, BusinessClock clock) : IWorkKind
{
    /// <inheritdoc/>
    public string Code => "Estimates";

    /// <inheritdoc/>
    public string Name => "Dự toán chưa gửi";

    /// <inheritdoc/>
    public int Order => 7;

    /// <inheritdoc/>
    public bool Concerns(Actor actor) => actor.May(Operation.ReadAllWork) || (actor.May(Operation.ReadWork) && actor.Agency is not null);

    /// <inheritdoc/>
    public bool Asks(Actor actor) => false;

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var items = new List<WorkItem>();
        var heads = await plans.List(null, new ListQuery(PageSize: ListQuery.MaxPageSize), cancel);
        foreach (var head in heads.Items.Where(p => clock.Today <= p.To && p.Text.Funding.EstimateDueOn < clock.Today))
        {
            if (await plans.Find(head.Id, cancel) is not { } plan)
                continue;
            var due = plan.Text.Funding.EstimateDueOn!.Value;
            var steps = (await book.OfPlan(plan.Id, clock.Today, cancel)).ToLookup(s => s.ActivityId);
            items.AddRange(
                from activity in plan.Activities
                where activity.IsPartOn(due) && (activity.CancelledOn is null || activity.CancelledOn > clock.Today)
                    && (actor.May(Operation.ReadAllWork) || actor.WorksFor(activity.LeadOn(clock.Today)))
                    && FundingReading.EstimateOf(due, FundingReading.LinesOf([.. steps[activity.Id]]), clock.Today) is EstimateState.Missing
                orderby activity.Order
                let lead = agencies[activity.LeadOn(clock.Today)].RefOn(clock.Today)
                select new WorkItem("funding", activity.Id, FundingCells.ChoiceOf(activity),
                    string.Create(CultureInfo.InvariantCulture, $"Dự toán cần gửi Sở Nội vụ chậm nhất {due:dd/MM/yyyy} · {lead.ShortName} · {plan.Number}"))
                {
                    Agency = lead,
                    On = due,
                });
        }
        return new([.. items.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], items.Count, query.Page, query.PageSize);
    }
}
