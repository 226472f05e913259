using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Api.Funding;

/// <summary>Money of activities and of a plan.</summary>
internal static class FundingEndpoints
{
    internal static readonly QueryField AsOf = QueryShape.Day("asOf", "Ngày tính số liệu; mặc định hôm nay.");
    internal static readonly QueryField Lead = QueryShape.Id("lead", "Cơ quan chủ trì.");

    public static void MapFunding(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Kinh phí");

        api.MapGet("/plans/{id:guid}/funding", OfPlan).Produces<PlanFundingJson>().Needs(Operation.ReadFigures)
            .WithSummary("Kinh phí của kế hoạch: từng hoạt động, từng nguồn, từng bước, và tổng theo nguồn")
            .Asks(AsOf, Lead);
        api.MapGet("/activities/{id:guid}/funding", OfActivity).Produces<FundingJson>().Needs(Operation.ReadFigures)
            .WithSummary("Kinh phí của một hoạt động").Asks(AsOf);
        foreach (var stage in Enum.GetValues<FundingStage>())
        {
            api.MapPost(
                    $"/activities/{{id:guid}}/funding/{{source}}/{stage.ToString().ToLowerInvariant()}",
                    (Guid id, string source, Posted<FundingBody> body, Call call, FundingLedger ledger, FundingReading reading) =>
                        Record(id, source, stage, body, call, ledger, reading))
                .Produces<FundingJson>(201).Needs(FundingLedger.RightOf(stage)).NeedsVersion()
                .WithSummary($"Ghi bước {FundingWords.NameOf(stage)}; If-Match là số lần đã ghi của hoạt động");
        }
    }

    private static async Task<IResult> OfPlan(Guid id, Call call, FundingReading reading) =>
        Answers.One(
            call.Asked.Else(await reading.OfPlan(call.Actor, id, call.Asked.Day("asOf"), call.Asked.Id("lead"), call.Cancel)), PlanFundingJson.Of);

    private static async Task<IResult> OfActivity(Guid id, Call call, FundingReading reading) =>
        Answers.Versioned(
            call.Asked.Else(await reading.OfActivity(call.Actor, id, call.Asked.Day("asOf"), call.Cancel)), FundingJson.Of, m => m.Version);

    private static async Task<IResult> Record(
        Guid id, string source, FundingStage stage, Posted<FundingBody> body, Call call, FundingLedger ledger, FundingReading reading)
    {
        var result = await ledger.Record(call.Actor, id, Source(source), stage, call.Version, body.As(b => b.ToOrder()), call.Cancel);
        return result.Refused(out var refusal, out _)
            ? Problems.From(refusal)
            : Answers.Created(
                await reading.OfActivity(call.Actor, id, null, call.Cancel), FundingJson.Of, _ => $"/api/v1/activities/{id}/funding", m => Etags.Of(m.Version));
    }

    // A path names a source in any case; another word is a source that there is not.
    private static FundingSource Source(string text) =>
        Enum.GetValues<FundingSource>().Cast<FundingSource?>().FirstOrDefault(s => s.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? (FundingSource)(-1);
}
