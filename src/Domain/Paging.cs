namespace PlanTracker.Domain;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Page">1 or more.</param>
/// <param name="PageSize">1 to 200.</param>
/// <param name="Sort">Names of fields, a leading minus for descending; allowed names are each list's own.</param>
/// <param name="Search">Words looked for without case and marks; null for all.</param>
public sealed record ListQuery(int Page = 1, int PageSize = 25, IReadOnlyList<SortBy>? Sort = null, string? Search = null)
{
    /// <summary>The largest page.</summary>
    public const int MaxPageSize = 200;

    /// <summary>The page asked for of what is wholly at hand.</summary>
    public PageOf<T> Part<T>(IReadOnlyList<T> all) => new([.. all.Skip((Page - 1) * PageSize).Take(PageSize)], all.Count, Page, PageSize);
}

/// <summary>One field of an order.</summary>
public sealed record SortBy(string Field, bool Descending);

/// <summary>One page of a list, with how many there are in all.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, int Page, int PageSize);
