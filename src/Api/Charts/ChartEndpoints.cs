using PlanTracker.Api.Funding;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Imports;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Charts;

/// <summary>What charts and heat maps show, as JSON and as workbooks.</summary>
internal static class ChartEndpoints
{
    private static readonly QueryField[] Months =
    [
        FundingEndpoints.AsOf, FundingEndpoints.Lead, QueryShape.Choice<AgencyLevel>("level", "Cấp của cơ quan chủ trì."),
        QueryShape.Choice<AgencyGroup>("group", "Nhóm của cơ quan chủ trì."), QueryShape.Choice<ProgressStatus>("status", "Trạng thái của chỉ tiêu."),
    ];

    private static readonly QueryField[] Sending =
    [
        QueryShape.Choice<AgencyLevel>("level", "Cấp."), QueryShape.Choice<AgencyGroup>("group", "Nhóm."),
        QueryShape.Id("district", "Quận, huyện và các xã, phường của nó."), QueryShape.Choice<SendingMark>("mark", "Có ít nhất một kỳ như vậy."),
    ];

    public static void MapCharts(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Biểu đồ");

        api.MapGet("/activities/{id:guid}/curve", Curve).Needs(Operation.ReadFigures).Produces<CurvesJson>()
            .WithSummary("Đường tiến độ của hoạt động: cần có, đã thực hiện, ước thực hiện, lũy kế theo tháng").Asks(FundingEndpoints.AsOf);
        api.MapGet("/activities/{id:guid}/curve.xlsx", CurveFile).Needs(Operation.ReadFigures).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Đường tiến độ của hoạt động, tệp Excel").Asks(FundingEndpoints.AsOf);
        api.MapGet("/plans/{id:guid}/activity-months", MonthsOf).Needs(Operation.ReadFigures).Produces<MonthMatrixJson>()
            .WithSummary("Chỉ tiêu theo tháng: thực hiện và mức cần có").Asks([.. Months, .. Paged(ProgressCharts.SortFields)]);
        api.MapGet("/plans/{id:guid}/activity-months.xlsx", MonthsFile).Needs(Operation.ReadFigures).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Chỉ tiêu theo tháng, tệp Excel").Asks([.. Months, Sort(ProgressCharts.SortFields)]);
        api.MapGet("/plans/{id:guid}/sending-matrix", SendingOf).Needs(Operation.ReadFigures).Produces<SendingMatrixJson>()
            .WithSummary("Cơ quan theo kỳ: gửi đúng hạn, chậm, chưa gửi, được miễn").Asks([.. Sending, .. Paged(SendingMatrixReading.SortFields)]);
        api.MapGet("/plans/{id:guid}/sending-matrix.xlsx", SendingFile).Needs(Operation.ReadFigures).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Cơ quan theo kỳ, tệp Excel").Asks([.. Sending, Sort(SendingMatrixReading.SortFields)]);
        api.MapGet("/plans/{id:guid}/funding/flow", Flow).Needs(Operation.ReadFigures).Produces<MoneyFlowJson>()
            .WithSummary("Dòng kinh phí từ bước này sang bước khác").Asks(FundingEndpoints.AsOf, FundingEndpoints.Lead);
        api.MapGet("/plans/{id:guid}/funding/flow.xlsx", FlowFile).Needs(Operation.ReadFigures).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Dòng kinh phí, tệp Excel").Asks(FundingEndpoints.AsOf, FundingEndpoints.Lead);
    }

    private static QueryField Sort(IReadOnlyList<string> fields) => QueryShape.List(fields).First(f => f.Kind is QueryKind.Sort);

    private static QueryField[] Paged(IReadOnlyList<string> fields) => [.. QueryShape.PageOnly, Sort(fields)];

    private static async Task<IResult> Curve(Guid id, Call call, ProgressCharts charts) =>
        Answers.One(call.Asked.Else(await charts.Curves(call.Actor, id, call.Asked.Day("asOf"), call.Cancel)), CurvesJson.Of);

    private static async Task<IResult> CurveFile(Guid id, Call call, ProgressCharts charts, IFigureSheetWriter writer, HttpResponse response) => File(
        call.Asked.Else(await charts.Curves(call.Actor, id, call.Asked.Day("asOf"), call.Cancel)), ChartExports.Of,
        c => $"Đường tiến độ hoạt động {c.Activity.Activity.Order} Kế hoạch {c.Plan.Number}", writer, response);

    private static async Task<IResult> MonthsOf(Guid id, Call call, ProgressCharts charts, PlanReading plans) =>
        await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong
            ? wrong : Answers.One(await Read(id, call, charts), m => MonthMatrixJson.Of(m, call.Asked.List));

    private static async Task<IResult> MonthsFile(Guid id, Call call, ProgressCharts charts, PlanReading plans, IFigureSheetWriter writer, HttpResponse response) =>
        await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong
            ? wrong : File(await Read(id, call, charts), ChartExports.Of, m => $"Kết quả theo tháng Kế hoạch {m.Plan.Number}", writer, response);

    private static Task<Result<MonthMatrix>> Read(Guid id, Call call, ProgressCharts charts) => charts.Months(
        call.Actor, id, new MonthFilter(call.Asked.Id("lead"), call.Asked.Choice<AgencyLevel>("level"), call.Asked.Choice<AgencyGroup>("group"), call.Asked.Choice<ProgressStatus>("status")),
        call.Asked.List.Sort, call.Asked.Day("asOf"), call.Cancel);

    private static async Task<IResult> SendingOf(Guid id, Call call, SendingMatrixReading reading, PlanReading plans) =>
        await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong
            ? wrong : Answers.One(await Read(id, call, reading), m => SendingMatrixJson.Of(m, call.Asked.List));

    private static async Task<IResult> SendingFile(Guid id, Call call, SendingMatrixReading reading, PlanReading plans, IFigureSheetWriter writer, HttpResponse response) =>
        await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong
            ? wrong : File(await Read(id, call, reading), SendingMatrixExport.Of, m => $"Tình hình gửi báo cáo Kế hoạch {m.Plan.Number}", writer, response);

    private static Task<Result<SendingMatrix>> Read(Guid id, Call call, SendingMatrixReading reading) => reading.Of(
        call.Actor, id, new SendingFilter(call.Asked.Choice<AgencyLevel>("level"), call.Asked.Choice<AgencyGroup>("group"), call.Asked.Id("district"), call.Asked.Choice<SendingMark>("mark")),
        call.Asked.List.Sort, call.Cancel);

    private static async Task<IResult> Flow(Guid id, Call call, FundingReading reading) => Answers.One(
        call.Asked.Else(await reading.OfPlan(call.Actor, id, call.Asked.Day("asOf"), call.Asked.Id("lead"), call.Cancel)), MoneyFlowJson.Of);

    private static async Task<IResult> FlowFile(Guid id, Call call, FundingReading reading, IFigureSheetWriter writer, HttpResponse response) => File(
        call.Asked.Else(await reading.OfPlan(call.Actor, id, call.Asked.Day("asOf"), call.Asked.Id("lead"), call.Cancel)), ChartExports.Of,
        m => $"Dòng kinh phí Kế hoạch {m.Plan.Number}", writer, response);

    private static IResult File<T>(Result<T> result, Func<T, FigureSheet> sheet, Func<T, string> name, IFigureSheetWriter writer, HttpResponse response) =>
        result.Refused(out var refusal, out var value) ? Problems.From(refusal) : ImportCalls.FileOf(writer.Write(sheet(value)), name(value), response);
}
