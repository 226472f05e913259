using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PlanTracker.Storage;
using PlanTracker.Storage.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>
/// Identity's store, which saves nothing by itself: what it changed is saved with its row of history (<see cref="AccessHistory"/>).
/// Recovery codes are kept as hashes, salted with the account.
/// </summary>
internal sealed class AccountStore : UserStore<Account, IdentityRole<Guid>, PlanDb, Guid>
{
    // Identity's own names of the row.
    private const string Provider = "[AspNetUserStore]";
    private const string CodesName = "RecoveryCodes";

    public AccountStore(PlanDb db, IdentityErrorDescriber describer)
        : base(db, describer) => AutoSaveChanges = false;

    /// <inheritdoc/>
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(code => HashOf(user, code))], cancellationToken);

    /// <inheritdoc/>
    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(user, code);
        var kept = (await GetTokenAsync(user, Provider, CodesName, cancellationToken))?.Split(';') ?? [];
        if (!kept.Any(one => Tokens.IsSame(one, hash)))
            return false;
        await base.ReplaceCodesAsync(user, kept.Where(one => one != hash), cancellationToken);
        return true;
    }

    private static string HashOf(Account account, string code) => Tokens.HashOf($"{account.Id:N}{code}");
}

/// <summary>The password rules wherever Identity sets a password.</summary>
internal sealed class AccountPasswords : IPasswordValidator<Account>
{
    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var wrong = Domain.Access.PasswordRules.Check(password, user.UserName ?? "", user.TwoFactorEnabled);
        return Task.FromResult(wrong.Length == 0
            ? IdentityResult.Success : IdentityResult.Failed([.. wrong.Select(text => new IdentityError { Code = "password", Description = text })]));
    }
}
