using PlanTracker.Api.Attachments;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Api.Tasks;

/// <summary>Tasks of section VI and what agencies say of them.</summary>
internal static class TaskEndpoints
{
    private static readonly QueryField Period = QueryShape.Text("period", "Mã kỳ đã bắt đầu, ví dụ 2024-Q3; mặc định kỳ đang chạy kết thúc sớm nhất.");

    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Nhiệm vụ");

        api.MapGet("/plans/{id:guid}/tasks", List).Needs(Operation.ReadFigures).Produces<ListJson<TaskJson>>()
            .WithSummary("Nhiệm vụ không có chỉ tiêu số lượng (mục VI): giao cho ai, ai đã cập nhật gì trong kỳ")
            .Asks([
                .. QueryShape.PageOnly, Period, QueryShape.Id("agency", "Giao cho cơ quan này."), QueryShape.Choice<TaskState>("state", "Có cơ quan ở mức này."),
                QueryShape.Flag("silent", "true: chỉ nhiệm vụ còn cơ quan chưa cập nhật."), QueryShape.Text("search", "Tìm không phân biệt hoa thường và dấu."),
            ]);
        api.MapGet("/plans/{id:guid}/tasks/silent", Silent).Needs(Operation.ReadFigures).Produces<ListJson<SilentAgencyJson>>()
            .WithSummary("Cơ quan chưa cập nhật đủ nhiệm vụ của mình trong kỳ").Asks([.. QueryShape.PageOnly, Period]);
        api.MapGet("/tasks/{id:guid}", Find).Needs(Operation.ReadFigures).Produces<TaskJson>().WithSummary("Một nhiệm vụ trong kỳ").Asks(Period);
        api.MapGet("/tasks/{id:guid}/updates", Updates).Needs(Operation.ReadFigures).Produces<ListJson<TaskUpdateJson>>()
            .WithSummary("Mọi cập nhật của nhiệm vụ, mới nhất trước").Asks(QueryShape.PageOnly);
        api.MapPost("/tasks/{id:guid}/updates", Say).Needs(Operation.UpdateTasks).Produces<TaskUpdateJson>(201)
            .WithSummary("Cập nhật nhiệm vụ cho một kỳ: cơ quan được giao, hoặc Sở Nội vụ nhập thay");

        var update = api.MapGroup("/task-updates/{id:guid}");
        update.MapGet("", Update).Needs(Operation.ReadFigures).Produces<TaskUpdateJson>().WithSummary("Một cập nhật").Asks();
        update.MapPut("", Correct).Needs(Operation.UpdateTasks).Produces<TaskUpdateJson>().WithSummary("Sửa cập nhật, khi báo cáo của kỳ chưa ban hành").NeedsVersion();
        update.MapEvidenceOf("task", Operation.UpdateTasks, async (id, call, services) =>
            (await services.GetRequiredService<TaskReading>().Update(call.Actor, id, call.Cancel)).Refused(out var refusal, out var found)
                ? refusal : (Result<List<Evidence>>)found.Evidence.ToList());
    }

    private static async Task<IResult> List(Guid id, Call call, TaskReading reading, IAgencyRegister register)
    {
        var a = call.Asked;
        var filter = new TaskFilter(a.Id("agency"), a.Choice<TaskState>("state"), a.Flag("silent"), a.Text("search"));
        if (a.Else(await reading.Board(call.Actor, id, a.Text("period"), filter, call.Cancel)).Refused(out var refusal, out var board))
            return Problems.From(refusal);
        var agencies = await register.All(call.Cancel);
        return Answers.Page<TaskStanding, TaskJson>(a.List.Part(board.Tasks), t => TaskJson.Of(t, board, agencies));
    }

    private static async Task<IResult> Silent(Guid id, Call call, TaskReading reading) =>
        call.Asked.Else(await reading.Board(call.Actor, id, call.Asked.Text("period"), new TaskFilter(), call.Cancel)).Refused(out var refusal, out var board)
            ? Problems.From(refusal) : Answers.Page<SilentAgency, SilentAgencyJson>(call.Asked.List.Part(board.Silent), SilentAgencyJson.Of);

    private static async Task<IResult> Find(Guid id, Call call, TaskReading reading, IAgencyRegister register)
    {
        var agencies = await register.All(call.Cancel);
        return Answers.One(
            call.Asked.Else(await reading.Find(call.Actor, id, call.Asked.Text("period"), call.Cancel)), view => TaskJson.Of(view.Standing, view.Board, agencies));
    }

    private static async Task<IResult> Updates(Guid id, Call call, TaskReading reading) =>
        call.Asked.Else(await reading.Find(call.Actor, id, null, call.Cancel)).Refused(out var refusal, out var view)
            ? Problems.From(refusal) : Answers.Page<SaidBefore, TaskUpdateJson>(call.Asked.List.Part(view.Said), TaskUpdateJson.Of);

    private static async Task<IResult> Say(Guid id, Posted<TaskUpdateBody> body, Call call, TaskReporting reporting, TaskReading reading) =>
        (await reporting.Say(call.Actor, id, body.As(b => b.ToSaying()), call.Cancel)).Refused(out var refusal, out var made)
            ? Problems.From(refusal)
            : Answers.Created(await reading.Update(call.Actor, made.Id, call.Cancel), TaskUpdateJson.Of, s => $"/api/v1/task-updates/{s.Update.Id}", TagOf);

    private static async Task<IResult> Update(Guid id, Call call, TaskReading reading) =>
        Answers.One(call.Asked.Else(await reading.Update(call.Actor, id, call.Cancel)), TaskUpdateJson.Of, TagOf);

    private static async Task<IResult> Correct(Guid id, Posted<TaskCorrectionBody> body, Call call, TaskReporting reporting, TaskReading reading) =>
        (await reporting.Correct(call.Actor, id, call.Version, body.As(b => b.ToSaying()), call.Cancel)).Refused(out var refusal, out _)
            ? Problems.From(refusal) : Answers.One(await reading.Update(call.Actor, id, call.Cancel), TaskUpdateJson.Of, TagOf);

    private static string TagOf(SaidBefore said) => Etags.Of(said.Update.Version);
}
