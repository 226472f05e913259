using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Agencies;

/// <summary>Successions of agencies: planned first, then recorded once.</summary>
internal static class SuccessionEndpoints
{
    public static void MapSuccessions(this IEndpointRouteBuilder api)
    {
        var successions = api.MapGroup("/successions").WithTags("Cơ quan");

        successions.MapGet("", List).Produces<ListJson<SuccessionJson>>().WithSummary("Các lần sắp xếp cơ quan, mới nhất trước")
            .Needs(Operation.ReadFigures)
            .Asks([.. QueryShape.PageOnly, QueryShape.Text("search", "Tên cơ quan hoặc số văn bản, không phân biệt hoa thường và dấu.")]);
        successions.MapGet("/{id:guid}", Find).Produces<SuccessionJson>().WithSummary("Một lần sắp xếp").Needs(Operation.ReadFigures).Asks();
        successions.MapPost("", Record).Produces<PreviewJson>().Produces<SuccessionJson>(201)
            .WithSummary("Sáp nhập, chia tách, đổi tên, kết thúc; với preview=true chỉ xem trước những gì sẽ chuyển")
            .Needs(Operation.ManageAgencies).Asks(QueryShape.Flag("preview", "Chỉ xem trước, không ghi."));
    }

    private static async Task<IResult> List(Call call, SuccessionReading reading) => call.Asked.Refusal is { } wrong
        ? Problems.From(wrong) : Answers.Page(await reading.List(call.Actor, call.Asked.List, call.Cancel), SuccessionJson.Of);

    private static async Task<IResult> Find(Guid id, Call call, SuccessionReading reading) =>
        Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), SuccessionJson.Of);

    private static async Task<IResult> Record(Posted<SuccessionBody> body, Call call, SuccessionPlanning planning, SuccessionReading reading)
    {
        var order = call.Asked.Refusal is { } wrong ? wrong : body.As(b => b.ToOrder());
        if (call.Asked.Flag("preview"))
            return Answers.One(await planning.Preview(call.Actor, order, call.Cancel), PreviewJson.Of);
        Result<SuccessionView> recorded = (await planning.Apply(call.Actor, order, call.Cancel)).Refused(out var refusal, out var succession)
            ? refusal : await reading.Find(call.Actor, succession.Id, call.Cancel);
        return Answers.Created(recorded, SuccessionJson.Of, SuccessionJson.PathOf);
    }
}
