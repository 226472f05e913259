using PlanTracker.Api.Hosting;
using PlanTracker.Api.Obligations;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Api.AgencyReports;

/// <summary>One figure of the caller's agency beside the others of its kind.</summary>
/// <param name="Code"><c>OnTime</c>, or the code of an indicator.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Own">The agency's own.</param>
/// <param name="Median">The median of the others; null when fewer than five of them have one.</param>
/// <param name="Others">How many others have one.</param>
/// <param name="Says">How the own figure lies, in words.</param>
internal sealed record PeerFigureJson(string Code, string Name, string Unit, decimal? Own, decimal? Median, int Others, string? Says);

/// <summary>The caller's agency beside the others of its kind; never names.</summary>
/// <param name="IsOn">Whether units are compared at all.</param>
/// <param name="Kind">Its kind in words.</param>
/// <param name="Period">The period of the indicators.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Note">Why there is nothing, or less than there could be.</param>
internal sealed record PeersJson(bool IsOn, string? Kind, PeriodRefJson? Period, IReadOnlyList<PeerFigureJson> Figures, string? Note)
{
    /// <summary>Of a view.</summary>
    public static PeersJson Of(PeerView v) => new(v.IsOn, v.Kind, v.Period is { } p ? new(p.Id, p.Code, p.Name) : null,
        [.. v.Figures.Select(f => new PeerFigureJson(f.Code, f.Name, f.Unit, f.Own, f.Median, f.Others, f.Says))], v.Note);
}

/// <summary>An agency's figures beside those of its kind.</summary>
internal static class PeerEndpoints
{
    public static void MapPeers(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id:guid}/peers", Read).Needs(Operation.ReadFigures).Produces<PeersJson>().WithTags("Báo cáo của đơn vị")
            .WithSummary("Số liệu của đơn vị người hỏi bên cạnh mức giữa của các đơn vị cùng loại")
            .Asks(QueryShape.Text("period", "Mã kỳ; mặc định kỳ gần nhất đã qua."));

    private static async Task<IResult> Read(Guid id, Call call, PeerReading peers) =>
        Answers.One(call.Asked.Else(await peers.Read(call.Actor, id, call.Asked.Text("period"), call.Cancel)), PeersJson.Of);
}
