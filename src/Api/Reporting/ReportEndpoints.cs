using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>The calendar and the plan report, as JSON and as a workbook.</summary>
internal static class ReportEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly QueryField[] Window =
    [
        QueryShape.Day("from", "Ngày đầu; chỉ của mã custom."), QueryShape.Day("to", "Ngày cuối; chỉ của mã custom."),
        QueryShape.Day("asOf", "Ngày tính số liệu; mặc định là ngày cuối kỳ hoặc hôm nay, lấy ngày sớm hơn."),
    ];

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Báo cáo");

        api.MapGet("/plans/{id:guid}/periods", Periods).Needs(Operation.ReadFigures)
            .Produces<ListJson<PeriodJson>>().WithSummary("Các kỳ báo cáo của kế hoạch").Asks(QueryShape.PageOnly);
        api.MapGet("/periods/{id:guid}", Period).Needs(Operation.ReadFigures).Produces<PeriodJson>().WithSummary("Một kỳ báo cáo").Asks();
        api.MapGet("/plans/{id:guid}/reports/{code}", Report).Needs(Operation.ReadFigures)
            .Produces<ReportJson>().WithSummary("Báo cáo tổng hợp của kế hoạch").Asks(Window);
        api.MapGet("/plans/{id:guid}/reports/{code}.xlsx", Excel).Needs(Operation.ReadFigures)
            .Produces(200, contentType: Workbook).WithSummary("Báo cáo tổng hợp, tệp Excel").Asks(Window);
    }

    private static async Task<IResult> Periods(Guid id, Call call, PeriodAdministration periods) =>
        call.Asked.Else(await periods.Calendar(call.Actor, id, call.Cancel)).Refused(out var refusal, out var calendar)
            ? Problems.From(refusal)
            : Answers.Page<PeriodView, PeriodJson>(call.Asked.List.Part(calendar), PeriodJson.Of);

    private static async Task<IResult> Period(Guid id, Call call, PeriodAdministration periods) =>
        Answers.Versioned(call.Asked.Else(await periods.Find(call.Actor, id, call.Cancel)), PeriodJson.Of, v => v.Period.Version);

    private static async Task<IResult> Report(Guid id, string code, Call call, PlanReports reports, PlanReading plans) =>
        await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel))
        ?? Answers.One(await reports.Report(call.Actor, id, RequestOf(code, call.Asked), call.Cancel), ReportJson.Of);

    private static async Task<IResult> Excel(
        Guid id, string code, Call call, PlanReports reports, PlanReading plans, IReportWriter writer, Exports exports, HttpContext http)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        if ((await reports.Report(call.Actor, id, RequestOf(code, call.Asked), call.Cancel)).Refused(out var refusal, out var report))
            return Problems.From(refusal);
        var file = $"Báo cáo {report.Plan.Number.Replace('/', '-')} {report.Period.Code}.xlsx";
        var content = writer.Workbook(report);
        await exports.Note(http, call.Actor, "report", id, new { plan = report.Plan.Number, period = report.Period.Code, report.Period.From, report.Period.To, report.AsOf, file });
        http.Response.Headers.ContentDisposition = Downloads.Attachment(file);
        return TypedResults.Bytes(content, Workbook);
    }

    private static ReportRequest RequestOf(string code, Asked asked) => new(code, asked.Day("from"), asked.Day("to"), asked.Day("asOf"));
}
