using PlanTracker.Api.Hosting;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>Where a figure comes from.</summary>
internal static class FigureEndpoints
{
    private static readonly Refusal UnknownTarget = Refusal.NotFound("targets.unknown", "Không có chỉ tiêu này trong kế hoạch.");

    public static void MapFigures(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id:guid}/figures/{targetId:guid}", Figure).Needs(Operation.ReadFigures).Produces<FigureJson>().WithTags("Báo cáo")
            .WithSummary("Một số liệu từ đâu ra: phiên bản chỉ tiêu và các kết quả được tính trong kỳ")
            .Asks([QueryShape.Text("period", "Mã kỳ; mặc định cả thời gian của kế hoạch."), .. QueryShape.PageOnly]);

    private static async Task<IResult> Figure(
        Guid id, Guid targetId, Call call, PlanReading plans, PlanReports reports, EntryReading entries, BusinessClock clock)
    {
        if ((await plans.Find(call.Actor, id, call.Cancel)).Refused(out var unknown, out var plan))
            return Problems.From(unknown);
        if (plan.Activities.SelectMany(a => a.Targets).FirstOrDefault(t => t.Id == targetId) is not { } target)
            return Problems.From(UnknownTarget);
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(wrong);
        var request = call.Asked.Text("period") is { } code
            ? new ReportRequest(code)
            : new ReportRequest(ReportRequest.Custom, plan.IssuedOn, clock.Today < plan.To ? clock.Today : plan.To);
        if ((await reports.Report(call.Actor, id, request, call.Cancel)).Refused(out var refusal, out var report))
            return Problems.From(refusal);
        if (report.Rows.FirstOrDefault(r => r.TargetId == targetId) is not { } row)
            return Problems.From(UnknownTarget);
        var counted = new EntryFilter(
            id, TargetId: targetId, Status: EntryStatus.Confirmed, From: report.Period.From, To: report.AsOf < report.Period.To ? report.AsOf : report.Period.To);
        return Answers.One(await entries.List(call.Actor, counted, call.Asked.List, call.Cancel), page => new FigureJson(
            ReportJson.WindowOf(report.Period), report.AsOf, ReportRowJson.Of(row),
            TargetVersionJson.Of(target.VersionOn(report.AsOf)), [.. page.Items.Select(EntryJson.Of)], page.Total));
    }
}
