using PlanTracker.Api.Attachments;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Inspections;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Inspections;

/// <summary>The register of inspections.</summary>
internal static class InspectionEndpoints
{
    public static void MapInspections(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/inspections").WithTags("Kiểm tra");
        api.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<InspectionJson>>().WithSummary("Các cuộc kiểm tra, kết quả và kiến nghị")
            .Asks(QueryShape.List(
                InspectionReading.SortFields, QueryShape.Id("plan", "Kế hoạch."), QueryShape.Choice<InspectionState>("state", "Trạng thái."),
                QueryShape.Id("agency", "Cơ quan được kiểm tra."), QueryShape.Flag("late", "true: chỉ cuộc kiểm tra, kiến nghị quá hạn.")));
        api.MapPost("", Plan).Needs(Operation.ManageInspections).Produces<InspectionJson>(201).WithSummary("Lập kế hoạch một cuộc kiểm tra");

        var one = api.MapGroup("/{id:guid}");
        one.MapGet("", Find).Needs(Operation.ReadFigures).Produces<InspectionJson>().WithSummary("Một cuộc kiểm tra").Asks();
        one.MapPut("", Edit).Needs(Operation.ManageInspections).Produces<InspectionJson>().WithSummary("Sửa, khi chưa kiểm tra").NeedsVersion();
        one.MapPost("/result", Record).Needs(Operation.ManageInspections).Produces<InspectionJson>().WithSummary("Ghi kết quả và kiến nghị").NeedsVersion();
        one.MapPost("/cancel", Cancel).Needs(Operation.ManageInspections).Produces<InspectionJson>().WithSummary("Không thực hiện nữa, kèm lý do").NeedsVersion();
        one.MapPost("/recommendations/{recommendationId:guid}/follow-up", FollowUp).Needs(Operation.FollowUpInspections).Produces<InspectionJson>()
            .WithSummary("Báo cáo việc đã làm theo kiến nghị").NeedsVersion();
        one.MapPost("/recommendations/{recommendationId:guid}/close", Close).Needs(Operation.ManageInspections).Produces<InspectionJson>()
            .WithSummary("Xác nhận kiến nghị đã thực hiện").NeedsVersion();
        one.MapEvidenceOf("inspection", Operation.FollowUpInspections, async (id, call, services) =>
            (await services.GetRequiredService<InspectionReading>().Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
                ? refusal : (Result<List<Evidence>>)view.Evidence.ToList());
    }

    private static async Task<IResult> List(Call call, InspectionReading reading)
    {
        var a = call.Asked;
        if (a.Refusal is { } wrong)
            return Problems.From(wrong);
        var filter = new InspectionFilter(a.Id("plan"), a.Id("agency") is { } agency ? [agency] : null);
        return Answers.Page(await reading.List(call.Actor, filter, a.Choice<InspectionState>("state"), a.Flag("late"), a.List, call.Cancel), InspectionJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, InspectionReading reading) =>
        Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), InspectionJson.Of, TagOf);

    private static async Task<IResult> Plan(Posted<InspectionBody> body, Call call, InspectionDesk desk, InspectionReading reading) =>
        (await desk.Plan(call.Actor, body.As(b => b.ToOrder()), call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : Answers.Created(await reading.Find(call.Actor, made.Id, call.Cancel), InspectionJson.Of, v => $"/api/v1/inspections/{v.Inspection.Id}", TagOf);

    private static async Task<IResult> Edit(Guid id, Posted<InspectionBody> body, Call call, InspectionDesk desk, InspectionReading reading) =>
        await Changed(await desk.Edit(call.Actor, id, call.Version, body.As(b => b.ToOrder()), call.Cancel), id, call, reading);

    private static async Task<IResult> Record(Guid id, Posted<InspectionResultBody> body, Call call, InspectionDesk desk, InspectionReading reading) =>
        await Changed(await desk.Record(call.Actor, id, call.Version, body.As(b => b.ToResult()), call.Cancel), id, call, reading);

    private static async Task<IResult> Cancel(Guid id, Posted<InspectionReasonBody> body, Call call, InspectionDesk desk, InspectionReading reading) =>
        await Changed(await desk.Cancel(call.Actor, id, call.Version, body.As<string?>(b => b.Reason), call.Cancel), id, call, reading);

    private static async Task<IResult> FollowUp(
        Guid id, Guid recommendationId, Posted<FollowUpBody> body, Call call, InspectionDesk desk, InspectionReading reading) =>
        await Changed(await desk.FollowUp(call.Actor, id, recommendationId, call.Version, body.As(b => b.ToOrder()), call.Cancel), id, call, reading);

    private static async Task<IResult> Close(
        Guid id, Guid recommendationId, Posted<RecommendationEndBody> body, Call call, InspectionDesk desk, InspectionReading reading) =>
        await Changed(await desk.Close(call.Actor, id, recommendationId, call.Version, body.As<string?>(b => b.Note), call.Cancel), id, call, reading);

    private static async Task<IResult> Changed(Result<Inspection> result, Guid id, Call call, InspectionReading reading) =>
        result.Refused(out var refusal, out _) ? Problems.From(refusal) : Answers.One(await reading.Find(call.Actor, id, call.Cancel), InspectionJson.Of, TagOf);

    private static string TagOf(InspectionView view) => Etags.Of(view.Inspection.Version);
}
