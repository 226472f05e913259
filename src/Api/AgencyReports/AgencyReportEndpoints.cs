using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.AgencyReports;

/// <summary>Reports that agencies file to meet their obligations.</summary>
internal static class AgencyReportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Megabytes = 10;

    public static void MapAgencyReports(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/obligations/{id:guid}").WithTags("Báo cáo của đơn vị");

        one.MapGet("/report", Find).Needs(Operation.ReadFigures).Produces<AgencyReportJson>()
            .WithSummary("Báo cáo của đơn vị; trước lần lưu đầu, chính đơn vị nhận bản điền sẵn").Asks();
        one.MapPut("/report", Save).Needs(Operation.DraftAgencyReports).Produces<AgencyReportJson>()
            .WithSummary("Lưu bản nháp hoặc báo cáo bị trả lại; lần đầu với If-Match của bản điền sẵn hoặc *").NeedsVersion();
        one.MapPost("/submit", Submit).Needs(Operation.SubmitAgencyReports).Produces<AgencyReportJson>()
            .WithSummary("Lãnh đạo đơn vị duyệt và gửi").NeedsVersion();
        one.MapPost("/accept", Accept).Needs(Operation.ReceiveAgencyReports).Produces<AgencyReportJson>().WithSummary("Tiếp nhận").NeedsVersion();
        one.MapPost("/return", Return).Needs(Operation.ReceiveAgencyReports).Produces<AgencyReportJson>()
            .WithSummary("Trả lại, nêu lý do, có thể nêu từng mục (results…) và chỉ số (figures.Mã)").NeedsVersion();
        one.MapGet("/report/submissions", Submissions).Needs(Operation.ReadFigures).Produces<ListJson<SubmissionJson>>()
            .WithSummary("Các lần gửi, nguyên như lúc gửi, lần đầu trước").Asks(QueryShape.PageOnly);
        one.MapGet("/report/differences", Differences).Needs(Operation.ReadFigures).Produces<ListJson<SubmissionDifferenceJson>>()
            .WithSummary("Mỗi lần gửi so với lần trước, lần cuối trước").Asks(QueryShape.PageOnly);
        one.MapGet("/report/template.xlsx", Template).Needs(Operation.DraftAgencyReports).Produces(200, contentType: Workbook)
            .WithSummary("Mẫu Excel để nhập số liệu, điền sẵn những gì đang có").Asks();
        one.MapPost("/report/import", Import).Needs(Operation.DraftAgencyReports).Produces<ReportImportJson>()
            .WithSummary("Nhập số liệu từ tệp Excel (trường file): mọi lỗi theo ô trong một lần; If-Match cần khi nhập thật").TakesFile(Megabytes)
            .Asks(QueryShape.Flag("dryRun", "true để chỉ xem thử, không nhập; mặc định false."));
    }

    private static async Task<IResult> Find(Guid id, Call call, AgencyReportReading reading, BusinessClock clock) =>
        Shown(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), clock);

    private static async Task<IResult> Save(Guid id, Posted<ReportBody> body, Call call, AgencyReportFiling filing, BusinessClock clock) =>
        Shown(await filing.Save(call.Actor, id, call.Version, body.As(b => b.ToContent()), call.Cancel), clock);

    private static async Task<IResult> Submit(Guid id, Call call, AgencyReportFiling filing, BusinessClock clock) =>
        Shown(await filing.Submit(call.Actor, id, call.Version, call.Cancel), clock);

    private static async Task<IResult> Accept(Guid id, Call call, AgencyReportFiling filing, BusinessClock clock) =>
        Shown(await filing.Accept(call.Actor, id, call.Version, call.Cancel), clock);

    private static async Task<IResult> Return(Guid id, Posted<ReturnReportBody> body, Call call, AgencyReportFiling filing, BusinessClock clock) =>
        Shown(await filing.Return(call.Actor, id, call.Version, body.As(b => b.ToReason()), call.Cancel), clock);

    private static async Task<IResult> Submissions(Guid id, Call call, AgencyReportReading reading) =>
        call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var view)
            ? Problems.From(refusal)
            : Answers.Page<ReportSubmission, SubmissionJson>(call.Asked.List.Part(view.Submissions), SubmissionJson.Of);

    private static async Task<IResult> Differences(Guid id, Call call, AgencyReportReading reading) =>
        call.Asked.Else(await reading.Differences(call.Actor, id, call.Cancel)).Refused(out var refusal, out var all)
            ? Problems.From(refusal)
            : Answers.Page<ReportDifference, SubmissionDifferenceJson>(call.Asked.List.Part(all), SubmissionDifferenceJson.Of);

    private static async Task<IResult> Template(Guid id, Call call, ReportImport import, ITemplateWriter writer, HttpResponse response)
    {
        if (call.Asked.Else(await import.Template(call.Actor, id, call.Cancel)).Refused(out var refusal, out var form))
            return Problems.From(refusal);
        response.Headers.ContentDisposition = Downloads.Attachment($"{form.Title}.xlsx");
        return TypedResults.Bytes(writer.Write(form), Workbook);
    }

    private static async Task<IResult> Import(Guid id, Upload upload, Call call, ITableReader reader, ReportImport import)
    {
        // Judged before the file is read: a workbook takes time.
        if ((await import.Demand(call.Actor, id, call.Cancel) ?? call.Asked.Refusal) is { } refusal)
            return Problems.From(refusal);
        var table = upload.Content.Refused(out var missing, out var file) ? missing : reader.Read(file);
        var isTrial = call.Asked.Flag("dryRun");
        var result = isTrial
            ? await import.Try(call.Actor, id, table, call.Cancel) : await import.Apply(call.Actor, id, call.Version, table, call.Cancel);
        return result.Refused(out var refused, out var done)
            ? Problems.From(refused)
            : TypedResults.Json(new ReportImportJson(
                isTrial, [.. done.Changed.Select(c => new ImportedFigureJson(c.Code, c.Name, c.Old, c.New))], done.Unchanged,
                [.. done.Errors.Select(e => new Access.CellErrorJson(e.Cell, e.Found, e.Message))], done.Report?.Version), Json.Options);
    }

    private static IResult Shown(Result<AgencyReportView> result, BusinessClock clock) =>
        Answers.Versioned(result, view => AgencyReportJson.Of(view, clock.Today), view => view.Version);
}
