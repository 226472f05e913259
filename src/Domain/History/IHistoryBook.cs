using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.History;

/// <summary>Which rows are asked for; null means all.</summary>
/// <param name="Entity">Kind of thing.</param>
/// <param name="EntityId">One thing.</param>
/// <param name="AccountId">Who did it.</param>
/// <param name="AgencyId">Agency concerned.</param>
/// <param name="What">The verb.</param>
/// <param name="Door">Through which door.</param>
/// <param name="From">First day, in Vietnam.</param>
/// <param name="To">Last day.</param>
public sealed record HistoryFilter(
    string? Entity = null, Guid? EntityId = null, Guid? AccountId = null, Guid? AgencyId = null, string? What = null, Door? Door = null,
    DateOnly? From = null, DateOnly? To = null);

/// <summary>What a reader may see of history.</summary>
/// <param name="All">Everything.</param>
/// <param name="Agencies">Else: what concerns these agencies, but accounts,</param>
/// <param name="AccountId">and of accounts this one.</param>
public sealed record HistoryScope(bool All, IReadOnlySet<Guid> Agencies, Guid AccountId);

/// <summary>A row with its place in history.</summary>
public sealed record HistoryRow(long Number, Change Change);

/// <summary>Reads history, newest first.</summary>
public interface IHistoryBook
{
    /// <summary>A page; sort field: number. Search looks into names, reasons and values, without case and marks.</summary>
    Task<PageOf<HistoryRow>> List(HistoryFilter filter, HistoryScope scope, ListQuery query, CancellationToken cancel);

    /// <summary>The newest rows one after the other, at most <paramref name="most"/>, without holding the database meanwhile.</summary>
    IAsyncEnumerable<HistoryRow> Walk(HistoryFilter filter, HistoryScope scope, string? search, int most, CancellationToken cancel);
}
