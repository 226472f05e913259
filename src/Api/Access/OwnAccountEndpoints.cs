using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Access;

/// <summary>A new password.</summary>
internal sealed record NewPasswordBody(string Current, string New);

/// <summary>A code of the authenticator app.</summary>
internal sealed record CodeBody(string Code);

/// <summary>One's own password, asked again.</summary>
internal sealed record PasswordBody(string Password);

/// <summary>A key for the authenticator app, as text and as the address behind its QR code.</summary>
internal sealed record AuthenticatorKeyJson(string Key, string Uri);

/// <summary>Recovery codes, shown once.</summary>
internal sealed record RecoveryCodesJson(IReadOnlyList<string> RecoveryCodes);

/// <summary>One's own account.</summary>
internal static class OwnAccountEndpoints
{
    public static void MapOwnAccount(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Tài khoản của tôi");

        me.MapPut("/password", ChangePassword).Produces(204).Mine().WithSummary("Đổi mật khẩu; các phiên khác và mọi mã truy cập hết giá trị");
        me.MapPost("/second-factor", Start).Produces<AuthenticatorKeyJson>().Mine().WithSummary("Khóa mới cho ứng dụng xác thực; chưa bật cho tới khi xác nhận");
        me.MapPost("/second-factor/confirm", Confirm).Produces<RecoveryCodesJson>().Mine().WithSummary("Bật xác thực hai bước bằng một mã của ứng dụng");
        me.MapPost("/second-factor/recovery-codes", NewCodes).Produces<RecoveryCodesJson>().Mine().WithSummary("Mã khôi phục mới; mã cũ hết giá trị");
        me.MapPost("/second-factor/off", TurnOff).Produces(204).Mine().WithSummary("Tắt xác thực hai bước, nếu không bắt buộc");
        me.MapPost("/sign-out-everywhere", SignOutEverywhere).Produces(204).Mine().WithSummary("Đăng xuất ở mọi nơi");
    }

    private static RouteHandlerBuilder Mine(this RouteHandlerBuilder endpoint) => endpoint.Needs(Operation.ManageOwnAccount).OpenToUnfinished().Asks();

    private static async Task<IResult> ChangePassword(Posted<NewPasswordBody> body, Call call, IOwnAccount account) =>
        body.Input.Refused(out var invalid, out var sent)
            ? Problems.From(invalid) : Done(await account.ChangePassword(call.Actor, sent.Current, sent.New, call.Cancel));

    private static async Task<IResult> Start(Call call, IOwnAccount account) =>
        Answers.One<AuthenticatorKey, AuthenticatorKeyJson>(await account.StartSecondFactor(call.Actor, call.Cancel), key => new(key.Key, key.Uri));

    private static async Task<IResult> Confirm(Posted<CodeBody> body, Call call, IOwnAccount account) =>
        body.Input.Refused(out var invalid, out var sent)
            ? Problems.From(invalid) : Codes(await account.ConfirmSecondFactor(call.Actor, sent.Code, call.Cancel));

    private static async Task<IResult> NewCodes(Posted<PasswordBody> body, Call call, IOwnAccount account) =>
        body.Input.Refused(out var invalid, out var sent)
            ? Problems.From(invalid) : Codes(await account.NewRecoveryCodes(call.Actor, sent.Password, call.Cancel));

    private static async Task<IResult> TurnOff(Posted<PasswordBody> body, Call call, IOwnAccount account) =>
        body.Input.Refused(out var invalid, out var sent)
            ? Problems.From(invalid) : Done(await account.TurnOffSecondFactor(call.Actor, sent.Password, call.Cancel));

    private static async Task<IResult> SignOutEverywhere(Call call, IOwnAccount account) =>
        Done(await account.SignOutEverywhere(call.Actor, call.Cancel));

    private static IResult Codes(Result<RecoveryCodes> result) => Answers.One<RecoveryCodes, RecoveryCodesJson>(result, codes => new(codes.Codes));

    private static IResult Done(Result<Actor> result) => result.Refusal is { } refusal ? Problems.From(refusal) : TypedResults.NoContent();
}
