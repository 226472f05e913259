using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.Access;

/// <summary>What is wrong in a cell of the file.</summary>
/// <param name="Cell">Address, such as <c>B7</c>.</param>
/// <param name="Found">What stands there, shortened.</param>
/// <param name="Message">What is wrong and what is expected.</param>
internal sealed record CellErrorJson(string Cell, string? Found, string Message);

/// <summary>What an import did, or (<c>dryRun</c>) would do.</summary>
/// <param name="DryRun">Nothing was changed.</param>
/// <param name="New">Rows that make an account.</param>
/// <param name="Unchanged">Rows whose account is there already, with the same fields.</param>
/// <param name="Wrong">Rows with something wrong.</param>
/// <param name="Errors">Everything that is wrong, by cell.</param>
/// <param name="Items">The accounts made with their one-time links, which are known only now; empty for a trial.</param>
internal sealed record UserImportJson(bool DryRun, int New, int Unchanged, int Wrong, IReadOnlyList<CellErrorJson> Errors, IReadOnlyList<UserJson> Items);

/// <summary>Many accounts at once from a workbook.</summary>
internal static class UserImportEndpoints
{
    private const int Megabytes = 10;

    public static void MapUserImport(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Tài khoản");

        users.MapPost("/import", Import).Produces<UserImportJson>()
            .WithSummary("Tạo nhiều tài khoản từ tệp Excel (trường file): mọi lỗi theo ô trong một lần; còn lỗi thì không tạo gì")
            .Needs(Operation.ManageAccounts).TakesFile(Megabytes).AnswersSecret()
            .Asks(QueryShape.Flag("dryRun", "true để chỉ xem thử, không tạo; mặc định false."));
    }

    private static async Task<IResult> Import(Upload upload, Call call, HttpRequest request, ITableReader reader, AccountImport import)
    {
        // Judged before the file is read: a workbook takes time, and only administrators may ask for it.
        if ((call.Actor.Demand(Operation.ManageAccounts) ?? call.Asked.Refusal) is { } refusal)
            return Problems.From(refusal);
        var table = upload.Content.Refused(out var missing, out var file) ? missing : reader.Read(file);
        var isTrial = call.Asked.Flag("dryRun");
        var result = isTrial ? await import.Try(call.Actor, table, call.Cancel) : await import.Apply(call.Actor, table, call.Cancel);
        return result.Refused(out var refused, out var done) ? Problems.From(refused) : TypedResults.Json(Shown(isTrial, done, request), Json.Options);
    }

    private static UserImportJson Shown(bool isTrial, AccountImportResult done, HttpRequest request) => new(
        isTrial, done.New, done.Unchanged, done.Wrong,
        [.. done.Errors.Select(e => new CellErrorJson(e.Cell, e.Found, e.Message))],
        [.. done.Made.Select(made => UserEndpoints.WithLink(made, request))]);
}
