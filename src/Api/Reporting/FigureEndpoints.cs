using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>Where a figure comes from.</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id:guid}/figures/{targetId:guid}", Figure).Needs(Operation.ReadFigures).Produces<FigureJson>().WithTags("Báo cáo")
            .WithSummary("Một số liệu từ đâu ra: cách tính, phiên bản chỉ tiêu và các kết quả được tính, theo ngày tính (countedOn)")
            .Asks([
                QueryShape.Text("period", "Mã kỳ, hoặc custom cùng from và to; mặc định cả thời gian của kế hoạch."),
                QueryShape.Choice<FigureKind>("figure", "Số liệu nào; mặc định InPeriod."),
                QueryShape.Day("from", "Ngày đầu; chỉ của mã custom."), QueryShape.Day("to", "Ngày cuối; chỉ của mã custom."),
                QueryShape.Day("asOf", "Ngày tính số liệu; mặc định là ngày cuối kỳ hoặc hôm nay, lấy ngày sớm hơn."),
                .. QueryShape.PageOnly,
            ]);

    private static async Task<IResult> Figure(Guid id, Guid targetId, Call call, PlanReading plans, FigureExplanation explanation)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        var report = call.Asked.Text("period") is { } code
            ? new ReportRequest(code, call.Asked.Day("from"), call.Asked.Day("to"), call.Asked.Day("asOf")) : null;
        var request = new FigureRequest(targetId, call.Asked.Choice<FigureKind>("figure") ?? FigureKind.InPeriod, report, call.Asked.Day("asOf"));
        return Answers.One(await explanation.Open(call.Actor, id, request, call.Asked.List, call.Cancel), FigureJson.Of);
    }
}
