using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Access;

/// <summary>Which accounts are asked for; null means all.</summary>
/// <param name="Role">Accounts that hold the role.</param>
/// <param name="AgencyId">People of the agency, today.</param>
/// <param name="State">State now.</param>
public sealed record AccountFilter(Role? Role = null, Guid? AgencyId = null, AccountState? State = null);

/// <summary>An account with its agency by the name of today, and its state now.</summary>
public sealed record AccountView(UserAccount Account, AgencyRef? Agency, AccountState State);

/// <summary>Use cases that read accounts: for administrators.</summary>
public sealed class AccountReading(IAccountBook book, IAgencyRegister register, BusinessClock clock, TimeProvider time)
{
    /// <summary>The refusal for an account that is not there.</summary>
    internal static readonly Refusal UnknownAccount = Refusal.NotFound("users.unknown", "Không có tài khoản này.");

    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["userName", "fullName", "agency", "lastSignInAt"];

    /// <summary>A page of accounts; search looks in both names and the e-mail, without case and marks.</summary>
    public async Task<Result<PageOf<AccountView>>> List(Actor actor, AccountFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadAccounts) is { } refusal)
            return refusal;
        var agencies = await register.All(cancel);
        var wanted = query.Search is { } search ? VietnameseText.Fold(search).Trim() : "";
        var found = (await book.All(cancel))
            .Where(a => filter.Role is not { } role || a.Roles.Contains(role))
            .Where(a => filter.AgencyId is null || a.AgencyOn(clock.Today) == filter.AgencyId)
            .Where(a => wanted.Length == 0 || VietnameseText.Fold($"{a.FullName} {a.UserName} {a.Email}").Contains(wanted, StringComparison.Ordinal))
            .Select(a => View(a, agencies))
            .Where(v => filter.State is null || v.State == filter.State);
        var items = Ordered(found, query.Sort ?? []).ToList();
        return new PageOf<AccountView>(
            [.. items.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], items.Count, query.Page, query.PageSize);
    }

    /// <summary>One account.</summary>
    public async Task<Result<AccountView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadAccounts) is { } refusal)
            return refusal;
        return await book.Find(id, cancel) is { } account ? View(account, await register.All(cancel)) : UnknownAccount;
    }

    /// <summary>An account as it is now.</summary>
    internal AccountView View(UserAccount account, IReadOnlyDictionary<Guid, Agency> agencies) => new(
        account, account.AgencyOn(clock.Today) is { } id && agencies.TryGetValue(id, out var agency) ? agency.RefOn(clock.Today) : null,
        account.StateAt(time.GetUtcNow()));

    private static IEnumerable<AccountView> Ordered(IEnumerable<AccountView> views, IReadOnlyList<SortBy> sort)
    {
        var ordered = views.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "userName" => Then(ordered, by, v => v.Account.UserName, StringComparer.OrdinalIgnoreCase),
                "agency" => Then(ordered, by, v => v.Agency?.Name ?? "", VietnameseText.Order),
                "lastSignInAt" => Then(ordered, by, v => v.Account.LastSignInAt ?? DateTime.MinValue, Comparer<DateTime>.Default),
                _ => Then(ordered, by, v => v.Account.FullName, VietnameseText.Order),
            };
        }
        return ordered.ThenBy(v => v.Account.FullName, VietnameseText.Order).ThenBy(v => v.Account.UserName, StringComparer.OrdinalIgnoreCase);
    }

    private static IOrderedEnumerable<AccountView> Then<TKey>(
        IOrderedEnumerable<AccountView> ordered, SortBy by, Func<AccountView, TKey> key, IComparer<TKey> order) =>
        by.Descending ? ordered.ThenByDescending(key, order) : ordered.ThenBy(key, order);
}
