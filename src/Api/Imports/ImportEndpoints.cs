using Microsoft.AspNetCore.Http.HttpResults;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Imports;

/// <summary>Entries from workbooks, and imports that were sent before.</summary>
internal static class ImportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Megabytes = ImportDesk.MaxBytes / 1024 / 1024;

    private static readonly QueryField Mode = new(
        "mode", QueryKind.Choice, "all (mặc định): tất cả hoặc không dòng nào; good: các dòng đúng, dòng cần sửa được trả lại.", ["all", "good"]);

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Nhập từ Excel");
        Operation[] logging = [Operation.LogOwnEntries, Operation.LogEntriesForAnyLead];

        api.MapGet("/plans/{id:guid}/entries/template.xlsx", Template).Needs(logging).Produces(200, contentType: Workbook)
            .WithSummary("Mẫu Excel để nhập kết quả của một cơ quan chủ trì, có sẵn bản nháp và kết quả bị trả lại")
            .Asks(QueryShape.Id("agency", "Cơ quan chủ trì; mặc định cơ quan của người hỏi."));
        api.MapPost("/plans/{id:guid}/entries/import", Import).Needs(logging).Produces<ImportJson>().TakesFile(Megabytes)
            .WithSummary("Nhập kết quả từ tệp Excel (trường file): mọi lỗi theo ô trong một lần; dòng mới thành bản nháp")
            .Asks(QueryShape.Flag("dryRun", "true để chỉ kiểm tra, không ghi; mặc định false."), Mode);
        api.MapGet("/imports/{id:guid}", Find).Needs(logging).Produces<ImportJson>().WithSummary("Một lần nhập của mình, từng dòng").Asks();
        api.MapPost("/imports/{id:guid}/apply", Apply).Needs(logging).Produces<ImportJson>()
            .WithSummary("Ghi các dòng của một lần nhập đã kiểm tra").Asks(Mode);
        api.MapGet("/imports/{id:guid}/bad-rows.xlsx", HandBack).Needs(logging).Produces(200, contentType: Workbook)
            .WithSummary("Các dòng cần sửa của một lần nhập, theo cùng mẫu").Asks();
    }

    private static async Task<IResult> Template(Guid id, Call call, EntryTemplate template, ITemplateWriter writer, HttpResponse response)
    {
        var made = call.Asked.Else(await template.Make(call.Actor, id, call.Asked.Id("agency"), call.Cancel));
        return made.Refused(out var refusal, out var form) ? Problems.From(refusal) : FileOf(form, writer, response);
    }

    private static async Task<IResult> Import(Guid id, Upload upload, Call call, ImportDesk desk, IImportRunner runner)
    {
        if (await desk.Refuse(call.Actor, EntryImport.Kind, id, call.Cancel) is { } refused)
            return Problems.From(refused);
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var taken = await desk.Take(call.Actor, EntryImport.Kind, id, upload.SentName, await Bytes(upload, call.Cancel), call.Cancel);
        if (taken.Refused(out var refusal, out var job))
            return Problems.From(refusal);
        if ((await runner.Run(call.Actor, job.Id, null, Timeout.InfiniteTimeSpan))!.Refused(out var unreadable, out _))
            return Problems.From(unreadable);
        return call.Asked.Flag("dryRun") ? await Shown(job.Id, call, desk, runner) : await Apply(job.Id, call, desk, runner);
    }

    private static async Task<IResult> Find(Guid id, Call call, ImportDesk desk, IImportRunner runner) =>
        call.Asked.Else(await desk.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out _)
            ? Problems.From(refusal) : await Shown(id, call, desk, runner);

    private static async Task<IResult> Apply(Guid id, Call call, ImportDesk desk, IImportRunner runner)
    {
        if ((await desk.Find(call.Actor, id, call.Cancel)).Refusal is { } notThere)
            return Problems.From(notThere);
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var mode = call.Asked.Text("mode") == "good" ? ImportMode.Good : ImportMode.All;
        if ((await desk.Decide(call.Actor, id, mode, call.Cancel)).Refused(out var refusal, out _))
            return Problems.From(refusal);
        return (await runner.Run(call.Actor, id, mode, Timeout.InfiniteTimeSpan))!.Refused(out var refused, out _)
            ? Problems.From(refused) : await Shown(id, call, desk, runner);
    }

    private static async Task<IResult> HandBack(Guid id, Call call, ImportDesk desk, ITemplateWriter writer, HttpResponse response) =>
        call.Asked.Else(await desk.HandBack(call.Actor, id, call.Cancel)).Refused(out var refusal, out var form)
            ? Problems.From(refusal) : FileOf(form, writer, response);

    private static async Task<IResult> Shown(Guid id, Call call, ImportDesk desk, IImportRunner runner)
    {
        if ((await desk.Find(call.Actor, id, call.Cancel)).Refused(out var notThere, out var job))
            return Problems.From(notThere);
        var outcome = await desk.Outcome(call.Actor, id, call.Cancel);
        return TypedResults.Json(ImportJson.Of(job, outcome.Value, runner.ProgressOf(id)?.Done), Json.Options);
    }

    private static FileContentHttpResult FileOf(ImportTemplate form, ITemplateWriter writer, HttpResponse response)
    {
        response.Headers.ContentDisposition = Downloads.Attachment($"{form.Title.Replace('/', '-').Replace(':', ' ')}.xlsx");
        return TypedResults.Bytes(writer.Write(form), Workbook);
    }

    private static async Task<Result<byte[]>> Bytes(Upload upload, CancellationToken cancel)
    {
        if (upload.Content.Refused(out var missing, out var stream))
            return missing;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
