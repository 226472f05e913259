using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.Access;

/// <summary>Accounts, for administrators.</summary>
internal static class UserEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Tài khoản");

        users.MapGet("", List).Produces<ListJson<UserJson>>().WithSummary("Các tài khoản").Needs(Operation.ReadAccounts)
            .Asks(QueryShape.List(
                AccountReading.SortFields,
                QueryShape.Choice<Role>("role", "Vai trò."),
                QueryShape.Id("agency", "Cơ quan."),
                QueryShape.Choice<AccountState>("state", "Trạng thái.")));
        users.MapGet("/{id:guid}", Find).Produces<UserJson>().WithSummary("Một tài khoản").Needs(Operation.ReadAccounts).Asks();
        users.MapPost("", Create).Produces<UserJson>(201)
            .WithSummary("Tạo tài khoản; liên kết dùng một lần để đặt mật khẩu chỉ hiện trong câu trả lời này").Needs(Operation.ManageAccounts).AnswersSecret();
        users.MapPut("/{id:guid}", Edit).Produces<UserJson>()
            .WithSummary("Sửa họ tên, thư điện tử, cơ quan, vai trò; đổi cơ quan hoặc vai trò thì mọi phiên và mã truy cập hết hiệu lực")
            .Needs(Operation.ManageAccounts).NeedsVersion();
        users.MapGet("/template.xlsx", Template).Needs(Operation.ManageAccounts).Produces(200, contentType: Workbook)
            .WithSummary("Mẫu Excel để nhập nhiều tài khoản").Asks();
        users.MapVerbs();
    }

    private static void MapVerbs(this IEndpointRouteBuilder users)
    {
        var user = users.MapGroup("/{id:guid}");
        Verb(user.MapPost("/disable", Disable), "Ngừng sử dụng, nêu lý do; mọi phiên, mã truy cập và liên kết hết hiệu lực");
        Verb(user.MapPost("/enable", Enable), "Cho sử dụng lại, nêu lý do");
        Verb(user.MapPost("/unlock", Unlock), "Mở tạm khóa do nhập sai mật khẩu, nêu lý do");
        Verb(user.MapPost("/reset-second-factor", ResetSecondFactor), "Gỡ xác thực hai bước của người mất thiết bị, nêu lý do");
        Verb(user.MapPost("/sign-out", SignOut), "Đăng xuất ở mọi nơi; mọi phiên và mã truy cập hết hiệu lực");
        Verb(user.MapPost("/require-password-change", RequirePasswordChange), "Yêu cầu đổi mật khẩu ở lần đăng nhập sau");
        Verb(user.MapPost("/link", NewLink), "Tạo liên kết dùng một lần để đặt mật khẩu; liên kết cũ hết hiệu lực, liên kết mới chỉ hiện trong câu trả lời này").AnswersSecret();

        static RouteHandlerBuilder Verb(RouteHandlerBuilder verb, string summary) =>
            verb.Produces<UserJson>().WithSummary(summary).Needs(Operation.ManageAccounts).NeedsVersion();
    }

    private static async Task<IResult> List(Call call, AccountReading reading)
    {
        if (call.Asked.Refusal is { } wrong)
            return Problems.From(call.Actor.Demand(Operation.ReadAccounts) ?? wrong);
        var filter = new AccountFilter(call.Asked.Choice<Role>("role"), call.Asked.Id("agency"), call.Asked.Choice<AccountState>("state"));
        return Answers.Page(await reading.List(call.Actor, filter, call.Asked.List, call.Cancel), UserJson.Of);
    }

    private static async Task<IResult> Find(Guid id, Call call, AccountReading reading) =>
        Answers.One(call.Asked.Else(await reading.Find(call.Actor, id, call.Cancel)), UserJson.Of, UserJson.TagOf);

    private static async Task<IResult> Template(Call call, AccountTemplate template, ITemplateWriter writer, HttpResponse response)
    {
        if (call.Asked.Else(await template.Make(call.Actor, call.Cancel)).Refused(out var refusal, out var form))
            return Problems.From(refusal);
        response.Headers.ContentDisposition = Downloads.Attachment($"{form.Title}.xlsx");
        return TypedResults.Bytes(writer.Write(form), Workbook);
    }

    private static async Task<IResult> Create(Posted<NewUserBody> body, Call call, HttpRequest request, AccountAdministration accounts) => Answers.Created(
        await accounts.Create(call.Actor, body.As(b => b.ToAccount()), call.Cancel),
        made => WithLink(made, request), made => UserJson.PathOf(made.View), made => UserJson.TagOf(made.View));

    private static async Task<IResult> Edit(Guid id, Posted<UserBody> body, Call call, AccountAdministration accounts) =>
        Changed(await accounts.Edit(call.Actor, id, call.Version, body.As(b => b.ToDetails()), call.Cancel));

    private static async Task<IResult> Disable(Guid id, Posted<UserReasonBody> body, Call call, AccountAdministration accounts) =>
        Changed(await accounts.Disable(call.Actor, id, call.Version, body.As<string>(b => b.Reason), call.Cancel));

    private static async Task<IResult> Enable(Guid id, Posted<UserReasonBody> body, Call call, AccountAdministration accounts) =>
        Changed(await accounts.Enable(call.Actor, id, call.Version, body.As<string>(b => b.Reason), call.Cancel));

    private static async Task<IResult> Unlock(Guid id, Posted<UserReasonBody> body, Call call, AccountAdministration accounts) =>
        Changed(await accounts.Unlock(call.Actor, id, call.Version, body.As<string>(b => b.Reason), call.Cancel));

    private static async Task<IResult> ResetSecondFactor(Guid id, Posted<UserReasonBody> body, Call call, AccountAdministration accounts) =>
        Changed(await accounts.ResetSecondFactor(call.Actor, id, call.Version, body.As<string>(b => b.Reason), call.Cancel));

    private static async Task<IResult> SignOut(Guid id, Call call, AccountAdministration accounts) =>
        Changed(await accounts.SignOutEverywhere(call.Actor, id, call.Version, call.Cancel));

    private static async Task<IResult> RequirePasswordChange(Guid id, Call call, AccountAdministration accounts) =>
        Changed(await accounts.RequirePasswordChange(call.Actor, id, call.Version, call.Cancel));

    private static async Task<IResult> NewLink(Guid id, Call call, HttpRequest request, AccountAdministration accounts) => Answers.One(
        await accounts.NewLink(call.Actor, id, call.Version, call.Cancel), made => WithLink(made, request), made => UserJson.TagOf(made.View));

    private static IResult Changed(Result<AccountView> result) => Answers.One(result, UserJson.Of, UserJson.TagOf);

    /// <summary>An account with the link just made for it.</summary>
    public static UserJson WithLink(AccountWithLink made, HttpRequest request) => UserJson.Of(made.View) with
    {
        Link = $"{request.Scheme}://{request.Host}{made.Link.Path}",
    };
}
