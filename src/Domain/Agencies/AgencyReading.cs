using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Agencies;

/// <summary>Which agencies are asked for; null means all.</summary>
/// <param name="Level">Level.</param>
/// <param name="ParentId">Parent on the day.</param>
/// <param name="AsOf">The day: those that exist then, by the names of then; default today.</param>
/// <param name="IncludeEnded">Also those that ended before the day or begin after it.</param>
public sealed record AgencyFilter(AgencyLevel? Level = null, Guid? ParentId = null, DateOnly? AsOf = null, bool IncludeEnded = false);

/// <summary>An agency on a day: the day asked for, or, where it does not exist then, its last or first day.</summary>
public sealed record AgencyView(Agency Agency, AgencyRef Name, AgencyRef? Parent, DateOnly AsOf)
{
    /// <summary>Its level on the day.</summary>
    public AgencyLevel Level => Agency.LevelOn(AsOf);

    /// <summary>Its kind on the day.</summary>
    public string Kind => Agency.KindOn(AsOf);

    /// <summary>The other name that the search found it by: an old one, or one still to come; null when the name of the day was found.</summary>
    public AgencyName? FoundBy { get; init; }

    /// <summary>Who took over from it, and from whom it took over.</summary>
    public AgencyKin Kin { get; init; } = AgencyKin.None;
}

/// <summary>Use cases that read agencies.</summary>
public sealed class AgencyReading(IAgencyRegister register, BusinessClock clock)
{
    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["name", "level"];

    /// <summary>
    /// A page of the agencies of the day, or of all time; search ignores case and marks, looks into names of all time and begins at a word.
    /// Names that begin with the words come first.
    /// </summary>
    public async Task<Result<PageOf<AgencyView>>> List(Actor actor, AgencyFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var day = filter.AsOf ?? clock.Today;
        var all = await register.All(cancel);
        var search = query.Search is { } words ? new AgencySearch(words) : null;
        var found = new List<(AgencyView View, int Rank)>();
        foreach (var agency in all.Values.Where(a => filter.IncludeEnded || a.ExistsOn(day)))
        {
            var view = View(agency, NearestDay(agency, day), all);
            if ((filter.Level is null || view.Level == filter.Level) && (filter.ParentId is null || view.Parent?.Id == filter.ParentId)
                && (search is null ? (0, null) : search.Find(view)) is var (rank, by))
                found.Add((view with { FoundBy = by }, rank));
        }
        var items = Ordered(found, query.Sort ?? []).ToList();
        var successions = await register.Successions(cancel);
        return new PageOf<AgencyView>(
            [.. items.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).Select(v => v with { Kin = AgencyKin.Of(v.Agency.Id, successions, all) })],
            items.Count, query.Page, query.PageSize);
    }

    /// <summary>One agency, by the name of the day asked for (default today), or of its last or first day.</summary>
    public async Task<Result<AgencyView>> Find(Actor actor, Guid id, CancellationToken cancel, DateOnly? asOf = null)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var all = await register.All(cancel);
        if (!all.TryGetValue(id, out var agency))
            return AgencyAdministration.UnknownAgency;
        return View(agency, NearestDay(agency, asOf ?? clock.Today), all) with
        {
            Kin = AgencyKin.Of(id, await register.Successions(cancel), all),
        };
    }

    /// <summary>The day itself, or the nearest on which the agency exists.</summary>
    private static DateOnly NearestDay(Agency agency, DateOnly day) =>
        agency.ValidTo is { } last && last < day ? last : agency.ValidFrom is { } first && first > day ? first : day;

    private static AgencyView View(Agency agency, DateOnly day, IReadOnlyDictionary<Guid, Agency> all) =>
        new(agency, agency.RefOn(day), agency.ParentOn(day) is { } parent ? all[parent].RefOn(day) : null, day);

    private static IEnumerable<AgencyView> Ordered(IEnumerable<(AgencyView View, int Rank)> found, IReadOnlyList<SortBy> sort)
    {
        var ordered = found.OrderBy(f => sort.Count == 0 ? f.Rank : 0);
        foreach (var by in sort)
        {
            ordered = (by.Field, by.Descending) switch
            {
                ("name", false) => ordered.ThenBy(f => f.View.Name.Name, VietnameseText.Order),
                ("name", true) => ordered.ThenByDescending(f => f.View.Name.Name, VietnameseText.Order),
                (_, false) => ordered.ThenBy(f => f.View.Level),
                (_, true) => ordered.ThenByDescending(f => f.View.Level),
            };
        }
        return ordered.ThenBy(f => f.View.Level).ThenBy(f => f.View.Name.Name, VietnameseText.Order).ThenBy(f => f.View.Agency.Id).Select(f => f.View);
    }
}
