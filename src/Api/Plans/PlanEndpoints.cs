using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Api.Plans;

/// <summary>Plans.</summary>
internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("Kế hoạch");

        plans.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<PlanJson>>().WithSummary("Các kế hoạch")
            .Asks(QueryShape.List(["year", "number", "issuedOn", "title"], QueryShape.Whole("year", "Năm kế hoạch.", 9999)));
        plans.MapGet("/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<PlanJson>().WithSummary("Một kế hoạch").Asks();
    }

    private static async Task<IResult> List(Call call, PlanReading reading, IAgencyRegister register)
    {
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var agencies = await register.All(call.Cancel);
        return Answers.Page(
            await reading.List(call.Actor, call.Asked.Whole("year"), call.Asked.List, call.Cancel), plan => PlanJson.Of(plan, agencies));
    }

    private static async Task<IResult> Find(Guid id, Call call, PlanReading reading, PlanDraftReading drafts, IAgencyRegister register)
    {
        if (await drafts.Find(call.Actor, id, call.Cancel) is { Refusal: null } draft)
            return Answers.One(call.Asked.Else(draft), PlanDraftJson.Of, PlanDraftJson.TagOf);
        var agencies = await register.All(call.Cancel);
        return Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), plan => PlanJson.Of(plan, agencies));
    }
}
