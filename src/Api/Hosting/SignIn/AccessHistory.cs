using PlanTracker.Domain;
using PlanTracker.Domain.History;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>History of sign-ins and tokens; each row is saved together with what it tells of.</summary>
internal sealed class AccessHistory(IHistoryLog log, BusinessClock clock)
{
    private const int MaxName = 100;

    /// <summary>Something an account did.</summary>
    public Task Note(HttpContext http, Account account, string what, string? now = null, CancellationToken cancel = default) =>
        log.Append(Row(http, account, account.FullName, what, now), cancel);

    /// <summary>A sign-in that failed; the account is null when the name belongs to nobody.</summary>
    public Task Failed(HttpContext http, Account? account, string name, string? now, CancellationToken cancel) =>
        log.Append(Row(http, account, account?.FullName ?? Shortened(name), "sign-in-failed", now), cancel);

    private static string Shortened(string name)
    {
        var clean = new string([.. name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]);
        return clean.Length <= MaxName ? clean : clean[..MaxName];
    }

    private Change Row(HttpContext http, Account? account, string name, string what, string? now) => new()
    {
        At = clock.UtcNow,
        AccountId = account?.Id ?? Guid.Empty,
        AccountName = name,
        AgencyId = account?.AgencyId,
        Door = Actors.DoorOf(http.Request),
        Entity = "account",
        EntityId = account?.Id ?? Guid.Empty,
        What = what,
        New = now,
    };
}
