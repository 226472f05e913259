using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Access;

/// <summary>The settings, all of them.</summary>
/// <param name="SecondFactorForAll">Whether everybody needs a second factor; administrators always do.</param>
/// <param name="IdleMinutes">Minutes without a request after which a session is over, 1 to 480.</param>
/// <param name="AdministratorIdleMinutes">The same for administrators, 1 to 480.</param>
/// <param name="AbsoluteHours">Hours after which a session is over whatever happens, 1 to 24.</param>
/// <param name="WrongUntilLocked">Wrong passwords or codes until the account is locked, 3 to 10.</param>
/// <param name="LockedMinutes">Minutes an account stays locked, 1 to 1,440.</param>
/// <param name="LinkHours">Hours a one-time link is good for, 1 to 720.</param>
/// <param name="ComparesUnits">Whether units see their figures beside the median of units of their kind.</param>
internal sealed record SettingsBody(
    bool SecondFactorForAll, int IdleMinutes, int AdministratorIdleMinutes, int AbsoluteHours, int WrongUntilLocked, int LockedMinutes, int LinkHours,
    bool ComparesUnits)
{
    /// <summary>In the domain's words.</summary>
    public Result<AccessSettings> ToSettings() => new AccessSettings
    {
        SecondFactorForAll = SecondFactorForAll,
        IdleMinutes = IdleMinutes,
        AdministratorIdleMinutes = AdministratorIdleMinutes,
        AbsoluteHours = AbsoluteHours,
        WrongUntilLocked = WrongUntilLocked,
        LockedMinutes = LockedMinutes,
        LinkHours = LinkHours,
        ComparesUnits = ComparesUnits,
    };
}

/// <summary>The settings as they hold.</summary>
internal sealed record SettingsJson(
    bool SecondFactorForAll, int IdleMinutes, int AdministratorIdleMinutes, int AbsoluteHours, int WrongUntilLocked, int LockedMinutes, int LinkHours,
    bool ComparesUnits, int Version)
{
    /// <summary>Of a view.</summary>
    public static SettingsJson Of(SettingsView view)
    {
        var a = view.Access;
        return new(a.SecondFactorForAll, a.IdleMinutes, a.AdministratorIdleMinutes, a.AbsoluteHours, a.WrongUntilLocked, a.LockedMinutes, a.LinkHours, a.ComparesUnits, view.Version);
    }
}

/// <summary>The settings, for administrators.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/settings").WithTags("Cài đặt");

        settings.MapGet("", Read).Produces<SettingsJson>().WithSummary("Cài đặt của hệ thống").Needs(Operation.ReadSettings).Asks();
        settings.MapPut("", Change).Produces<SettingsJson>().WithSummary("Sửa cài đặt; có hiệu lực từ yêu cầu kế tiếp").Needs(Operation.ManageSettings).NeedsVersion();
    }

    private static async Task<IResult> Read(Call call, SettingsAdministration settings) =>
        Answers.One(call.Asked.Else(await settings.Read(call.Actor, call.Cancel)), SettingsJson.Of, TagOf);

    private static async Task<IResult> Change(Posted<SettingsBody> body, Call call, SettingsAdministration settings) =>
        Answers.One(await settings.Change(call.Actor, call.Version, body.As(b => b.ToSettings()), call.Cancel), SettingsJson.Of, TagOf);

    private static string TagOf(SettingsView view) => Etags.Of(view.Version);
}
