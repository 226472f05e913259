using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Agencies;

/// <summary>Which agencies are asked for; null means all.</summary>
/// <param name="Level">Level.</param>
/// <param name="ParentId">Parent on the day.</param>
/// <param name="AsOf">The day: those that exist then, by the names of then; default today.</param>
public sealed record AgencyFilter(AgencyLevel? Level = null, Guid? ParentId = null, DateOnly? AsOf = null);

/// <summary>An agency on a day.</summary>
public sealed record AgencyView(Agency Agency, AgencyRef Name, AgencyRef? Parent, DateOnly AsOf)
{
    /// <summary>Its level on the day.</summary>
    public AgencyLevel Level => Agency.LevelOn(AsOf);

    /// <summary>Its kind on the day.</summary>
    public string Kind => Agency.KindOn(AsOf);
}

/// <summary>Use cases that read agencies.</summary>
public sealed class AgencyReading(IAgencyRegister register, BusinessClock clock)
{
    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["name", "level"];

    /// <summary>A page of the agencies that exist on the day; search ignores case and marks.</summary>
    public async Task<Result<PageOf<AgencyView>>> List(Actor actor, AgencyFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var day = filter.AsOf ?? clock.Today;
        var all = await register.All(cancel);
        var wanted = query.Search is { } search ? VietnameseText.Fold(search) : null;
        var found = all.Values
            .Where(a => a.ExistsOn(day) && (filter.Level is null || a.LevelOn(day) == filter.Level))
            .Where(a => filter.ParentId is null || a.ParentOn(day) == filter.ParentId)
            .Where(a => wanted is null || VietnameseText.Fold(a.NameOn(day).Name + " " + a.NameOn(day).ShortName).Contains(wanted, StringComparison.Ordinal))
            .Select(a => View(a, day, all));
        var items = Ordered(found, query.Sort ?? []).ToList();
        return new PageOf<AgencyView>(
            [.. items.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], items.Count, query.Page, query.PageSize);
    }

    /// <summary>One agency, by the name of today (or of its last day).</summary>
    public async Task<Result<AgencyView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var all = await register.All(cancel);
        if (!all.TryGetValue(id, out var agency))
            return Refusal.NotFound("agencies.unknown", "Không có cơ quan này.");
        var day = agency.ValidTo is { } last && last < clock.Today ? last : clock.Today;
        return View(agency, day, all);
    }

    private static AgencyView View(Agency agency, DateOnly day, IReadOnlyDictionary<Guid, Agency> all) =>
        new(agency, agency.RefOn(day), agency.ParentOn(day) is { } parent ? all[parent].RefOn(day) : null, day);

    private static IEnumerable<AgencyView> Ordered(IEnumerable<AgencyView> views, IReadOnlyList<SortBy> sort)
    {
        var ordered = views.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = (by.Field, by.Descending) switch
            {
                ("name", false) => ordered.ThenBy(v => v.Name.Name, VietnameseText.Order),
                ("name", true) => ordered.ThenByDescending(v => v.Name.Name, VietnameseText.Order),
                (_, false) => ordered.ThenBy(v => v.Level),
                (_, true) => ordered.ThenByDescending(v => v.Level),
            };
        }
        return ordered.ThenBy(v => v.Level).ThenBy(v => v.Name.Name, VietnameseText.Order).ThenBy(v => v.Agency.Id);
    }
}
