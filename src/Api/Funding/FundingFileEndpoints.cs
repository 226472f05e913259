using PlanTracker.Api.Hosting;
using PlanTracker.Api.Imports;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Funding;

/// <summary>Money as workbooks: the table to read, the form to fill in, the form filled in.</summary>
internal static class FundingFileEndpoints
{
    public static void MapFundingFiles(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/plans/{id:guid}").WithTags("Kinh phí");
        Operation[] recording = [Operation.KeepOwnMoney, Operation.ConsolidateMoney, Operation.AppraiseMoney];

        api.MapGet("/funding.xlsx", Table).Needs(Operation.ReadFigures).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Kinh phí của kế hoạch, tệp Excel").Asks(FundingEndpoints.AsOf, FundingEndpoints.Lead);
        api.MapGet("/funding/template.xlsx", Template).Needs(recording).Produces(200, contentType: ImportCalls.Workbook)
            .WithSummary("Mẫu Excel để ghi kinh phí, có sẵn các bản ghi đã có").Asks();
        api.MapPost("/funding/import", Import).Needs(recording).Produces<ImportJson>().TakesFile(ImportCalls.Megabytes)
            .WithSummary("Ghi kinh phí từ tệp Excel (trường file): mọi lỗi theo ô trong một lần; bản ghi đã có không thay đổi")
            .Asks(ImportCalls.DryRun, ImportCalls.Mode);
    }

    private static async Task<IResult> Table(Guid id, Call call, FundingReading reading, IFigureSheetWriter writer, HttpResponse response) =>
        call.Asked.Else(await reading.OfPlan(call.Actor, id, call.Asked.Day("asOf"), call.Asked.Id("lead"), call.Cancel)).Refused(out var refusal, out var money)
            ? Problems.From(refusal) : ImportCalls.FileOf(writer.Write(FundingExport.Of(money)), $"Kinh phí Kế hoạch {money.Plan.Number}", response);

    private static async Task<IResult> Template(Guid id, Call call, FundingTemplate template, ITemplateWriter writer, HttpResponse response) =>
        call.Asked.Else(await template.Make(call.Actor, id, call.Cancel)).Refused(out var refusal, out var form)
            ? Problems.From(refusal) : ImportCalls.FileOf(form, writer, response);

    private static Task<IResult> Import(Guid id, Upload upload, Call call, ImportDesk desk, IImportRunner runner) =>
        ImportCalls.Import(FundingImport.Kind, id, upload, call, desk, runner);
}
