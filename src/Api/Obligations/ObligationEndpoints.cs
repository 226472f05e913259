using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Api.Obligations;

/// <summary>Who owes what, and how it stands.</summary>
internal static class ObligationEndpoints
{
    public static void MapObligations(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Nghĩa vụ báo cáo");

        api.MapGet("/plans/{id:guid}/obligations", List).Needs(Operation.ReadFigures).Produces<ListJson<ObligationJson>>()
            .WithSummary("Báo cáo phải gửi của các cơ quan")
            .Asks(QueryShape.List(
                ObligationReading.SortFields,
                QueryShape.Text("period", "Mã kỳ."),
                QueryShape.Choice<ObligationState>("state", "Trạng thái."),
                QueryShape.Choice<AgencyLevel>("level", "Cấp."),
                QueryShape.Id("district", "Quận, huyện và các xã, phường của nó."),
                QueryShape.Id("agency", "Cơ quan phải gửi."),
                QueryShape.Choice<DutyKind>("duty", "Loại việc phải gửi."),
                QueryShape.Choice<Timeliness>("timeliness", "Đúng hạn, gửi chậm, chưa gửi.")));
        api.MapPost("/plans/{id:guid}/obligations/keep", Keep).Needs(Operation.ManageObligations).Produces<KeptJson>()
            .WithSummary("Lập, cập nhật nghĩa vụ báo cáo của các kỳ đã mở; làm lại không thay đổi gì");
        api.MapGet("/plans/{id:guid}/reporting-rates", Rates).Needs(Operation.ReadFigures).Produces<RatesJson>()
            .WithSummary("Tỷ lệ gửi báo cáo của một kỳ")
            .Asks(QueryShape.Text("period", "Mã kỳ; mặc định kỳ đang nộp."), new QueryField("by", QueryKind.Choice, "Chia theo.", ["level", "group", "agency", "district"]));
        api.MapGet("/obligations/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<ObligationJson>().WithSummary("Một báo cáo phải gửi").Asks();
        api.MapPost("/obligations/{id:guid}/waive", Waive).Needs(Operation.ManageObligations).Produces<ObligationJson>()
            .WithSummary("Miễn gửi, nêu lý do").NeedsVersion();
        api.MapPost("/obligations/{id:guid}/resume", Resume).Needs(Operation.ManageObligations).Produces<ObligationJson>()
            .WithSummary("Bỏ miễn, nêu lý do").NeedsVersion();
    }

    private static async Task<IResult> List(Guid id, Call call, ObligationReading reading, PlanReading plans)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        var asked = new ObligationQuery(
            call.Asked.Text("period"), call.Asked.Choice<ObligationState>("state"), call.Asked.Choice<AgencyLevel>("level"), call.Asked.Id("district"),
            call.Asked.Id("agency"), call.Asked.Choice<DutyKind>("duty"), call.Asked.Choice<Timeliness>("timeliness"));
        return Answers.Page(await reading.List(call.Actor, id, asked, call.Asked.List, call.Cancel), ObligationJson.Of);
    }

    private static async Task<IResult> Keep(Guid id, Call call, ObligationKeeping keeping) =>
        Answers.One(await keeping.Keep(call.Actor, id, call.Cancel), KeptJson.Of);

    private static async Task<IResult> Rates(Guid id, Call call, ObligationReading reading, PlanReading plans)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        var by = Enum.Parse<RateBy>(call.Asked.Text("by") ?? "level", ignoreCase: true);
        return Answers.One(await reading.Rates(call.Actor, id, call.Asked.Text("period"), by, call.Cancel), RatesJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, ObligationReading reading) => Answers.Versioned(
        call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), ObligationJson.Of, v => v.Obligation.Version);

    private static async Task<IResult> Waive(Guid id, Posted<WaiveBody> body, Call call, ObligationWaiving waiving) => Answers.Versioned(
        await waiving.Waive(call.Actor, id, call.Version, body.As(b => b.ToReason()), call.Cancel), ObligationJson.Of, v => v.Obligation.Version);

    private static async Task<IResult> Resume(Guid id, Posted<WaiveBody> body, Call call, ObligationWaiving waiving) => Answers.Versioned(
        await waiving.Resume(call.Actor, id, call.Version, body.As(b => b.ToReason()), call.Cancel), ObligationJson.Of, v => v.Obligation.Version);
}
