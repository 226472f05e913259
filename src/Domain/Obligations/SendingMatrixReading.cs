using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Obligations;

/// <summary>Use case that reads agencies by periods.</summary>
public sealed class SendingMatrixReading(ObligationReading reading, IPlanLibrary plans, IAgencyRegister register)
{
    /// <summary>Fields that agencies can be ordered by; without any, by level, district and name.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["agency", "level", "missing", "late"];

    /// <summary>The agencies asked for, in the order asked for.</summary>
    public async Task<Result<SendingMatrix>> Of(
        Actor actor, Guid planId, SendingFilter filter, IReadOnlyList<SortBy>? sort, CancellationToken cancel)
    {
        if ((await reading.Board(actor, planId, null, cancel)).Refused(out var refusal, out var board))
            return refusal;
        var plan = (await plans.Find(planId, cancel))!;
        var agencies = await register.All(cancel);
        var all = SendingMatrix.RowsOf(board.Periods, board.All);
        var rows = all
            .Where(r => filter.Level is null || r.Level == filter.Level)
            .Where(r => filter.Group is not { } group || agencies[r.Agency.Id].Groups.Contains(group))
            .Where(r => filter.DistrictId is null || r.District?.Id == filter.DistrictId || r.Agency.Id == filter.DistrictId)
            .Where(r => filter.Mark is not { } mark || r.Cells.Any(c => c.Views.Any(v => SendingCell.MarkOf(v) == mark)));
        var districts = all.Select(r => r.District ?? (r.Level is AgencyLevel.District ? r.Agency : null)).OfType<AgencyRef>()
            .DistinctBy(d => d.Id).OrderBy(d => d.Name, VietnameseText.Order);
        return new SendingMatrix(plan, board.Today, board.Periods, [.. Ordered(rows, sort ?? [])], [.. districts]);
    }

    // The rows come by level, district and name, and what stands equal stays so.
    private static IEnumerable<SendingRow> Ordered(IEnumerable<SendingRow> rows, IReadOnlyList<SortBy> sort)
    {
        var ordered = rows.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "agency" => Then(ordered, r => r.Agency.Name, by, VietnameseText.Order),
                "level" => Then(ordered, r => r.Level, by),
                "missing" => Then(ordered, r => r.Missing, by),
                _ => Then(ordered, r => r.Late, by),
            };
        }
        return ordered;
    }

    private static IOrderedEnumerable<SendingRow> Then<TKey>(
        IOrderedEnumerable<SendingRow> ordered, Func<SendingRow, TKey> key, SortBy by, IComparer<TKey>? comparer = null) =>
        by.Descending ? ordered.ThenByDescending(key, comparer) : ordered.ThenBy(key, comparer);
}
