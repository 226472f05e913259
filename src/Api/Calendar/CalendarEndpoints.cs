using PlanTracker.Api.Hosting;
using PlanTracker.Api.Reporting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Calendar;

/// <summary>Calendars of plans, regimes, holidays.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Kỳ báo cáo");

        api.MapPost("/plans/{id:guid}/periods", Create).Needs(Operation.ManageCalendar).Produces<PeriodJson>(201).WithSummary("Thêm một kỳ báo cáo");
        api.MapPost("/plans/{id:guid}/periods/generate", Generate).Needs(Operation.ManageCalendar).Produces<ListJson<PeriodJson>>()
            .WithSummary("Lập các kỳ của một năm theo chế độ báo cáo; kỳ đã có thì giữ nguyên");
        api.MapPut("/periods/{id:guid}", Edit).Needs(Operation.ManageCalendar).Produces<PeriodJson>().WithSummary("Sửa kỳ báo cáo, hạn gửi").NeedsVersion();
        api.MapPost("/periods/{id:guid}/withdraw", Withdraw).Needs(Operation.ManageCalendar).Produces<WithdrawnJson>()
            .WithSummary("Bỏ một kỳ chưa ai gửi, soạn báo cáo; nêu lý do").NeedsVersion();
        api.MapGet("/regimes", Regimes).Needs(Operation.ReadFigures).Produces<ListJson<RegimeJson>>().WithSummary("Các chế độ báo cáo").Asks(QueryShape.PageOnly);
        api.MapGet("/holidays", Holidays).Needs(Operation.ReadFigures).Produces<ListJson<HolidayJson>>()
            .WithSummary("Ngày nghỉ lễ và ngày làm bù").Asks([QueryShape.Whole("year", "Năm.", 2100), .. QueryShape.PageOnly]);
        api.MapGet("/holidays/{id:guid}", Holiday).Needs(Operation.ReadFigures).Produces<HolidayJson>().WithSummary("Một ngày nghỉ").Asks();
        api.MapPost("/holidays", AddHoliday).Needs(Operation.ManageCalendar).Produces<HolidayJson>(201).WithSummary("Thêm ngày nghỉ lễ hoặc ngày làm bù");
        api.MapDelete("/holidays/{id:guid}", RemoveHoliday).Needs(Operation.ManageCalendar).Produces(204).WithSummary("Bỏ một ngày khỏi danh mục").NeedsVersion();
    }

    private static async Task<IResult> Create(Guid id, Posted<NewPeriodBody> body, Call call, PeriodAdministration periods) => Answers.Created(
        await periods.Create(call.Actor, id, body.As(b => b.ToInput()), call.Cancel), v => PeriodJson.Of(v, ReportState.Preview),
        v => $"/api/v1/periods/{v.Period.Id}", v => Etags.Of(v.Period.Version));

    private static async Task<IResult> Generate(Guid id, Posted<GenerateBody> body, Call call, PeriodAdministration periods) =>
        (await periods.Generate(call.Actor, id, body.As(b => b.ToInput()), call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : TypedResults.Json(new ListJson<PeriodJson>([.. made.Select(v => PeriodJson.Of(v, ReportState.Preview))], made.Count, 1, Math.Max(1, made.Count)), Json.Options);

    private static async Task<IResult> Edit(Guid id, Posted<PeriodBody> body, Call call, PeriodAdministration periods, PlanReports reports)
    {
        var edited = await periods.Edit(call.Actor, id, call.Version, body.As(b => b.ToInput()), call.Cancel);
        var kept = edited.Value is { } view ? (await reports.Kept(call.Actor, view.Period.PlanId, call.Cancel)).Value : null;
        return Answers.Versioned(edited, v => PeriodJson.Of(v, ReportEndpoints.StateOf(kept!, v.Period)), v => v.Period.Version);
    }

    private static async Task<IResult> Withdraw(Guid id, Posted<WithdrawPeriodBody> body, Call call, PeriodWithdrawal withdrawal) => Answers.One(
        await withdrawal.Withdraw(call.Actor, id, call.Version, body.As(b => b.ToReason()), call.Cancel), d => new WithdrawnJson(d[0]));

    private static async Task<IResult> Regimes(Call call, PeriodAdministration periods) => call.Asked.Refusal is { } wrong
        ? Problems.From(wrong)
        : Answers.Page<ReportingRegime, RegimeJson>(call.Asked.List.Part(await periods.Regimes(call.Cancel)), RegimeJson.Of);

    private static async Task<IResult> Holidays(Call call, HolidayAdministration holidays)
    {
        if (call.Asked.Else(await holidays.List(call.Actor, call.Cancel)).Refused(out var refusal, out var all))
            return Problems.From(refusal);
        var year = call.Asked.Whole("year");
        return Answers.Page<Holiday, HolidayJson>(call.Asked.List.Part([.. all.Where(h => year is null || h.Day.Year == year)]), HolidayJson.Of);
    }

    private static async Task<IResult> Holiday(Guid id, Call call, HolidayAdministration holidays) => Answers.One(
        call.Asked.Else(await holidays.Find(call.Actor, id, call.Cancel)), HolidayJson.Of, h => Etags.Of(h.Version));

    private static async Task<IResult> AddHoliday(Posted<HolidayBody> body, Call call, HolidayAdministration holidays) => Answers.Created(
        await holidays.Add(call.Actor, body.As(b => b.ToInput()), call.Cancel), HolidayJson.Of, h => $"/api/v1/holidays/{h.Id}", h => Etags.Of(h.Version));

    private static async Task<IResult> RemoveHoliday(Guid id, Call call, HolidayAdministration holidays) =>
        (await holidays.Remove(call.Actor, id, call.Version, call.Cancel)).Refusal is { } refusal ? Problems.From(refusal) : TypedResults.NoContent();
}
