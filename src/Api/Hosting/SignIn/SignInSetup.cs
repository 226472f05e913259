using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Sign-in of people by cookie and of programs by token.</summary>
internal static class SignInSetup
{
    private const string CookieOrToken = "CookieOrToken";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var section = builder.Configuration.GetSection("SignIn");
        services.AddSingleton(section.Get<SignInSettings>() ?? new SignInSettings());
        services.AddSingleton(section.Get<AccessSettings>() ?? new AccessSettings());
        services.AddSingleton<IAccessSettings, AccessSettingsCache>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<AddressLimit>();
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentActor, CurrentActor>();
        services.AddScoped<Actors>().AddScoped<IActors, ActorsAfresh>().AddScoped<AccessHistory>().AddScoped<Passwords>().AddScoped<Sessions>().AddScoped<Tokens>();
        services.AddScoped<Lockout>().AddScoped<SecondFactor>().AddSingleton<Tickets>();
        services.AddScoped<HeldForms>().AddScoped<IHeldForms>(p => p.GetRequiredService<HeldForms>());
        services.AddScoped<FirstSetUp>().AddScoped<ISignIn, CookieSignIn>();
        services.AddScoped<IAccountLinks, LinkSignIn>().AddScoped<IOwnAccount, OwnAccountDoor>().AddScoped<IOwnTokens, OwnTokensDoor>();

        services.AddScoped<IPasswordValidator<Account>, AccountPasswords>(); // before Identity adds its own
        services.AddIdentityCore<Account>().AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<PlanDb>().AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);

        services.AddDataProtection().SetApplicationName("PlanTracker");
        services.AddSingleton<IXmlRepository, KeyStore>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));

        services.AddAuthentication(options => options.DefaultScheme = CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "PlanTracker";
                options.CookieManager = new SessionCookie();
                options.ExpireTimeSpan = TimeSpan.FromHours(24); // the longest; the session's row decides
                options.SlidingExpiration = false;
                options.LoginPath = "/dang-nhap";
                options.ReturnUrlParameter = "tiep";
                options.Events.OnValidatePrincipal = Sessions.Validate;
                options.Events.OnRedirectToLogin = context => Redirect(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => Challenges.Answer(context.HttpContext, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options => options.Cookie.Name = "PlanTracker.Form");
    }

    /// <summary>Tokens are for the API alone: pages are opened by a session.</summary>
    private static string SchemeOf(HttpContext http) =>
        Challenges.IsApi(http) && http.Request.Headers.Authorization.Count > 0 ? TokenScheme.Name : IdentityConstants.ApplicationScheme;

    private static async Task Redirect(RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context, int status)
    {
        if (Challenges.IsApi(context.HttpContext) || NoActivity.IsOf(context.HttpContext))
            await Challenges.Answer(context.HttpContext, status);
        else if (await HeldForms.Keep(context.HttpContext) is { } held)
            context.Response.Redirect(QueryHelpers.AddQueryString("/dang-nhap", "tiep", held));
        else
            context.Response.Redirect(context.RedirectUri);
    }
}
