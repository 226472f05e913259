using PlanTracker.Api.Attachments;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Imports;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Api.UnitPlans;

/// <summary>Results of agencies' own activities, their place beside the city's figures, and the coverage.</summary>
internal static class UnitResultEndpoints
{
    private static readonly QueryField[] CoverageFilters =
    [
        QueryShape.Choice<AgencyLevel>("level", "Cấp của đơn vị."), QueryShape.Id("parent", "Trực thuộc cơ quan này."), QueryShape.Flag("missing", "true: chỉ đơn vị chưa ban hành kế hoạch."),
        QueryShape.Id("activity", "Chỉ đơn vị có hoạt động gắn với hoạt động này của thành phố."),
    ];

    public static void MapUnitResults(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Kế hoạch đơn vị");
        api.MapGet("/unit-plans/{id:guid}/results", List).Needs(Operation.ReadFigures).Produces<ListJson<UnitResultJson>>().WithSummary("Kết quả của kế hoạch đơn vị, mới nhất trước")
            .Asks([QueryShape.Id("activity", "Của một hoạt động của đơn vị."), .. QueryShape.PageOnly]);
        api.MapPost("/unit-plans/{id:guid}/activities/{unitActivityId:guid}/results", Log).Needs(Operation.KeepUnitPlans).Produces<UnitResultJson>(201)
            .WithSummary("Ghi kết quả; chờ lãnh đạo đơn vị hoặc Sở Nội vụ xác nhận");

        var one = api.MapGroup("/unit-results/{id:guid}");
        one.MapGet("", Find).Needs(Operation.ReadFigures).Produces<UnitResultJson>().WithSummary("Một kết quả của kế hoạch đơn vị").Asks();
        one.MapPut("", Edit).Needs(Operation.KeepUnitPlans).Produces<UnitResultJson>().WithSummary("Sửa và gửi lại, khi chờ xác nhận hoặc bị trả lại").NeedsVersion();
        one.MapPost("/confirm", Confirm).Needs(Operation.ConfirmUnitResults).Produces<UnitResultJson>().WithSummary("Xác nhận; không ai xác nhận kết quả mình nhập").NeedsVersion();
        one.MapPost("/return", Return).Needs(Operation.ConfirmUnitResults).Produces<UnitResultJson>().WithSummary("Trả lại, nêu lý do").NeedsVersion();
        one.MapPost("/withdraw", Withdraw).Needs(Operation.KeepUnitPlans, Operation.ConfirmUnitResults).Produces<UnitResultJson>().WithSummary("Rút, nêu lý do").NeedsVersion();
        one.MapEvidenceOf("unit-result", Operation.KeepUnitPlans, async (id, call, services) =>
            (await services.GetRequiredService<UnitPlanReading>().Result(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
                ? refusal : (Result<List<Evidence>>)view.Evidence.ToList());

        api.MapGet("/activities/{id:guid}/unit-progress", Beside).Needs(Operation.ReadFigures).Produces<UnitProgressJson>()
            .WithSummary("Các đơn vị đã làm, bên cạnh số liệu của thành phố; chỉ tính vào khi có quyết định").Asks(QueryShape.Day("asOf", "Ngày của số liệu, mặc định hôm nay."));
        api.MapPost("/activities/{id:guid}/unit-decisions", Decide).Needs(Operation.ChangeTargets).Produces<UnitProgressJson>()
            .WithSummary("Quyết định tính, hoặc thôi tính, kết quả của các đơn vị vào số liệu của thành phố từ một ngày").NeedsVersion();

        api.MapGet("/plans/{id:guid}/unit-coverage", OfPlan).Needs(Operation.ReadFigures).Produces<CoverageJson>().WithSummary("Ma trận đơn vị và hoạt động của thành phố; đơn vị chưa ban hành kế hoạch")
            .Asks([.. CoverageFilters, .. QueryShape.PageOnly, QueryShape.Text("search", "Tìm theo tên đơn vị.")]);
        api.MapGet("/plans/{id:guid}/unit-coverage.xlsx", Matrix).Needs(Operation.ReadFigures).Produces(200, contentType: ImportCalls.Workbook).WithSummary("Ma trận, tệp Excel").Asks(CoverageFilters);
        api.MapGet("/plans/{id:guid}/unit-plans-missing.xlsx", Missing).Needs(Operation.ReadFigures).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Đơn vị chưa ban hành kế hoạch, tệp Excel").Asks();
    }

    private static async Task<IResult> List(Guid id, Call call, UnitPlanReading reading) =>
        Answers.Page(call.Asked.Else(await reading.Results(call.Actor, id, call.Asked.Id("activity"), call.Asked.List, call.Cancel)), UnitResultJson.Of);

    private static async Task<IResult> Log(Guid id, Guid unitActivityId, Posted<UnitResultBody> body, Call call, UnitResultDesk desk, UnitPlanReading reading) =>
        (await desk.Log(call.Actor, id, unitActivityId, body.As(b => b.ToOrder()), call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : Answers.Created(await reading.Result(call.Actor, made.Id, call.Cancel), UnitResultJson.Of, v => $"/api/v1/unit-results/{v.Result.Id}", TagOf);

    private static async Task<IResult> Find(Guid id, Call call, UnitPlanReading reading) => Answers.One(call.Asked.Else(await reading.Result(call.Actor, id, call.Cancel)), UnitResultJson.Of, TagOf);

    private static async Task<IResult> Edit(Guid id, Posted<UnitResultBody> body, Call call, UnitResultDesk desk, UnitPlanReading reading) =>
        await Changed(await desk.Edit(call.Actor, id, call.Version, body.As(b => b.ToOrder()), call.Cancel), id, call, reading);

    private static async Task<IResult> Confirm(Guid id, Call call, UnitResultDesk desk, UnitPlanReading reading) =>
        await Changed(await desk.Confirm(call.Actor, id, call.Version, call.Cancel), id, call, reading);

    private static async Task<IResult> Return(Guid id, Posted<UnitReasonBody> body, Call call, UnitResultDesk desk, UnitPlanReading reading) =>
        await Changed(await desk.Return(call.Actor, id, call.Version, body.As<EntryReason>(b => new EntryReason(b.Reason, [])), call.Cancel), id, call, reading);

    private static async Task<IResult> Withdraw(Guid id, Posted<UnitReasonBody> body, Call call, UnitResultDesk desk, UnitPlanReading reading) =>
        await Changed(await desk.Withdraw(call.Actor, id, call.Version, body.As<EntryReason>(b => new EntryReason(b.Reason, [])), call.Cancel), id, call, reading);

    private static async Task<IResult> Beside(Guid id, Call call, UnitProgress progress) =>
        Answers.Versioned(call.Asked.Else(await progress.Of(call.Actor, id, call.Asked.Day("asOf"), call.Cancel)), UnitProgressJson.Of, b => b.Activity.Version);

    private static async Task<IResult> Decide(Guid id, Posted<UnitDecisionBody> body, Call call, UnitProgress progress) =>
        (await progress.Decide(call.Actor, id, call.Version, body.As(b => b.ToOrder()), call.Cancel)).Refused(out var refusal, out Activity? _)
            ? Problems.From(refusal) : Answers.Versioned(await progress.Of(call.Actor, id, null, call.Cancel), UnitProgressJson.Of, b => b.Activity.Version);

    private static async Task<IResult> OfPlan(Guid id, Call call, UnitCoverage coverage) =>
        Answers.One(call.Asked.Else(await coverage.Of(call.Actor, id, FilterOf(call.Asked), call.Asked.List, call.Cancel)), CoverageJson.Of);

    private static async Task<IResult> Matrix(Guid id, Call call, UnitCoverage coverage, IFigureSheetWriter writer, HttpResponse response) =>
        call.Asked.Else(await coverage.Of(call.Actor, id, FilterOf(call.Asked), All, call.Cancel)).Refused(out var refusal, out var found)
            ? Problems.From(refusal) : ImportCalls.FileOf(writer.Write(CoverageExport.Matrix(found)), $"Ma trận kế hoạch đơn vị - {found.City.Number}", response);

    private static async Task<IResult> Missing(Guid id, Call call, UnitCoverage coverage, IFigureSheetWriter writer, HttpResponse response) =>
        call.Asked.Else(await coverage.Of(call.Actor, id, new(OnlyMissing: true), All, call.Cancel)).Refused(out var refusal, out var found)
            ? Problems.From(refusal) : ImportCalls.FileOf(writer.Write(CoverageExport.Missing(found)), $"Đơn vị chưa ban hành kế hoạch - {found.City.Number}", response);

    private static ListQuery All { get; } = new(PageSize: 10_000);

    private static CoverageFilter FilterOf(Asked asked) => new(asked.Choice<AgencyLevel>("level"), asked.Id("parent"), asked.Flag("missing"), asked.Id("activity"));

    private static async Task<IResult> Changed(Result<UnitResult> result, Guid id, Call call, UnitPlanReading reading) =>
        result.Refused(out var refusal, out _) ? Problems.From(refusal) : Answers.One(await reading.Result(call.Actor, id, call.Cancel), UnitResultJson.Of, TagOf);

    private static string TagOf(UnitResultView view) => Etags.Of(view.Result.Version);
}
