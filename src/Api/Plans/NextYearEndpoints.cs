using PlanTracker.Api.Hosting;
using PlanTracker.Api.Imports;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Plans;

/// <summary>The next year of a plan, and several years side by side.</summary>
internal static class NextYearEndpoints
{
    private static readonly QueryField Plans = QueryShape.Text(
        "plans", $"Id các kế hoạch, cách nhau bằng dấu phẩy, tối đa {YearsBeside.Most}; mặc định kế hoạch hiện tại và các năm trước, sau nó.");

    public static void MapNextYear(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("Kế hoạch");

        plans.MapGet("/{id:guid}/next-year", Show).Produces<NextYearJson>().Needs(Operation.ManagePlans)
            .WithSummary("Kế hoạch năm sau: chỉ tiêu đề xuất bên kết quả năm trước, kinh phí còn lại chờ quyết định").Asks();
        plans.MapPost("/{id:guid}/next-year", Make).Produces<NextYearJson>(201).Produces<NextYearJson>().Needs(Operation.ManagePlans)
            .WithSummary("Tạo bản dự thảo kế hoạch năm sau; gọi hai lần chỉ có một bản");
        plans.MapPut("/{id:guid}/next-year/money", Decide).Produces<NextYearJson>().Needs(Operation.ManagePlans).NeedsVersion()
            .WithSummary("Quyết định kinh phí năm trước còn lại; If-Match là phiên bản của bản dự thảo");
        plans.MapDelete("/{id:guid}", Discard).Produces(204).Needs(Operation.ManagePlans).NeedsVersion().WithSummary("Bỏ một bản dự thảo kế hoạch");
        plans.MapGet("/comparison", Compare).Produces<YearsJson>().Needs(Operation.ReadFigures).WithSummary("Nhiều năm bên nhau").Asks(Plans);
        plans.MapGet("/comparison.xlsx", Sheet).Produces(200, contentType: ImportCalls.Workbook).Needs(Operation.ReadFigures)
            .WithSummary("Nhiều năm bên nhau, tệp Excel").Asks(Plans);
    }

    private static async Task<IResult> Show(Guid id, Call call, NextYearReading reading) =>
        Answers.One(call.Asked.Else(await reading.Show(call.Actor, id, call.Cancel)), NextYearJson.Of, NextYearJson.TagOf);

    private static async Task<IResult> Make(Guid id, Call call, NextYearPlanning planning, NextYearReading reading)
    {
        if ((await planning.Make(call.Actor, id, call.Cancel)).Refused(out var refusal, out var made))
            return Problems.From(refusal);
        var shown = await reading.Show(call.Actor, id, call.Cancel);
        return made.IsNew
            ? Answers.Created(shown, NextYearJson.Of, _ => $"/api/v1/plans/{made.DraftId}", NextYearJson.TagOf)
            : Answers.One(shown, NextYearJson.Of, NextYearJson.TagOf);
    }

    private static async Task<IResult> Decide(Guid id, Posted<UnspentMoneyBody> body, Call call, NextYearPlanning planning) =>
        Answers.One(await planning.DecideMoney(call.Actor, id, call.Version, body.As(b => b.ToOrders()), call.Cancel), NextYearJson.Of, NextYearJson.TagOf);

    private static async Task<IResult> Discard(Guid id, Call call, PlanDrafting drafting) =>
        (await drafting.Discard(call.Actor, id, call.Version, call.Cancel)).Refused(out var refusal, out _) ? Problems.From(refusal) : TypedResults.NoContent();

    private static async Task<IResult> Compare(Call call, YearsBeside years) => Answers.One(await Compared(call, years), YearsJson.Of);

    private static async Task<IResult> Sheet(Call call, YearsBeside years, IFigureSheetWriter writer, HttpResponse response) =>
        (await Compared(call, years)).Refused(out var refusal, out var compared)
            ? Problems.From(refusal) : ImportCalls.FileOf(writer.Write(YearsExport.Of(compared)), "So sánh các năm", response);

    private static async Task<Result<YearsCompared>> Compared(Call call, YearsBeside years)
    {
        if (call.Asked.Refusal is { } wrong)
            return wrong;
        var ids = new List<Guid>();
        foreach (var text in (call.Asked.Text("plans") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Guid.TryParse(text, out var id))
                return Refusal.Invalid("plans", $"“{text}” không phải là id của kế hoạch.");
            ids.Add(id);
        }
        return await years.Compare(call.Actor, ids, call.Cancel);
    }
}
