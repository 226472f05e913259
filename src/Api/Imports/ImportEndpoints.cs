using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Imports;

/// <summary>Entries from workbooks, and imports of every kind that were sent before.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Nhập từ Excel");
        Operation[] logging = [Operation.LogOwnEntries, Operation.LogEntriesForAnyLead];
        Operation[] importing = [.. logging, Operation.KeepOwnMoney, Operation.ConsolidateMoney, Operation.AppraiseMoney];

        api.MapGet("/plans/{id:guid}/entries/template.xlsx", Template).Needs(logging).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Mẫu Excel để nhập kết quả của một cơ quan chủ trì, có sẵn bản nháp và kết quả bị trả lại")
            .Asks(QueryShape.Id("agency", "Cơ quan chủ trì; mặc định cơ quan của người hỏi."));
        api.MapPost("/plans/{id:guid}/entries/import", Import).Needs(logging).Produces<ImportJson>().TakesFile(ImportCalls.Megabytes)
            .WithSummary("Nhập kết quả từ tệp Excel (trường file): mọi lỗi theo ô trong một lần; dòng mới thành bản nháp")
            .Asks(ImportCalls.DryRun, ImportCalls.Mode);
        api.MapGet("/imports/{id:guid}", Find).Needs(importing).Produces<ImportJson>().WithSummary("Một lần nhập của mình, từng dòng").Asks();
        api.MapPost("/imports/{id:guid}/apply", ImportCalls.Apply).Needs(importing).Produces<ImportJson>()
            .WithSummary("Ghi các dòng của một lần nhập đã kiểm tra").Asks(ImportCalls.Mode);
        api.MapGet("/imports/{id:guid}/bad-rows.xlsx", HandBack).Needs(importing).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Các dòng cần sửa của một lần nhập, theo cùng mẫu").Asks();
    }

    private static async Task<IResult> Template(Guid id, Call call, EntryTemplate template, ITemplateWriter writer, HttpResponse response)
    {
        var made = call.Asked.Else(await template.Make(call.Actor, id, call.Asked.Id("agency"), call.Cancel));
        return made.Refused(out var refusal, out var form) ? Problems.From(refusal) : ImportCalls.FileOf(form, writer, response);
    }

    private static Task<IResult> Import(Guid id, Upload upload, Call call, ImportDesk desk, IImportRunner runner) =>
        ImportCalls.Import(EntryImport.Kind, id, upload, call, desk, runner);

    private static async Task<IResult> Find(Guid id, Call call, ImportDesk desk, IImportRunner runner) =>
        call.Asked.Else(await desk.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out _)
            ? Problems.From(refusal) : await ImportCalls.Shown(id, call, desk, runner);

    private static async Task<IResult> HandBack(Guid id, Call call, ImportDesk desk, ITemplateWriter writer, HttpResponse response) =>
        call.Asked.Else(await desk.HandBack(call.Actor, id, call.Cancel)).Refused(out var refusal, out var form)
            ? Problems.From(refusal) : ImportCalls.FileOf(form, writer, response);
}
