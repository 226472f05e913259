using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Api.Obligations;

/// <summary>Duties that a plan gives beside the regime's own reports.</summary>
internal static class DutyEndpoints
{
    public static void MapDuties(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Nghĩa vụ báo cáo");

        api.MapGet("/plans/{id:guid}/duties", List).Needs(Operation.ReadFigures).Produces<ListJson<DutyJson>>()
            .WithSummary("Nhiệm vụ cung cấp nội dung, gửi báo cáo giao riêng").Asks(QueryShape.PageOnly);
        api.MapPost("/plans/{id:guid}/duties", Create).Needs(Operation.ManageObligations).Produces<DutyJson>(201)
            .WithSummary("Giao nhiệm vụ gửi theo kỳ");
        api.MapGet("/duties/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<DutyJson>().WithSummary("Một nhiệm vụ gửi theo kỳ").Asks();
        api.MapPut("/duties/{id:guid}", Edit).Needs(Operation.ManageObligations).Produces<DutyJson>()
            .WithSummary("Sửa nhiệm vụ; áp dụng cho các kỳ chốt từ hôm nay").NeedsVersion();
        api.MapPost("/duties/{id:guid}/end", End).Needs(Operation.ManageObligations).Produces<DutyJson>().WithSummary("Kết thúc nhiệm vụ, nêu lý do").NeedsVersion();
    }

    private static async Task<IResult> List(Guid id, Call call, DutyAdministration duties, PlanReading plans)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        return (await duties.List(call.Actor, id, call.Cancel)).Refused(out var refusal, out var all)
            ? Problems.From(refusal) : Answers.Page<DutyView, DutyJson>(call.Asked.List.Part(all), DutyJson.Of);
    }

    private static async Task<IResult> Create(Guid id, Posted<NewDutyBody> body, Call call, DutyAdministration duties) => Answers.Created(
        await duties.Create(call.Actor, id, body.As(b => b.ToInput()), call.Cancel), DutyJson.Of, v => $"/api/v1/duties/{v.Duty.Id}",
        v => Etags.Of(v.Duty.Version));

    private static async Task<IResult> Find(Guid id, Call call, DutyAdministration duties) => Answers.Versioned(
        call.Asked.Else(await duties.Find(call.Actor, id, call.Cancel)), DutyJson.Of, v => v.Duty.Version);

    private static async Task<IResult> Edit(Guid id, Posted<DutyBody> body, Call call, DutyAdministration duties) => Answers.Versioned(
        await duties.Edit(call.Actor, id, call.Version, body.As(b => b.ToInput()), call.Cancel), DutyJson.Of, v => v.Duty.Version);

    private static async Task<IResult> End(Guid id, Posted<DutyEndBody> body, Call call, DutyAdministration duties) => Answers.Versioned(
        await duties.End(call.Actor, id, call.Version, body.As(b => b.ToInput()), call.Cancel), DutyJson.Of, v => v.Duty.Version);
}
