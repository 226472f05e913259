using PlanTracker.Api.Attachments;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Imports;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Api.UnitPlans;

/// <summary>Agencies' own plans and their activities.</summary>
internal static class UnitPlanEndpoints
{
    private const string Tag = "Kế hoạch đơn vị";

    public static void MapUnitPlans(this IEndpointRouteBuilder routes)
    {
        var under = routes.MapGroup("/plans/{id:guid}/unit-plans").WithTags(Tag);
        under.MapGet("", List).Needs(Operation.ReadFigures).Produces<ListJson<UnitPlanJson>>().WithSummary("Kế hoạch của các đơn vị thực hiện kế hoạch này")
            .Asks(QueryShape.List(
                UnitPlanReading.SortFields, QueryShape.Id("agency", "Đơn vị."), QueryShape.Choice<UnitPlanStatus>("status", "Trạng thái."),
                QueryShape.Flag("models", "true: chỉ kế hoạch mẫu.")));
        under.MapPost("", Draft).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>(201).WithSummary("Bắt đầu soạn kế hoạch của đơn vị; mỗi đơn vị một kế hoạch");

        var one = routes.MapGroup("/unit-plans/{id:guid}").WithTags(Tag);
        one.MapGet("", Find).Needs(Operation.ReadFigures).Produces<UnitPlanJson>().WithSummary("Một kế hoạch đơn vị").Asks();
        one.MapPut("", Edit).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>().WithSummary("Sửa phần đầu; sau khi ban hành cần lý do").NeedsVersion();
        one.MapDelete("", Discard).Needs(Operation.KeepUnitPlans).Produces(204).WithSummary("Bỏ bản đang soạn").NeedsVersion();
        one.MapPost("/issue", Issue).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>().WithSummary("Ghi số, ngày ban hành").NeedsVersion();
        one.MapPost("/model", Mark).Needs(Operation.ManagePlans).Produces<UnitPlanJson>().WithSummary("Đặt hoặc bỏ làm kế hoạch mẫu").NeedsVersion();
        one.MapPost("/copy", Copy).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>().WithSummary("Sao chép hoạt động từ kế hoạch mẫu, hoặc từ kế hoạch của thành phố").NeedsVersion();
        one.MapPost("/activities", Add).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>().WithSummary("Thêm hoạt động").NeedsVersion();
        one.MapPut("/activities/{unitActivityId:guid}", Change).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>().WithSummary("Sửa hoạt động; sau khi ban hành cần lý do").NeedsVersion();
        one.MapDelete("/activities/{unitActivityId:guid}", Remove).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>().WithSummary("Bỏ hoạt động khỏi bản đang soạn").NeedsVersion();
        one.MapPost("/activities/{unitActivityId:guid}/end", End).Needs(Operation.KeepUnitPlans).Produces<UnitPlanJson>().WithSummary("Kết thúc hoạt động từ một ngày").NeedsVersion();
        one.MapGet("/activities/template.xlsx", Template).Needs(Operation.KeepUnitPlans).Produces(200, contentType: ImportCalls.Workbook).WithSummary("Mẫu Excel để nhập hoạt động").Asks();
        one.MapPost("/activities/import", Import).Needs(Operation.KeepUnitPlans).Produces<ImportJson>().TakesFile(ImportCalls.Megabytes)
            .WithSummary("Nhập hoạt động từ tệp Excel (trường file): mọi lỗi theo ô trong một lần").Asks(ImportCalls.DryRun, ImportCalls.Mode);
        one.MapEvidenceOf("unit-plan", Operation.KeepUnitPlans, async (id, call, services) =>
            (await services.GetRequiredService<UnitPlanReading>().Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
                ? refusal : (Result<List<Evidence>>)view.Evidence.ToList());
    }

    private static async Task<IResult> List(Guid id, Call call, UnitPlanReading reading)
    {
        var a = call.Asked;
        return Answers.Page(a.Else(await reading.List(call.Actor, id, a.Id("agency"), a.Choice<UnitPlanStatus>("status"), a.Flag("models"), a.List, call.Cancel)), UnitPlanJson.Of);
    }

    private static async Task<IResult> Draft(Guid id, Posted<UnitPlanBody> body, Call call, UnitPlanDesk desk, UnitPlanReading reading) =>
        (await desk.Draft(call.Actor, id, body.As(b => b.ToOrder()), call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : Answers.Created(await reading.Find(call.Actor, made.Id, call.Cancel), UnitPlanJson.Of, v => $"/api/v1/unit-plans/{v.Plan.Id}", v => Etags.Of(v.Plan.Version));

    private static async Task<IResult> Find(Guid id, Call call, UnitPlanReading reading) =>
        Answers.Versioned(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), UnitPlanJson.Of, v => v.Plan.Version);

    private static async Task<IResult> Edit(Guid id, Posted<UnitPlanBody> body, Call call, UnitPlanDesk desk, UnitPlanReading reading) =>
        await Changed(await desk.Edit(call.Actor, id, call.Version, body.As(b => b.ToOrder()), call.Cancel), id, call, reading);

    private static async Task<IResult> Discard(Guid id, Call call, UnitPlanDesk desk) =>
        (await desk.Discard(call.Actor, id, call.Version, call.Cancel)).Refusal is { } refusal ? Problems.From(refusal) : TypedResults.NoContent();

    private static async Task<IResult> Issue(Guid id, Posted<UnitPlanNumberBody> body, Call call, UnitPlanDesk desk, UnitPlanReading reading) => await Changed(
        await desk.Issue(call.Actor, id, call.Version, body.As<UnitPlanNumber>(b => new UnitPlanNumber(b.Number, b.IssuedOn)), body.Input.Value?.Reason, call.Cancel), id, call, reading);

    private static async Task<IResult> Mark(Guid id, Posted<UnitPlanModelBody> body, Call call, UnitPlanDesk desk, UnitPlanReading reading) =>
        await Changed(await desk.Mark(call.Actor, id, call.Version, body.As<bool>(b => b.IsModel), call.Cancel), id, call, reading);

    private static async Task<IResult> Copy(Guid id, Posted<UnitPlanCopyBody> body, Call call, UnitPlanRows rows, UnitPlanReading reading) =>
        await Changed(await rows.Copy(call.Actor, id, call.Version, body.As<Guid?>(b => b.From), call.Cancel), id, call, reading);

    private static async Task<IResult> Add(Guid id, Posted<UnitActivityBody> body, Call call, UnitPlanRows rows, UnitPlanReading reading) =>
        await Changed(await rows.Add(call.Actor, id, call.Version, body.As(b => b.ToOrder()), call.Cancel), id, call, reading);

    private static async Task<IResult> Change(Guid id, Guid unitActivityId, Posted<UnitActivityBody> body, Call call, UnitPlanRows rows, UnitPlanReading reading) =>
        await Changed(await rows.Edit(call.Actor, id, unitActivityId, call.Version, body.As(b => b.ToOrder()), call.Cancel), id, call, reading);

    private static async Task<IResult> Remove(Guid id, Guid unitActivityId, Call call, UnitPlanRows rows, UnitPlanReading reading) =>
        await Changed(await rows.Remove(call.Actor, id, unitActivityId, call.Version, call.Cancel), id, call, reading);

    private static async Task<IResult> End(Guid id, Guid unitActivityId, Posted<UnitActivityEndBody> body, Call call, UnitPlanRows rows, UnitPlanReading reading) => await Changed(
        await rows.End(call.Actor, id, unitActivityId, call.Version, body.As<UnitActivityEnd>(b => new UnitActivityEnd(b.On, b.Reason)), call.Cancel), id, call, reading);

    private static async Task<IResult> Template(Guid id, Call call, UnitPlanImport import, ITemplateWriter writer, HttpResponse response) =>
        call.Asked.Else(await import.Template(call.Actor, id, call.Cancel)).Refused(out var refusal, out var form) ? Problems.From(refusal) : ImportCalls.FileOf(form, writer, response);

    private static Task<IResult> Import(Guid id, Upload upload, Call call, ImportDesk desk, IImportRunner runner) =>
        ImportCalls.Import(UnitPlanImport.Kind, id, upload, call, desk, runner);

    private static async Task<IResult> Changed(Result<UnitPlan> result, Guid id, Call call, UnitPlanReading reading) =>
        result.Refused(out var refusal, out _) ? Problems.From(refusal) : Answers.Versioned(await reading.Find(call.Actor, id, call.Cancel), UnitPlanJson.Of, v => v.Plan.Version);
}
