using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Agencies;

/// <summary>An agency as others name it.</summary>
internal sealed record AgencyRefJson(Guid Id, string Name, string ShortName)
{
    /// <summary>Of a reference.</summary>
    public static AgencyRefJson Of(AgencyRef agency) => new(agency.Id, agency.Name, agency.ShortName);
}

/// <summary>A name and the first day it is carried.</summary>
internal sealed record AgencyNameJson(string Name, string ShortName, DateOnly? From);

/// <summary>An agency on a day.</summary>
internal sealed record AgencyJson(
    Guid Id, string Name, string ShortName, AgencyLevel Level, string Kind, AgencyRefJson? Parent, DateOnly? ValidFrom, DateOnly? ValidTo,
    bool OwesReports, IReadOnlyList<AgencyGroup> Groups, IReadOnlyList<AgencyNameJson> Names, DateOnly AsOf)
{
    /// <summary>Of a view.</summary>
    public static AgencyJson Of(AgencyView view) => new(
        view.Agency.Id, view.Name.Name, view.Name.ShortName, view.Level, view.Kind,
        view.Parent is null ? null : AgencyRefJson.Of(view.Parent), view.Agency.ValidFrom, view.Agency.ValidTo, view.Agency.OwesReports,
        view.Agency.Groups, [.. view.Agency.Names.Select(n => new AgencyNameJson(n.Name, n.ShortName, n.From))], view.AsOf);
}
