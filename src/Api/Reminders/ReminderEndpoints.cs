using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Api.Reminders;

/// <summary>One thing a reminder names.</summary>
internal sealed record ReminderItemJson(Guid ObligationId, int Step, string Title, string Agency, DateOnly DueOn);

/// <summary>One attempt to mail.</summary>
internal sealed record ReminderAttemptJson(DateTime At, string? Error);

/// <summary>A digest for a person and day.</summary>
internal sealed record ReminderJson(
    Guid Id, string Person, Guid AgencyId, string? Email, DateOnly Day, string Subject, string Body, ReminderStatus Status,
    IReadOnlyList<ReminderItemJson> Items, IReadOnlyList<ReminderAttemptJson> Attempts, DateTime? NextTryAt)
{
    /// <summary>Of a reminder.</summary>
    public static ReminderJson Of(Reminder r) => new(
        r.Id, r.PersonName, r.AgencyId, r.Email, r.Day, r.Subject, r.Body, r.Status,
        [.. r.Items.Select(i => new ReminderItemJson(i.ObligationId, i.Step, i.Title, i.AgencyName, i.DueOn))],
        [.. r.Attempts.Select(a => new ReminderAttemptJson(a.At, a.Error))], r.NextTryAt);
}

/// <summary>An agency with nobody to remind.</summary>
internal sealed record UnreachableJson(AgencyRefJson Agency, int Open, DateOnly NextDueOn);

/// <summary>The ladder of reminders.</summary>
internal sealed record LadderJson(IReadOnlyList<int> Steps, bool IsMailed)
{
    /// <summary>Of a ladder.</summary>
    public static LadderJson Of(LadderView ladder) => new(ladder.Steps, ladder.IsMailed);
}

/// <summary>How one is reminded.</summary>
internal sealed record ReminderChoiceJson(bool ByEmail, IReadOnlyList<int> Steps, IReadOnlyList<int> Ladder)
{
    /// <summary>Of a choice.</summary>
    public static ReminderChoiceJson Of(ReminderChoice choice) => new(choice.ByEmail, choice.Steps, choice.Ladder);
}

/// <summary>The ladder as it should be.</summary>
/// <param name="Steps">Các mốc nhắc, tính bằng ngày so với hạn.</param>
internal sealed record LadderBody(IReadOnlyList<int> Steps)
{
    /// <summary>In the domain's words.</summary>
    public Result<int[]> ToSteps() => Steps.ToArray();
}

/// <summary>How one wants to be reminded.</summary>
/// <param name="ByEmail">Nhận qua thư điện tử.</param>
/// <param name="Steps">Các mốc muốn nhận.</param>
internal sealed record ReminderChoiceBody(bool ByEmail, IReadOnlyList<int> Steps)
{
    /// <summary>In the domain's words.</summary>
    public Result<(bool ByEmail, IReadOnlyList<int> Steps)> ToChoice() => (ByEmail, Steps);
}

/// <summary>Reminders, and the draft letter to those who are late.</summary>
internal static class ReminderEndpoints
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapReminders(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Nhắc việc");

        api.MapGet("/reminders", Outbox).Needs(Operation.ManageReminders).Produces<ListJson<ReminderJson>>().WithSummary("Hộp thư nhắc việc")
            .Asks([QueryShape.Choice<ReminderStatus>("status", "Trạng thái gửi."), .. QueryShape.PageOnly]);
        api.MapPost("/reminders/{id:guid}/try-again", TryAgain).Needs(Operation.ManageReminders).Produces<ReminderJson>()
            .WithSummary("Gửi lại thư gửi lỗi").NeedsVersion();
        api.MapGet("/reminders/unreachable", Unreachable).Needs(Operation.ManageReminders).Produces<ListJson<UnreachableJson>>()
            .WithSummary("Cơ quan còn báo cáo phải gửi mà không có ai để nhắc").Asks(QueryShape.PageOnly);
        api.MapGet("/reminders/ladder", Ladder).Needs(Operation.ReadFigures).Produces<LadderJson>().WithSummary("Các mốc nhắc").Asks();
        api.MapPut("/reminders/ladder", ChangeLadder).Needs(Operation.ManageReminders).Produces<LadderJson>().WithSummary("Đổi các mốc nhắc").NeedsVersion();
        api.MapPost("/obligations/{id:guid}/remind", Remind).Needs(Operation.ManageReminders).Produces<ListJson<ReminderJson>>()
            .WithSummary("Nhắc ngay một đơn vị chậm gửi; mỗi người nhiều nhất một thư một ngày").NeedsVersion();
        api.MapGet("/me/reminders", Own).Needs(Operation.ManageOwnAccount).Produces<ListJson<ReminderJson>>().WithSummary("Thư nhắc việc của tôi")
            .Asks(QueryShape.PageOnly);
        api.MapGet("/me/reminder-choice", Choice).Needs(Operation.ManageOwnAccount).Produces<ReminderChoiceJson>().WithSummary("Tôi nhận nhắc việc thế nào").Asks();
        api.MapPut("/me/reminder-choice", Choose).Needs(Operation.ManageOwnAccount).Produces<ReminderChoiceJson>()
            .WithSummary("Đổi cách tôi nhận nhắc việc").NeedsVersion();
        api.MapGet("/plans/{id:guid}/chasing-letter.docx", Letter).Needs(Operation.ManageReminders)
            .Produces(200, contentType: Document).WithSummary("Dự thảo công văn đôn đốc, tệp Word").Asks(QueryShape.Text("period", "Mã kỳ; mặc định kỳ đang nộp."));
    }

    private static async Task<IResult> Outbox(Call call, ReminderDesk desk) => call.Asked.Refusal is { } wrong
        ? Problems.From(wrong)
        : Answers.Page(await desk.Outbox(call.Actor, call.Asked.Choice<ReminderStatus>("status"), call.Asked.List, call.Cancel), ReminderJson.Of);

    private static async Task<IResult> TryAgain(Guid id, Call call, ReminderDesk desk) =>
        Answers.One(await desk.TryAgain(call.Actor, id, call.Version, call.Cancel), ReminderJson.Of, r => Etags.Of(r.Version));

    private static async Task<IResult> Remind(Guid id, Call call, HandReminders reminders) =>
        (await reminders.Remind(call.Actor, id, call.Version, call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : TypedResults.Json(new ListJson<ReminderJson>([.. made.Select(ReminderJson.Of)], made.Count, 1, Math.Max(1, made.Count)), Json.Options);

    private static async Task<IResult> Unreachable(Call call, ReminderDesk desk) =>
        call.Asked.Else(await desk.Unreachable(call.Actor, call.Cancel)).Refused(out var refusal, out var all)
            ? Problems.From(refusal)
            : Answers.Page<UnreachableAgency, UnreachableJson>(call.Asked.List.Part(all), u => new(AgencyRefJson.Of(u.Agency), u.Open, u.NextDueOn));

    private static async Task<IResult> Ladder(Call call, ReminderDesk desk) =>
        Answers.Versioned(call.Asked.Else(await desk.Ladder(call.Actor, call.Cancel)), LadderJson.Of, l => l.Version);

    private static async Task<IResult> ChangeLadder(Posted<LadderBody> body, Call call, ReminderDesk desk) =>
        Answers.Versioned(await desk.ChangeLadder(call.Actor, call.Version, body.As(b => b.ToSteps()), call.Cancel), LadderJson.Of, l => l.Version);

    private static async Task<IResult> Own(Call call, ReminderDesk desk) => call.Asked.Refusal is { } wrong
        ? Problems.From(wrong) : Answers.Page(await desk.Own(call.Actor, call.Asked.List, call.Cancel), ReminderJson.Of);

    private static async Task<IResult> Choice(Call call, ReminderDesk desk) =>
        Answers.Versioned(call.Asked.Else(await desk.Choice(call.Actor, call.Cancel)), ReminderChoiceJson.Of, c => c.Version);

    private static async Task<IResult> Choose(Posted<ReminderChoiceBody> body, Call call, ReminderDesk desk) =>
        Answers.Versioned(await desk.Choose(call.Actor, call.Version, body.As(b => b.ToChoice()), call.Cancel), ReminderChoiceJson.Of, c => c.Version);

    private static async Task<IResult> Letter(Guid id, Call call, ReminderDesk desk, PlanReading plans, IChasingLetterWriter writer, Exports exports, HttpContext http)
    {
        if (await call.Asked.Wrong(() => plans.Find(call.Actor, id, call.Cancel)) is { } wrong)
            return wrong;
        if ((await desk.Letter(call.Actor, id, call.Asked.Text("period"), call.Cancel)).Refused(out var refusal, out var letter))
            return Problems.From(refusal);
        var file = $"Công văn đôn đốc {letter.Plan.Number.Replace('/', '-')} {letter.Period.Code}.docx";
        var content = writer.Document(letter);
        await exports.Note(http, call.Actor, "report", id, new { plan = letter.Plan.Number, period = letter.Period.Code, late = letter.Late.Count, file });
        http.Response.Headers.ContentDisposition = Downloads.Attachment(file);
        return TypedResults.Bytes(content, Document);
    }
}
