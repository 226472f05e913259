using PlanTracker.Domain.Access;
using PlanTracker.Domain.Work;

namespace PlanTracker.Domain.Inspections;

/// <summary>Kiến nghị kiểm tra quá hạn: recommendations whose last day has passed, and checks that should have been carried out; of the own agency, or of all.</summary>
public sealed class LateInspectionWork(InspectionReading reading) : MatterWork
{
    /// <inheritdoc/>
    public override string Code => "LateInspections";

    /// <inheritdoc/>
    public override string Name => "Kiểm tra, kiến nghị quá hạn";

    /// <inheritdoc/>
    public override int Order => 14;

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => actor.May(Operation.FollowUpInspections);

    private protected override async Task<IReadOnlyList<WorkItem>> All(Actor actor, CancellationToken cancel)
    {
        var late = await reading.List(
            actor, new InspectionFilter(AgencyIds: Whose(actor)), null, onlyLate: true, new ListQuery(PageSize: ListQuery.MaxPageSize), cancel);
        return late.Value is not { } page ? [] : [.. page.Items.SelectMany(Items).OrderBy(i => i.On)];
    }

    private static IEnumerable<WorkItem> Items(InspectionView view)
    {
        var (inspection, today) = (view.Inspection, view.Today);
        if (inspection.IsOverdueOn(today))
            yield return Item("inspection", inspection.Id, inspection.Title, $"{view.Agency.ShortName} · dự kiến {inspection.PlannedOn:dd/MM/yyyy}, {DaysLate(inspection.PlannedOn, today)}, chưa ghi kết quả", view.Owner, inspection.PlannedOn);
        foreach (var one in inspection.Recommendations.Where(r => r.IsLateOn(today)))
            yield return Item("inspection", inspection.Id, one.Text, $"{view.Owner.ShortName} · kiến nghị, hạn {one.DueOn:dd/MM/yyyy}, {DaysLate(one.DueOn, today)}", view.Owner, one.DueOn);
    }
}
