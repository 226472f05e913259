using System.Text.Json;
using PlanTracker.Api.History;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Reporting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Jobs;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Jobs;

/// <summary>Work that goes on behind requests: asked for, looked at, its file taken.</summary>
internal static class JobEndpoints
{
    private static readonly QueryField Format = new("format", QueryKind.Choice, "xlsx hoặc docx; bắt buộc.", ["xlsx", "docx"]);

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Việc chạy nền");

        api.MapPost("/plans/{id:guid}/reports/{code}/file", ReportFile).Needs(Operation.ReadFigures).Produces<JobJson>(202)
            .WithSummary("Lập tệp báo cáo ở nền: trả lời ngay, tệp lấy sau ở địa chỉ Location").Asks([Format, .. ReportEndpoints.Window, ReportEndpoints.Part]);
        api.MapPost("/changes/file", HistoryFile).Needs(Operation.ReadHistory, Operation.ReadOwnHistory).Produces<JobJson>(202)
            .WithSummary("Lập tệp CSV lịch sử thay đổi ở nền").Asks([.. HistoryEndpoints.Filters, QueryShape.Text("search", "Tìm không phân biệt hoa thường và dấu.")]);
        api.MapGet("/jobs", List).Needs(Operation.ReadFigures).Produces<ListJson<JobJson>>()
            .WithSummary("Việc chạy nền và lần nhập từ Excel của mình: đang chạy trước, rồi mới nhất trước; giữ 30 ngày").Asks(QueryShape.PageOnly);
        api.MapGet("/jobs/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<JobJson>().WithSummary("Một việc chạy nền của mình").Asks();
        api.MapGet("/jobs/{id:guid}/file", File).Needs(Operation.ReadFigures).Produces(200, contentType: "application/octet-stream")
            .WithSummary("Tệp mà việc chạy nền đã lập; giữ 7 ngày, chỉ cho người đã yêu cầu khi còn quyền").Asks();
        api.MapPost("/jobs/{id:guid}/retry", Retry).Needs(Operation.ReadFigures).Produces<JobJson>(202)
            .WithSummary("Chạy lại một việc bị ngắt, hoặc có tệp không còn được giữ").Asks();
    }

    private static async Task<IResult> ReportFile(
        Guid id, string code, Call call, ReportFileKind kind, PlanReading plans, JobDesk desk, IJobRunner runner, BusinessClock clock)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        var format = call.Asked.Text("format") == "docx" ? ReportFormat.Word : ReportFormat.Excel;
        var section = call.Asked.Text("part") is not null;
        var order = await kind.Order(call.Actor, id, ReportEndpoints.RequestOf(code, call.Asked), format, section, call.Cancel);
        if (order.Refusal is null && call.Asked.Text("format") is null)
            order = Refusal.Invalid("format", "Cần chọn xlsx hoặc docx.");
        else if (order.Refusal is null && section && format is ReportFormat.Excel)
            order = Refusal.Invalid("part", "Chỉ tệp Word (docx) lập riêng được phần nội dung.");
        return await Started(await desk.Start(call.Actor, order, call.Cancel), runner, clock);
    }

    private static async Task<IResult> HistoryFile(Call call, JobDesk desk, IJobRunner runner, BusinessClock clock) => await Started(
        await desk.Start(
            call.Actor, HistoryReading.Demand(call.Actor) ?? call.Asked.Else(HistoryFileKind.Order(HistoryEndpoints.FilterOf(call.Asked), call.Asked.Text("search"))),
            call.Cancel), runner, clock);

    private static async Task<IResult> List(Call call, LongWorkReading reading, IJobRunner runner, IImportRunner imports, BusinessClock clock)
    {
        JobStep? StepOf(LongWork work) => work.Job is null
            ? imports.ProgressOf(work.Id) is var (done, total) ? new("", done, total) : null : runner.ProgressOf(work.Id);
        return Answers.Page(call.Asked.Else(await reading.Own(call.Actor, call.Asked.List, call.Cancel)), w => JobJson.Of(w, StepOf(w), clock.UtcNow));
    }

    private static async Task<IResult> Find(Guid id, Call call, JobDesk desk, IJobRunner runner, BusinessClock clock) =>
        Answers.One(call.Asked.Else(await desk.Find(call.Actor, id, call.Cancel)), j => JobJson.Of(j, runner.ProgressOf(id), clock.UtcNow));

    private static async Task<IResult> File(Guid id, Call call, JobDesk desk, Exports exports, HttpContext http)
    {
        if (call.Asked.Else(await desk.File(call.Actor, id, call.Cancel)).Refused(out var refusal, out var file))
            return Problems.From(refusal);
        await exports.Note(http, call.Actor, file.Note.Entity, file.Note.EntityId, JsonDocument.Parse(file.Note.Fields).RootElement);
        http.Response.Headers.ContentDisposition = Downloads.Attachment(file.Name);
        return TypedResults.Bytes(file.Bytes, file.ContentType);
    }

    private static async Task<IResult> Retry(Guid id, Call call, JobDesk desk, IJobRunner runner, BusinessClock clock) => await Started(
        call.Asked.Else(await desk.Find(call.Actor, id, call.Cancel)).Refusal is { } wrong ? wrong : await desk.Retry(call.Actor, id, call.Cancel), runner, clock);

    /// <summary>Puts what was taken in into the queue and waits for nothing.</summary>
    private static async Task<IResult> Started(Result<Job> taken, IJobRunner runner, BusinessClock clock)
    {
        if (taken.Value is { } job)
            await runner.Run(job, TimeSpan.Zero);
        return Answers.Accepted(taken, j => JobJson.Of(j, null, clock.UtcNow), j => JobJson.PathOf(j.Id));
    }
}
