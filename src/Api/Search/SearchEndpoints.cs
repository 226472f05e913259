using PlanTracker.Api.Hosting;
using PlanTracker.Dashboard.Search;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Search;

namespace PlanTracker.Api.Search;

/// <summary>One thing that was found.</summary>
/// <param name="Entity">What it is: <c>activity</c>, <c>agency</c>, <c>entry</c>, <c>news</c>, <c>report</c>.</param>
/// <param name="Id">Its id; of a report, its period's.</param>
/// <param name="Title">Its name.</param>
/// <param name="Note">What tells it from others of that name.</param>
/// <param name="PlanId">Its plan, of a report.</param>
/// <param name="Period">Code of its period, of a report.</param>
/// <param name="Page">Path of its page.</param>
internal sealed record SearchHitJson(string Entity, Guid Id, string Title, string Note, Guid? PlanId, string? Period, string Page)
{
    public static SearchHitJson Of(SearchHit hit) => new(hit.Entity, hit.Id, hit.Title, hit.Note, hit.PlanId, hit.Code, SearchLinks.Of(hit));
}

/// <summary>What was found of one kind: the best hits, and how many there are.</summary>
internal sealed record SearchGroupJson(string Entity, string Name, IReadOnlyList<SearchHitJson> Items, int Total);

/// <summary>What was found, kind by kind.</summary>
internal sealed record SearchJson(IReadOnlyList<SearchGroupJson> Groups);

/// <summary>One search through everything.</summary>
internal static class SearchEndpoints
{
    private const string Words = "q";

    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/search", Read).Needs(Operation.ReadFigures).Produces<SearchJson>().WithTags("Tìm kiếm")
            .WithSummary("Tìm trong hoạt động, cơ quan, kết quả, tin bài và báo cáo mà người hỏi được xem; không phân biệt hoa thường và dấu")
            .Asks(QueryShape.Text(Words, "Từ cần tìm, 2 đến 100 ký tự, có dấu hay không dấu."));

    private static async Task<IResult> Read(Call call, GlobalSearch search)
    {
        if ((call.Actor.Demand(Operation.ReadFigures) ?? call.Asked.Refusal) is { } refused)
            return Problems.From(refused);
        return (await search.Find(call.Actor, call.Asked.Text(Words), call.Cancel)).Refused(out var refusal, out var groups)
            ? Problems.From(refusal)
            : TypedResults.Json(new SearchJson([.. groups.Select(g => new SearchGroupJson(g.Entity, g.Name, [.. g.Hits.Select(SearchHitJson.Of)], g.Total))]), Json.Options);
    }
}
