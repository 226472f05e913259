using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Activities;

/// <summary>Activities with their figures, and the overview.</summary>
internal static class ActivityEndpoints
{
    private static readonly QueryField AsOf = QueryShape.Day("asOf", "Ngày tính số liệu; mặc định hôm nay.");

    public static void MapActivities(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Hoạt động");

        api.MapGet("/plans/{id:guid}/activities", List).Needs(Operation.ReadFigures)
            .Produces<ListJson<ActivityJson>>().WithSummary("Các hoạt động của kế hoạch, kèm số liệu đến ngày")
            .Asks(QueryShape.List(
                PlanProgress.SortFields,
                QueryShape.Choice<ProgressStatus>("status", "Tình trạng."),
                QueryShape.Id("lead", "Cơ quan chủ trì."),
                AsOf));
        api.MapGet("/activities/{id:guid}", Find).Needs(Operation.ReadFigures)
            .Produces<ActivityJson>().WithSummary("Một hoạt động, kèm số liệu đến ngày").Asks(AsOf);
        api.MapGet("/plans/{id:guid}/overview", Overview).Needs(Operation.ReadFigures)
            .Produces<OverviewJson>().WithSummary("Tổng quan của kế hoạch đến ngày: dự báo, lý do chậm, thay đổi từ kỳ trước")
            .Asks(AsOf, QueryShape.Text("period", "Mã kỳ: số liệu đến ngày chốt của kỳ, hoặc hôm nay khi kỳ chưa chốt."),
                QueryShape.Id("agency", "Chỉ hoạt động cơ quan này chủ trì; nếu không chủ trì hoạt động nào thì hoạt động cơ quan này phối hợp."));
    }

    private static async Task<IResult> List(Guid id, Call call, PlanProgress progress, PlanReading plans)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        var filter = new ActivityFilter(call.Asked.Choice<ProgressStatus>("status"), call.Asked.Id("lead"));
        return Answers.Page(
            await progress.Activities(call.Actor, id, filter, call.Asked.List, call.Asked.Day("asOf"), call.Cancel), ActivityJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, PlanProgress progress) =>
        Answers.Versioned(
            call.Asked.Else(await progress.Activity(call.Actor, id, call.Asked.Day("asOf"), call.Cancel)), ActivityJson.Of, a => a.Activity.Version);

    private static async Task<IResult> Overview(Guid id, Call call, OverviewReading reading, PlanReading plans, ObligationReading obligations)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        var request = new OverviewRequest(call.Asked.Day("asOf"), call.Asked.Text("period"), call.Asked.Id("agency"));
        if ((await reading.Read(call.Actor, id, request, call.Cancel)).Refused(out var refusal, out var board))
            return Problems.From(refusal);
        var rates = (await obligations.Rates(call.Actor, id, request.Period, RateBy.Level, call.Cancel)).Value;
        return Answers.One<OverviewBoard, OverviewJson>(board, b => OverviewJson.Of(b, rates));
    }
}
