using Microsoft.AspNetCore.Http;
using PlanTracker.Domain.Access;

namespace PlanTracker.Dashboard.Guides;

/// <summary>
/// Who has put the first steps away, in a cookie of the computer: several people of a small office share one. Nothing hangs on it, and
/// a lost cookie only shows the steps once more.
/// </summary>
internal static class SeenSteps
{
    public const string Cookie = "bat-dau";
    private const char Between = '~';
    private const int MostPeople = 30;

    /// <summary>Whether the person has put them away here.</summary>
    public static bool Has(HttpRequest request, Actor actor) => People(request).Contains(actor.UserName, StringComparer.Ordinal);

    /// <summary>Puts them away for a year.</summary>
    public static void Add(HttpContext http, Actor actor) => http.Response.Cookies.Append(
        Cookie, string.Join(Between, People(http.Request).Where(p => p != actor.UserName).Append(actor.UserName).TakeLast(MostPeople)),
        new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps });

    private static string[] People(HttpRequest request) => (request.Cookies[Cookie] ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
