using System.Text.Json.Nodes;
using PlanTracker.Api.Agencies;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Api.History;

/// <summary>Who did it; without an id for the program itself and for a name that belongs to nobody.</summary>
internal sealed record DoerJson(Guid? Id, string Name);

/// <summary>One change.</summary>
internal sealed record ChangeJson(
    long Number, DateTime At, DoerJson Account, AgencyRefJson? Agency, Door Door, string Entity, Guid EntityId, string What,
    JsonNode? Old, JsonNode? New, string? Reason)
{
    /// <summary>Of a view.</summary>
    public static ChangeJson Of(HistoryView view) => new(
        view.Number, view.Change.At, new(view.Change.AccountId == Guid.Empty ? null : view.Change.AccountId, view.Change.AccountName),
        view.Agency is { } agency ? AgencyRefJson.Of(agency) : null, view.Change.Door, view.Change.Entity, view.Change.EntityId, view.Change.What,
        HistoryDetails.Read(view.Change.Old), HistoryDetails.Read(view.Change.New), view.Change.Reason);
}
