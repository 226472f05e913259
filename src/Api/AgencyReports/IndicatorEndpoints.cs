using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Api.AgencyReports;

/// <summary>Indicators of agency reports.</summary>
internal static class IndicatorEndpoints
{
    public static void MapIndicators(this IEndpointRouteBuilder api)
    {
        var indicators = api.MapGroup("/indicators").WithTags("Báo cáo của đơn vị");

        indicators.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<IndicatorJson>>()
            .WithSummary("Các chỉ số báo cáo, kể cả chỉ số không còn dùng").Asks(QueryShape.PageOnly);
        indicators.MapPost("", Add).Needs(Operation.ManageIndicators).Produces<IndicatorJson>(201).WithSummary("Thêm chỉ số");
        indicators.MapGet("/{code}", Find).Needs(Operation.ReadFigures).Produces<IndicatorJson>().WithSummary("Một chỉ số").Asks();
        indicators.MapPut("/{code}", Edit).Needs(Operation.ManageIndicators).Produces<IndicatorJson>()
            .WithSummary("Sửa chỉ số; isActive=false để thôi dùng").NeedsVersion();
    }

    private static async Task<IResult> List(Call call, IndicatorAdministration indicators) =>
        call.Asked.Else(await indicators.All(call.Actor, call.Cancel)).Refused(out var refusal, out var all)
            ? Problems.From(refusal)
            : Answers.Page<Indicator, IndicatorJson>(call.Asked.List.Part(all), IndicatorJson.Of);

    private static async Task<IResult> Find(string code, Call call, IndicatorAdministration indicators) =>
        Answers.One(call.Asked.Else(await indicators.Find(call.Actor, code, call.Cancel)), IndicatorJson.Of, IndicatorJson.TagOf);

    private static async Task<IResult> Add(Posted<NewIndicatorBody> body, Call call, IndicatorAdministration indicators) => Answers.Created(
        await indicators.Add(call.Actor, body.As(b => b.ToNew()), call.Cancel), IndicatorJson.Of, IndicatorJson.PathOf, IndicatorJson.TagOf);

    private static async Task<IResult> Edit(string code, Posted<IndicatorBody> body, Call call, IndicatorAdministration indicators) => Answers.One(
        await indicators.Edit(call.Actor, code, call.Version, body.As(b => b.ToTerms()), call.Cancel), IndicatorJson.Of, IndicatorJson.TagOf);
}
