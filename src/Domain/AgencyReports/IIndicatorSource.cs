namespace PlanTracker.Domain.AgencyReports;

/// <summary>
/// Where figures of a report come from before anybody types them: results today, published news items when there are any. Every source
/// registered with the host is asked, and what they give is added up.
/// </summary>
public interface IIndicatorSource
{
    /// <summary>What the source has of an agency in a window of days, both inclusive; each item once.</summary>
    Task<IReadOnlyList<SourcedItem>> Of(SourceWindow window, IReadOnlyList<Indicator> indicators, CancellationToken cancel);
}

/// <summary>Whose items are asked for, and of which days.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="AgencyIds">The agency, and those whose work it took over.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record SourceWindow(Guid PlanId, IReadOnlyCollection<Guid> AgencyIds, DateOnly From, DateOnly To);

/// <summary>An item that counts for an indicator.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Kind">Kind of thing: <c>entry</c>, <c>news</c>.</param>
/// <param name="Id">Id of the thing.</param>
/// <param name="Title">What it is.</param>
/// <param name="Day">The day it counts on.</param>
/// <param name="Amount">How much; negative only for a correction.</param>
public sealed record SourcedItem(string Code, string Kind, Guid Id, string Title, DateOnly Day, decimal Amount);
