using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Agencies;

/// <summary>Agencies over time.</summary>
internal static class AgencyEndpoints
{
    public static void MapAgencies(this IEndpointRouteBuilder api)
    {
        var agencies = api.MapGroup("/agencies").WithTags("Cơ quan");

        agencies.MapGet("", List).Produces<ListJson<AgencyJson>>().WithSummary("Các cơ quan tồn tại vào một ngày, theo tên của ngày đó; tìm cả theo tên cũ")
            .Needs(Operation.ReadFigures)
            .Asks(QueryShape.List(
                AgencyReading.SortFields,
                QueryShape.Choice<AgencyLevel>("level", "Cấp."),
                QueryShape.Id("parent", "Cơ quan cấp trên."),
                QueryShape.Day("asOf", "Ngày xét; mặc định hôm nay."),
                QueryShape.Flag("includeEnded", "Kể cả cơ quan đã kết thúc hoặc chưa thành lập vào ngày xét.")));
        agencies.MapPost("", Create).Produces<AgencyJson>(201).WithSummary("Thêm một cơ quan").Needs(Operation.ManageAgencies);
        agencies.MapGet("/{id:guid}", Find).Produces<AgencyJson>().WithSummary("Một cơ quan").Needs(Operation.ReadFigures).Asks();
        agencies.MapPut("/{id:guid}", Edit).Produces<AgencyJson>().WithSummary("Sửa một cơ quan; ghi cấp trên mới, cấp mới từ một ngày")
            .Needs(Operation.ManageAgencies).NeedsVersion();
        agencies.MapDelete("/{id:guid}", Delete).Produces(204).WithSummary("Xóa một cơ quan chưa có dữ liệu")
            .Needs(Operation.ManageAgencies).NeedsVersion();
    }

    private static async Task<IResult> List(Call call, AgencyReading reading)
    {
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var filter = new AgencyFilter(
            call.Asked.Choice<AgencyLevel>("level"), call.Asked.Id("parent"), call.Asked.Day("asOf"), call.Asked.Flag("includeEnded"));
        return Answers.Page(await reading.List(call.Actor, filter, call.Asked.List, call.Cancel), AgencyJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, AgencyReading reading) =>
        Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), AgencyJson.Of, AgencyJson.TagOf);

    private static async Task<IResult> Create(Posted<NewAgencyBody> body, Call call, AgencyAdministration administration, AgencyReading reading) =>
        Answers.Created(
            await Viewed(await administration.Create(call.Actor, body.As(b => b.ToAgency()), call.Cancel), call, reading),
            AgencyJson.Of, AgencyJson.PathOf, AgencyJson.TagOf);

    private static async Task<IResult> Edit(
        Guid id, Posted<AgencyEditBody> body, Call call, AgencyAdministration administration, AgencyReading reading) => Answers.One(
            await Viewed(await administration.Edit(call.Actor, id, call.Version, body.As(b => b.ToEdit()), call.Cancel), call, reading),
            AgencyJson.Of, AgencyJson.TagOf);

    private static async Task<IResult> Delete(Guid id, Call call, AgencyAdministration administration) =>
        (await administration.Delete(call.Actor, id, call.Version, call.Cancel)).Refusal is { } refusal
            ? Problems.From(refusal) : TypedResults.NoContent();

    private static async Task<Result<AgencyView>> Viewed(Result<Agency> written, Call call, AgencyReading reading) =>
        written.Refused(out var refusal, out var agency) ? refusal : await reading.Find(call.Actor, agency.Id, call.Cancel);
}
