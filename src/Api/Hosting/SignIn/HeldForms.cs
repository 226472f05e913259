using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>
/// Keeps a form that was sent with the cookie of a session that has run out, for the person whose session it was. Nothing of it is carried out:
/// the person sees it after signing in and sends it again. In the database, because any instance may answer the sign-in.
/// </summary>
internal sealed class HeldForms(PlanDb db, TimeProvider time) : IHeldForms
{
    /// <summary>Says that the browser keeps the form itself.</summary>
    public const string KeptByBrowser = "X-PlanTracker-Kept";

    private const int MostBytes = 20 * 1024 * 1024;
    private const int MostLetters = 200_000;
    private const int MostFields = 1000;
    private const int MostPath = 2000;
    private const int MostPerPerson = 10;
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private static readonly object Key = new();

    /// <summary>Notes whose session it was that is worth nothing any more.</summary>
    public static void Note(HttpContext http, Guid accountId) => http.Items[Key] = accountId;

    /// <summary>Keeps the form of a request; where its person finds it, or null when there is nothing to keep.</summary>
    public static async Task<string?> Keep(HttpContext http)
    {
        if (http.Items[Key] is not Guid accountId || !HttpMethods.IsPost(http.Request.Method) || http.Request.Headers.ContainsKey(KeptByBrowser)
            || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not { Type: var page } || IsAboutAccess(page) || !http.Request.HasFormContentType
            || http.Request.ContentLength is null or > MostBytes || Origins.IsFromElsewhere(http.Request))
            return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        var path = http.Request.Path + http.Request.QueryString.ToUriComponent();
        if (fields.Count > MostFields || fields.Sum(f => f.Key.Length + f.Value.Length) > MostLetters || path.Length > MostPath)
            return null;
        return $"/tiep-tuc/{await http.RequestServices.GetRequiredService<HeldForms>().Add(accountId, path, fields, form.Files.Count > 0, http.RequestAborted)}";
    }

    // Passwords and codes are typed anew: they are kept nowhere.
    private static bool IsAboutAccess(Type page) => page.Namespace == typeof(Dashboard.Access.SignIn).Namespace;

    /// <inheritdoc/>
    public async Task<Result<HeldForm>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        var since = time.GetUtcNow().UtcDateTime - Life;
        return await db.HeldForms.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.AccountId == actor.AccountId && h.At > since, cancel) is { } held
            ? new HeldForm(held.Id, held.Path, held.Fields, held.HadFiles, held.At)
            : Refusal.NotFound("held.unknown", "Không còn nội dung nào được giữ ở đây, hoặc nội dung là của người khác. Hãy mở lại trang cần làm.");
    }

    private async Task<Guid> Add(Guid accountId, string path, List<KeyValuePair<string, string>> fields, bool hadFiles, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var held = new HeldFormRow { AccountId = accountId, Path = path, Fields = fields, HadFiles = hadFiles, At = now };
        var old = await db.HeldForms.Where(h => h.AccountId == accountId).OrderByDescending(h => h.At).Skip(MostPerPerson - 1).ToListAsync(cancel);
        db.HeldForms.RemoveRange(old);
        db.HeldForms.RemoveRange(await db.HeldForms.Where(h => h.At <= now - Life && h.AccountId != accountId).ToListAsync(cancel));
        db.HeldForms.Add(held);
        await db.SaveChangesAsync(cancel);
        return held.Id;
    }
}
