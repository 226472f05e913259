using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Api.Plans;

/// <summary>Plans that are not issued yet: head, rows, issue. For others than Sở Nội vụ they are not there.</summary>
internal static class DraftEndpoints
{
    private const int Megabytes = 10;

    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("Kế hoạch");
        const string Row = "/{id:guid}/rows/{rowId:guid}";

        plans.MapGet("/drafts", List).Produces<ListJson<PlanDraftLineJson>>().Needs(Operation.ManagePlans).WithSummary("Các kế hoạch chưa ban hành")
            .Asks(QueryShape.PageOnly);
        plans.MapPost("", Create).Produces<PlanDraftJson>(201).Needs(Operation.ManagePlans).WithSummary("Tạo kế hoạch (bản dự thảo)");
        plans.MapPut("/{id:guid}", Edit).Produces<PlanDraftJson>().Needs(Operation.ManagePlans).WithSummary("Sửa phần đầu của bản dự thảo").NeedsVersion();
        plans.MapPost("/{id:guid}/rows", AddRow).Produces<PlanDraftJson>(201).Needs(Operation.ManagePlans).WithSummary("Thêm một dòng vào bản dự thảo");
        plans.MapPut(Row, EditRow).Produces<PlanDraftJson>().Needs(Operation.ManagePlans).WithSummary("Sửa một dòng của bản dự thảo").NeedsVersion();
        plans.MapDelete(Row, RemoveRow).Produces<PlanDraftJson>().Needs(Operation.ManagePlans).WithSummary("Bỏ một dòng của bản dự thảo").NeedsVersion();
        plans.MapPost("/{id:guid}/import", Import).Produces<PlanDraftJson>().Needs(Operation.ManagePlans).TakesFile(Megabytes)
            .WithSummary("Nhập bảng hoạt động từ Excel (.xlsx) hoặc Word (.docx) vào bản dự thảo; dryRun=true chỉ đọc, không lưu")
            .Asks(
                QueryShape.Flag("dryRun", "true: chỉ đọc tệp, trả về các dòng và chỗ cần quyết định; mặc định false."),
                QueryShape.Flag("replace", "true: thay các dòng đang có; mặc định false, thêm vào cuối."));
        plans.MapPost("/{id:guid}/issue", Issue).Produces<PlanJson>().Needs(Operation.ManagePlans)
            .WithSummary("Ban hành: có số, ngày, ít nhất một dòng, mọi dòng đã rõ").NeedsVersion();
    }

    private static async Task<IResult> List(Call call, PlanDraftReading reading)
    {
        if (call.Actor.Demand(Operation.ManagePlans) is { } refusal)
            return Problems.From(refusal);
        return call.Asked.Refusal is { } wrong
            ? Problems.From(wrong)
            : Answers.Page<PlanDraft, PlanDraftLineJson>(call.Asked.List.Part(await reading.All(call.Actor, call.Cancel)), PlanDraftLineJson.Of);
    }

    private static async Task<IResult> Create(Posted<PlanBody> body, Call call, PlanDrafting drafting) => Answers.Created(
        await drafting.Create(call.Actor, body.As(b => b.ToHead()), call.Cancel), PlanDraftJson.Of, PlanDraftJson.PathOf, PlanDraftJson.TagOf);

    private static async Task<IResult> Edit(Guid id, Posted<PlanBody> body, Call call, PlanDrafting drafting) => Answers.One(
        await drafting.Edit(call.Actor, id, call.Version, body.As(b => b.ToHead()), call.Cancel), PlanDraftJson.Of, PlanDraftJson.TagOf);

    private static async Task<IResult> AddRow(Guid id, Posted<PlanRowBody> body, Call call, PlanDrafting drafting) => Answers.Created(
        await drafting.AddRow(call.Actor, id, ExpectedVersion.Any, body.As(b => b.ToRow()), call.Cancel),
        PlanDraftJson.Of, PlanDraftJson.PathOf, PlanDraftJson.TagOf);

    private static async Task<IResult> EditRow(Guid id, Guid rowId, Posted<PlanRowBody> body, Call call, PlanDrafting drafting) => Answers.One(
        await drafting.EditRow(call.Actor, id, rowId, call.Version, body.As(b => b.ToRow()), call.Cancel), PlanDraftJson.Of, PlanDraftJson.TagOf);

    private static async Task<IResult> RemoveRow(Guid id, Guid rowId, Call call, PlanDrafting drafting) => Answers.One(
        await drafting.RemoveRow(call.Actor, id, rowId, call.Version, call.Cancel), PlanDraftJson.Of, PlanDraftJson.TagOf);

    private static async Task<IResult> Issue(Guid id, Call call, PlanDrafting drafting, IAgencyRegister register)
    {
        var agencies = await register.All(call.Cancel);
        return Answers.One(await drafting.Issue(call.Actor, id, call.Version, call.Cancel), plan => PlanJson.Of(plan, agencies));
    }

    private static async Task<IResult> Import(Guid id, Upload upload, Call call, PlanImport import, PlanDrafting drafting)
    {
        if (await import.NotThere(call.Actor, id, call.Cancel) is { } refusal)
            return Problems.From(refusal);
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        if ((await import.Preview(call.Actor, id, upload.SentName ?? "", upload.Content, call.Cancel)).Refused(out var unreadable, out var preview))
            return Problems.From(unreadable);
        if (call.Asked.Flag("dryRun"))
            return Answers.One<PlanImportPreview, PlanImportJson>(preview, PlanImportJson.Of);
        return Answers.One(
            await drafting.Import(
                call.Actor, id, ExpectedVersion.Any, preview.Content.Rows.ToList(), call.Asked.Flag("replace"), call.Cancel),
            PlanDraftJson.Of, PlanDraftJson.TagOf);
    }
}
