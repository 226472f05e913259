using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Agencies;

/// <summary>Agencies over time.</summary>
internal static class AgencyEndpoints
{
    public static void MapAgencies(this IEndpointRouteBuilder api)
    {
        var agencies = api.MapGroup("/agencies").WithTags("Cơ quan");

        agencies.MapGet("", List).Needs(Operation.ReadFigures)
            .Produces<ListJson<AgencyJson>>().WithSummary("Các cơ quan tồn tại vào một ngày, theo tên của ngày đó")
            .Asks(QueryShape.List(
                AgencyReading.SortFields,
                QueryShape.Choice<AgencyLevel>("level", "Cấp."),
                QueryShape.Id("parent", "Cơ quan cấp trên."),
                QueryShape.Day("asOf", "Ngày xét; mặc định hôm nay.")));
        agencies.MapGet("/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<AgencyJson>().WithSummary("Một cơ quan").Asks();
    }

    private static async Task<IResult> List(Call call, AgencyReading reading)
    {
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var filter = new AgencyFilter(call.Asked.Choice<AgencyLevel>("level"), call.Asked.Id("parent"), call.Asked.Day("asOf"));
        return Answers.Page(await reading.List(call.Actor, filter, call.Asked.List, call.Cancel), AgencyJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, AgencyReading reading) =>
        Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), AgencyJson.Of);
}
