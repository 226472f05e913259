using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>Issuing, numbering and reopening a report, what was issued, and what its author writes.</summary>
internal static class IssuingEndpoints
{
    private const string Report = "/plans/{id:guid}/reports/{code}";

    public static void MapIssuing(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Báo cáo");

        api.MapPost(Report + "/issue", Issue).Needs(Operation.IssueReports).Produces<ReportJson>().NeedsVersion()
            .WithSummary("Ban hành báo cáo của kỳ: số liệu, tên gọi và các tệp được giữ nguyên, các ngày đến hết kỳ bị khóa");
        api.MapPost(Report + "/number", Number).Needs(Operation.IssueReports).Produces<ReportJson>().NeedsVersion()
            .WithSummary("Ghi số, ngày ký, người ký vào báo cáo đã ban hành: thành một bản mới, bản cũ vẫn còn");
        api.MapPost(Report + "/reopen", Reopen).Needs(Operation.IssueReports).Produces<ReportJson>().NeedsVersion()
            .WithSummary("Mở lại báo cáo đã ban hành, có lý do");
        api.MapGet(Report + "/revisions", Revisions).Needs(Operation.ReadFigures).Produces<ListJson<RevisionJson>>()
            .WithSummary("Các bản đã ban hành, với mã SHA-256 của từng tệp").Asks(QueryShape.PageOnly);
        api.MapGet(Report + "/revisions/{number:int}.xlsx", Excel).Needs(Operation.ReadFigures).Produces(200, contentType: ReportEndpoints.Workbook)
            .WithSummary("Tệp Excel của một bản đã ban hành, đúng từng byte").Asks();
        api.MapGet(Report + "/revisions/{number:int}.docx", Word).Needs(Operation.ReadFigures).Produces(200, contentType: ReportEndpoints.Document)
            .WithSummary("Tệp Word của một bản đã ban hành, đúng từng byte").Asks();
        api.MapGet(Report + "/texts", Texts).Needs(Operation.ReadFigures).Produces<TextsJson>().WithSummary("Lời văn người soạn viết cho kỳ").Asks();
        api.MapPut(Report + "/texts", Write).Needs(Operation.IssueReports).Produces<TextsJson>().NeedsVersion()
            .WithSummary("Ghi lời văn của kỳ: tồn tại và nguyên nhân, phương hướng, đề xuất");
        api.MapGet("/agencies/{id:guid}/letterhead", Letterhead).Needs(Operation.ReadFigures).Produces<LetterheadJson>()
            .WithSummary("Thể thức văn bản của một cơ quan").Asks();
        api.MapPut("/agencies/{id:guid}/letterhead", ChangeLetterhead).Needs(Operation.ManageLetterheads).Produces<LetterheadJson>().NeedsVersion()
            .WithSummary("Sửa thể thức văn bản của một cơ quan");
    }

    private static async Task<IResult> Issue(Guid id, string code, Posted<IssueBody> body, Call call, ReportIssuing issuing) => Answers.One(
        await issuing.Issue(call.Actor, id, code, call.Tag, body.As(b => b.ToOrder()), call.Cancel), ReportJson.Of, ReportJson.TagOf);

    private static async Task<IResult> Number(Guid id, string code, Posted<IssueBody> body, Call call, ReportIssuing issuing) => Answers.One(
        await issuing.Number(call.Actor, id, code, call.Tag, body.As(b => b.ToOrder()), call.Cancel), ReportJson.Of, ReportJson.TagOf);

    private static async Task<IResult> Reopen(Guid id, string code, Posted<ReopenBody> body, Call call, ReportIssuing issuing) => Answers.One(
        await issuing.Reopen(call.Actor, id, code, call.Tag, body.As<string>(b => b.Reason), call.Cancel), ReportJson.Of, ReportJson.TagOf);

    private static async Task<IResult> Revisions(Guid id, string code, Call call, PlanReports reports) =>
        call.Asked.Else(await reports.Revisions(call.Actor, id, code, call.Cancel)).Refused(out var refusal, out var revisions)
            ? Problems.From(refusal)
            : Answers.Page<RevisionRef, RevisionJson>(call.Asked.List.Part(revisions), RevisionJson.Of);

    private static Task<IResult> Excel(Guid id, string code, int number, Call call, PlanReports reports, Exports exports, HttpContext http) =>
        File(id, code, number, ReportFormat.Excel, call, reports, exports, http);

    private static Task<IResult> Word(Guid id, string code, int number, Call call, PlanReports reports, Exports exports, HttpContext http) =>
        File(id, code, number, ReportFormat.Word, call, reports, exports, http);

    private static async Task<IResult> File(
        Guid id, string code, int number, ReportFormat format, Call call, PlanReports reports, Exports exports, HttpContext http)
    {
        if (call.Asked.Else(await reports.RevisionFile(call.Actor, id, code, number, format, call.Cancel)).Refused(out var refusal, out var file))
            return Problems.From(refusal);
        await exports.Note(http, call.Actor, "report", id, new { period = code, revision = number, file = file.Name });
        return ReportEndpoints.Download(http, file, format);
    }

    private static async Task<IResult> Texts(Guid id, string code, Call call, ReportAuthoring authoring) =>
        Answers.One(call.Asked.Else(await authoring.Texts(call.Actor, id, code, call.Cancel)), TextsJson.Of, TextsJson.TagOf);

    private static async Task<IResult> Write(Guid id, string code, Posted<TextsBody> body, Call call, ReportAuthoring authoring) => Answers.One(
        await authoring.Write(call.Actor, id, code, call.Version, body.As(b => b.ToTexts()), call.Cancel), TextsJson.Of, TextsJson.TagOf);

    private static async Task<IResult> Letterhead(Guid id, Call call, LetterheadAdministration letterheads) =>
        Answers.One(call.Asked.Else(await letterheads.Read(call.Actor, id, call.Cancel)), LetterheadJson.Of, LetterheadJson.TagOf);

    private static async Task<IResult> ChangeLetterhead(Guid id, Posted<LetterheadBody> body, Call call, LetterheadAdministration letterheads) =>
        Answers.One(await letterheads.Change(call.Actor, id, call.Version, body.As(b => b.ToText()), call.Cancel), LetterheadJson.Of, LetterheadJson.TagOf);
}
