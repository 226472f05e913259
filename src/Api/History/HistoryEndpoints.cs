using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Api.History;

/// <summary>The history of every change.</summary>
internal static class HistoryEndpoints
{
    private const string CsvType = "text/csv";

    internal static readonly QueryField[] Filters =
    [
        QueryShape.Text("entity", "Loại đối tượng: entry, activity, report, account, agency, succession, settings."),
        QueryShape.Id("id", "Một đối tượng."), QueryShape.Id("account", "Người thực hiện."), QueryShape.Id("agency", "Cơ quan liên quan."),
        QueryShape.Text("what", "Việc, như confirm."), QueryShape.Choice<Door>("door", "Qua đâu."),
        QueryShape.Day("from", "Từ ngày, giờ Việt Nam."), QueryShape.Day("to", "Đến hết ngày."),
    ];

    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Lịch sử");

        api.MapGet("/changes", List).Needs(Operation.ReadHistory, Operation.ReadOwnHistory).Produces<ListJson<ChangeJson>>()
            .WithSummary("Lịch sử thay đổi, mới nhất trước: quản trị xem tất cả, đơn vị xem phần của mình")
            .Asks(QueryShape.List(HistoryReading.SortFields, Filters));
        api.MapGet("/changes.csv", Csv).Needs(Operation.ReadHistory, Operation.ReadOwnHistory).Produces(200, contentType: CsvType)
            .WithSummary("Lịch sử thay đổi, tệp CSV, tối đa 50.000 dòng; việc tải cũng được ghi vào lịch sử")
            .Asks([.. Filters, QueryShape.Text("search", "Tìm không phân biệt hoa thường và dấu.")]);
    }

    private static async Task<IResult> List(Call call, HistoryReading reading) =>
        HistoryReading.Demand(call.Actor) is null && call.Asked.Refusal is { } wrong
            ? Problems.From(wrong)
            : Answers.Page(await reading.List(call.Actor, FilterOf(call.Asked), call.Asked.List, call.Cancel), ChangeJson.Of);

    private static async Task<IResult> Csv(Call call, HistoryReading reading, Exports exports, HttpContext http, BusinessClock clock)
    {
        var (filter, search) = (FilterOf(call.Asked), call.Asked.Text("search"));
        if (call.Asked.Else(await reading.Walk(call.Actor, filter, search, call.Cancel)).Refused(out var refusal, out var rows))
            return Problems.From(refusal);
        var file = $"Lịch sử thay đổi {clock.Today:dd-MM-yyyy}.csv";
        await exports.Note(http, call.Actor, "history", Guid.Empty, new { file, filter = http.Request.QueryString.Value is { Length: > 1 } query ? query[1..] : null });
        http.Response.Headers.ContentDisposition = Downloads.Attachment(file);
        return TypedResults.Stream(stream => HistoryCsv.Write(rows, stream, call.Cancel), $"{CsvType}; charset=utf-8");
    }

    internal static HistoryFilter FilterOf(Asked asked) => new(
        asked.Text("entity"), asked.Id("id"), asked.Id("account"), asked.Id("agency"), asked.Text("what"), asked.Choice<Door>("door"),
        asked.Day("from"), asked.Day("to"));
}
