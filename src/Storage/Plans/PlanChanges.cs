using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Storage.Plans;

/// <summary>Plans inside a write.</summary>
internal sealed class PlanChanges(PlanDb db) : IPlanChanges
{
    public Task<Plan?> Load(Guid id, CancellationToken cancel) => Whole(p => p.Id == id, cancel);

    public Task<Plan?> LoadByActivity(Guid activityId, CancellationToken cancel) => Whole(p => p.Activities.Any(a => a.Id == activityId), cancel);

    public void Add(Plan plan) => db.Plans.Add(plan);

    private Task<Plan?> Whole(Expression<Func<Plan, bool>> which, CancellationToken cancel) =>
        db.Plans.AsSplitQuery()
            .Include(p => p.Activities.OrderBy(a => a.Order)).ThenInclude(a => a.Targets.OrderBy(t => t.Order))
            .Include(p => p.Tasks.OrderBy(t => t.Order))
            .FirstOrDefaultAsync(which, cancel);
}
