using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Search;

/// <summary>One thing that was found.</summary>
/// <param name="Entity">What it is: <c>activity</c>, <c>agency</c>, <c>entry</c>, <c>news</c>, <c>report</c>.</param>
/// <param name="Id">Its id; of a report, its period's.</param>
/// <param name="Title">Its name.</param>
/// <param name="Note">What tells it from others of that name, one line.</param>
public sealed record SearchHit(string Entity, Guid Id, string Title, string Note)
{
    /// <summary>The plan it belongs to, of a report.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>Code of its period, of a report.</summary>
    public string? Code { get; init; }
}

/// <summary>What was found of one kind: the best hits, and how many there are in all.</summary>
public sealed record SearchGroup(string Entity, string Name, IReadOnlyList<SearchHit> Hits, int Total);

/// <summary>An area that can be searched.</summary>
public interface ISearchKind
{
    /// <summary>Its place among the kinds.</summary>
    int Order { get; }

    /// <summary>The best hits of what this actor may see, at most so many.</summary>
    Task<SearchGroup> Find(Actor actor, string words, int most, CancellationToken cancel);
}

/// <summary>Tìm kiếm chung: one search through everything the actor may see, without case and marks.</summary>
public sealed class GlobalSearch(IEnumerable<ISearchKind> kinds)
{
    /// <summary>Longest words looked for, in characters.</summary>
    public const int MaxWords = 100;

    /// <summary>Fewest characters looked for: with one, everything would be found.</summary>
    public const int MinWords = 2;

    private const int Most = 8;

    /// <summary>What was found, kind by kind; kinds without a hit are left out.</summary>
    public async Task<Result<IReadOnlyList<SearchGroup>>> Find(Actor actor, string? words, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (VietnameseText.Clean(words) is not { Length: >= MinWords and <= MaxWords } wanted || !VietnameseText.IsClean(wanted) || !wanted.Any(char.IsLetterOrDigit))
            return Refusal.Invalid("q", $"Cần từ {MinWords} đến {MaxWords} ký tự, có chữ hoặc số.");
        var found = new List<SearchGroup>();
        foreach (var kind in kinds.OrderBy(k => k.Order))
        {
            if (await kind.Find(actor, wanted, Most, cancel) is { Total: > 0 } group)
                found.Add(group);
        }
        return found;
    }
}
