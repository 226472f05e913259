using PlanTracker.Api.Hosting;
using PlanTracker.Api.Reporting;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Agencies;

/// <summary>An agency as others name it.</summary>
internal sealed record AgencyRefJson(Guid Id, string Name, string ShortName)
{
    /// <summary>Of a reference.</summary>
    public static AgencyRefJson Of(AgencyRef agency) => new(agency.Id, agency.Name, agency.ShortName);
}

/// <summary>A name, the first day it is carried, and the kind that came with it.</summary>
internal sealed record AgencyNameJson(string Name, string ShortName, DateOnly? From, string? Kind)
{
    /// <summary>Of a name.</summary>
    public static AgencyNameJson Of(AgencyName name) => new(name.Name, name.ShortName, name.From, name.Kind);
}

/// <summary>A parent and the first day it is one.</summary>
internal sealed record AgencyParentJson(Guid? ParentId, DateOnly? From);

/// <summary>A later level and its first day.</summary>
internal sealed record AgencyLevelJson(AgencyLevel Level, DateOnly From);

/// <summary>The other agency of a succession, by the name of its time.</summary>
internal sealed record AgencyHeirJson(
    AgencyRefJson Agency, Guid SuccessionId, SuccessionKind Kind, DateOnly EffectiveOn, decimal Share, DocumentJson Document)
{
    /// <summary>Of an heir or a predecessor.</summary>
    public static AgencyHeirJson Of(AgencyHeir heir) => new(
        AgencyRefJson.Of(heir.Agency), heir.Succession.Id, heir.Succession.Kind, heir.Succession.EffectiveOn, heir.Share,
        new(heir.Succession.Document.Number, heir.Succession.Document.Date));
}

/// <summary>An agency on a day.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name of the day.</param>
/// <param name="ShortName">For screens.</param>
/// <param name="Level">Level on the day.</param>
/// <param name="Kind">Kind on the day.</param>
/// <param name="Parent">Agency above on the day.</param>
/// <param name="ValidFrom">First day; null when before anything recorded.</param>
/// <param name="ValidTo">Last day, inclusive; null while it lasts.</param>
/// <param name="OwesReports">Whether it owes periodic reports.</param>
/// <param name="Groups">Groups it belongs to.</param>
/// <param name="Names">Names over time.</param>
/// <param name="Parents">Agencies above over time.</param>
/// <param name="Levels">Later levels.</param>
/// <param name="Successors">Who took over from it.</param>
/// <param name="Predecessors">From whom it took over.</param>
/// <param name="FoundByName">The name of another time that the search found it by.</param>
/// <param name="AsOf">The day: the one asked for, or its last or first.</param>
internal sealed record AgencyJson(
    Guid Id, string Name, string ShortName, AgencyLevel Level, string Kind, AgencyRefJson? Parent, DateOnly? ValidFrom, DateOnly? ValidTo,
    bool OwesReports, IReadOnlyList<AgencyGroup> Groups, IReadOnlyList<AgencyNameJson> Names, IReadOnlyList<AgencyParentJson> Parents,
    IReadOnlyList<AgencyLevelJson> Levels, IReadOnlyList<AgencyHeirJson> Successors, IReadOnlyList<AgencyHeirJson> Predecessors,
    AgencyNameJson? FoundByName, DateOnly AsOf)
{
    /// <summary>Of a view.</summary>
    public static AgencyJson Of(AgencyView view) => new(
        view.Agency.Id, view.Name.Name, view.Name.ShortName, view.Level, view.Kind,
        view.Parent is null ? null : AgencyRefJson.Of(view.Parent), view.Agency.ValidFrom, view.Agency.ValidTo, view.Agency.OwesReports,
        view.Agency.Groups, [.. view.Agency.Names.Select(AgencyNameJson.Of)],
        [.. view.Agency.Parents.Select(p => new AgencyParentJson(p.ParentId, p.From))],
        [.. view.Agency.Levels.Select(l => new AgencyLevelJson(l.Level, l.From))],
        [.. view.Kin.Successors.Select(AgencyHeirJson.Of)], [.. view.Kin.Predecessors.Select(AgencyHeirJson.Of)],
        view.FoundBy is { } name ? AgencyNameJson.Of(name) : null, view.AsOf);

    /// <summary>The tag of a view.</summary>
    public static string TagOf(AgencyView view) => Etags.Of(view.Agency.Version);

    /// <summary>Where it is.</summary>
    public static string PathOf(AgencyView view) => $"/api/v1/agencies/{view.Agency.Id}";
}
