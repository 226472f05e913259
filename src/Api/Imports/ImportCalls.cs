using Microsoft.AspNetCore.Http.HttpResults;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.Imports;

/// <summary>What the endpoints of every kind of import share: the file in, the workbook out, the run as it stands.</summary>
internal static class ImportCalls
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const int Megabytes = ImportDesk.MaxBytes / 1024 / 1024;

    /// <summary>Which rows are taken over.</summary>
    public static readonly QueryField Mode = new(
        "mode", QueryKind.Choice, "all (mặc định): tất cả hoặc không dòng nào; good: các dòng đúng, dòng cần sửa được trả lại.", ["all", "good"]);

    /// <summary>To check only.</summary>
    public static readonly QueryField DryRun = QueryShape.Flag("dryRun", "true để chỉ kiểm tra, không ghi; mặc định false.");

    /// <summary>Takes a file in, checks it, and takes its rows over unless it is a dry run.</summary>
    public static async Task<IResult> Import(string kind, Guid planId, Upload upload, Call call, ImportDesk desk, IImportRunner runner)
    {
        if (await desk.Refuse(call.Actor, kind, planId, call.Cancel) is { } refused)
            return Problems.From(refused);
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var taken = await desk.Take(call.Actor, kind, planId, upload.SentName, await Bytes(upload, call.Cancel), call.Cancel);
        if (taken.Refused(out var refusal, out var job))
            return Problems.From(refusal);
        if ((await runner.Run(call.Actor, job.Id, null, Timeout.InfiniteTimeSpan))!.Refused(out var unreadable, out _))
            return Problems.From(unreadable);
        return call.Asked.Flag("dryRun") ? await Shown(job.Id, call, desk, runner) : await Apply(job.Id, call, desk, runner);
    }

    /// <summary>Takes the rows of a checked import over.</summary>
    public static async Task<IResult> Apply(Guid id, Call call, ImportDesk desk, IImportRunner runner)
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

    /// <summary>An import as it stands.</summary>
    public static async Task<IResult> Shown(Guid id, Call call, ImportDesk desk, IImportRunner runner)
    {
        if ((await desk.Find(call.Actor, id, call.Cancel)).Refused(out var notThere, out var job))
            return Problems.From(notThere);
        var outcome = await desk.Outcome(call.Actor, id, call.Cancel);
        return TypedResults.Json(ImportJson.Of(job, outcome.Value, runner.ProgressOf(id)?.Done), Json.Options);
    }

    /// <summary>A form as a file.</summary>
    public static FileContentHttpResult FileOf(ImportTemplate form, ITemplateWriter writer, HttpResponse response) =>
        FileOf(writer.Write(form), form.Title, response);

    /// <summary>A workbook as a file.</summary>
    public static FileContentHttpResult FileOf(byte[] workbook, string name, HttpResponse response)
    {
        response.Headers.ContentDisposition = Downloads.Attachment($"{name.Replace('/', '-').Replace(':', ' ')}.xlsx");
        return TypedResults.Bytes(workbook, Workbook);
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
