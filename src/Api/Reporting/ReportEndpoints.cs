using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>The calendar and the plan report, as JSON and as a workbook.</summary>
internal static class ReportEndpoints
{
    internal const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static readonly QueryField[] Window =
    [
        QueryShape.Id("agency", "Chỉ của một cơ quan: mọi hoạt động chủ trì hoặc phối hợp; của quận, huyện thì cả xã, phường, thị trấn. Luôn là bản xem trước."),
        QueryShape.Id("lead", "Chỉ các hoạt động do cơ quan này chủ trì. Luôn là bản xem trước."),
        QueryShape.Day("from", "Ngày đầu; chỉ của mã custom."), QueryShape.Day("to", "Ngày cuối; chỉ của mã custom."),
        QueryShape.Day("asOf", "Ngày tính số liệu; mặc định là ngày cuối kỳ hoặc hôm nay, lấy ngày sớm hơn."),
    ];

    internal static readonly QueryField Part =
        new("part", QueryKind.Choice, "section: chỉ phần nội dung, không có phần đầu và chữ ký, để đưa vào báo cáo CCHC.", ["section"]);

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Báo cáo");

        api.MapGet("/plans/{id:guid}/periods", Periods).Needs(Operation.ReadFigures)
            .Produces<ListJson<PeriodJson>>().WithSummary("Các kỳ báo cáo của kế hoạch").Asks(QueryShape.PageOnly);
        api.MapGet("/periods/{id:guid}", Period).Needs(Operation.ReadFigures).Produces<PeriodJson>().WithSummary("Một kỳ báo cáo").Asks();
        api.MapGet("/plans/{id:guid}/reports/{code}", Report).Needs(Operation.ReadFigures)
            .Produces<ReportJson>().WithSummary("Báo cáo tổng hợp của kế hoạch, cùng các phụ lục II, IV đến VII khi có số liệu").Asks(Window);
        api.MapGet("/plans/{id:guid}/reports/{code}.xlsx", Excel).Needs(Operation.ReadFigures)
            .Produces(200, contentType: Workbook).WithSummary("Báo cáo tổng hợp, tệp Excel; sau khi ban hành là đúng tệp đã ban hành").Asks(Window);
        api.MapGet("/plans/{id:guid}/reports/{code}.docx", Word).Needs(Operation.ReadFigures)
            .Produces(200, contentType: Document).WithSummary("Báo cáo tổng hợp, tệp Word; sau khi ban hành là đúng tệp đã ban hành")
            .Asks([.. Window, Part]);
        api.MapGet("/plans/{id:guid}/reports/{code}/events", Events).Needs(Operation.ReadFigures)
            .Produces<ListJson<EventJson>>().WithSummary("Phụ lục III: các hoạt động đã thực hiện được tính trong kỳ").Asks([.. Window, .. QueryShape.PageOnly]);
        api.MapGet("/plans/{id:guid}/reports/{code}/changes", Changes).Needs(Operation.ReadFigures)
            .Produces<ReportChangesJson>().WithSummary("Những gì thay đổi so với báo cáo đã ban hành gần nhất").Asks(Window);
    }

    private static async Task<IResult> Periods(Guid id, Call call, PeriodAdministration periods, PlanReports reports)
    {
        if (call.Asked.Else(await periods.Calendar(call.Actor, id, call.Cancel)).Refused(out var refusal, out var calendar))
            return Problems.From(refusal);
        var kept = (await reports.Kept(call.Actor, id, call.Cancel)).Value!;
        return Answers.Page<PeriodView, PeriodJson>(call.Asked.List.Part(calendar), p => PeriodJson.Of(p, StateOf(kept, p.Period)));
    }

    private static async Task<IResult> Period(Guid id, Call call, PeriodAdministration periods, PlanReports reports)
    {
        if (call.Asked.Else(await periods.Find(call.Actor, id, call.Cancel)).Refused(out var refusal, out var period))
            return Problems.From(refusal);
        var kept = (await reports.Kept(call.Actor, period.Period.PlanId, call.Cancel)).Value!;
        return Answers.Versioned<PeriodView, PeriodJson>(period, p => PeriodJson.Of(p, StateOf(kept, p.Period)), p => p.Period.Version);
    }

    private static async Task<IResult> Report(Guid id, string code, Call call, PlanReports reports, PlanReading plans) =>
        await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel))
        ?? Answers.One(await reports.Whole(call.Actor, id, RequestOf(code, call.Asked), call.Cancel), ReportJson.Of, ReportJson.TagOf);

    private static Task<IResult> Excel(
        Guid id, string code, Call call, PlanReports reports, PlanReading plans, IReportWriter writer, Exports exports, HttpContext http) =>
        File(ReportFormat.Excel, false, id, code, call, reports, plans, writer, exports, http);

    private static Task<IResult> Word(
        Guid id, string code, Call call, PlanReports reports, PlanReading plans, IReportWriter writer, Exports exports, HttpContext http) =>
        File(ReportFormat.Word, call.Asked.Text("part") is not null, id, code, call, reports, plans, writer, exports, http);

    private static async Task<IResult> File(
        ReportFormat format, bool sectionOnly, Guid id, string code, Call call, PlanReports reports, PlanReading plans, IReportWriter writer,
        Exports exports, HttpContext http)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        if ((await reports.File(call.Actor, id, RequestOf(code, call.Asked), format, writer, sectionOnly, call.Cancel)).Refused(out var refusal, out var done))
            return Problems.From(refusal);
        await exports.Note(http, call.Actor, "report", id, done.Noted);
        return Download(http, done.File, format);
    }

    /// <summary>Hands out a file.</summary>
    internal static IResult Download(HttpContext http, FileContent file, ReportFormat format)
    {
        http.Response.Headers.ContentDisposition = Downloads.Attachment(file.Name);
        return TypedResults.Bytes(file.Bytes, format is ReportFormat.Excel ? Workbook : Document);
    }

    private static async Task<IResult> Events(Guid id, string code, Call call, PlanReports reports, PlanReading plans)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        return (await reports.Events(call.Actor, id, RequestOf(code, call.Asked), call.Asked.List, call.Cancel)).Refused(out var refusal, out var page)
            ? Problems.From(refusal)
            : Answers.Page<EventRow, EventJson>(page, EventJson.Of);
    }

    private static async Task<IResult> Changes(Guid id, string code, Call call, PlanReports reports, PlanReading plans) =>
        await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel))
        ?? Answers.One(await reports.Whole(call.Actor, id, RequestOf(code, call.Asked), call.Cancel), ReportChangesJson.Of);

    internal static ReportState StateOf(IReadOnlyDictionary<string, PeriodReport> kept, ReportingPeriod period) =>
        kept.TryGetValue(period.Code, out var report) ? report.State : ReportState.Preview;

    internal static ReportRequest RequestOf(string code, Asked asked) => new(code, asked.Day("from"), asked.Day("to"), asked.Day("asOf"))
    {
        AgencyId = asked.Id("agency"),
        LeadId = asked.Id("lead"),
    };
}
