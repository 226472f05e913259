using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Access;

/// <summary>An account and the one-time link just made for it.</summary>
public sealed record AccountWithLink(AccountView View, OneTimeLink Link);

/// <summary>
/// Use cases by which administrators look after accounts (rules, section 12). No password passes through an administrator's hands: a new
/// account, or somebody who forgot theirs, gets a one-time link. Whoever may not do it is told so before anything else is looked at.
/// </summary>
public sealed class AccountAdministration(
    IStore store, IAgencyRegister register, AccountReading reading, BusinessClock clock, TimeProvider time)
{
    /// <summary>Makes an account and its one-time link.</summary>
    public async Task<Result<AccountWithLink>> Create(Actor actor, Result<NewAccount> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageAccounts) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var agencies = await register.All(cancel);
        var successions = await register.Successions(cancel);
        return await store.Write<AccountWithLink>(actor, async changes =>
        {
            var userName = VietnameseText.Clean(asked.UserName) ?? "";
            var details = AccountRules.Clean(asked.Details);
            var errors = Errors(details, null, agencies);
            if (AccountRules.CheckUserName(userName) is { } wrongName)
                errors["userName"] = [wrongName];
            else if (await changes.Accounts.HasName(userName, cancel))
                errors["userName"] = ["Tên đăng nhập này đã có người dùng; tên đã dùng không cấp lại cho người khác."];
            if (errors.Count > 0)
                return Refusal.Invalid(errors);
            var account = new UserAccount { UserName = userName, FullName = "", Roles = [] }.With(details, successions, clock.Today);
            var link = (await changes.Accounts.Add([account], cancel))[0];
            changes.Record(AccountHistory.Row(actor, clock, "create", null, account));
            return new AccountWithLink(reading.View(account with { LinkExpiresAt = link.ExpiresAt }, agencies), link);
        }, cancel);
    }

    /// <summary>Changes name, e-mail, agency and roles; another agency or other roles end sessions and tokens.</summary>
    public Task<Result<AccountView>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<AccountDetails> input, CancellationToken cancel) =>
        Change(actor, id, version, "edit", null, account => Checked(account, input, cancel), async (changes, account) =>
        {
            var next = account.With(AccountRules.Clean(input.Value!), await register.Successions(cancel), clock.Today);
            if (account.Roles.Contains(Role.Administrator) && !next.Roles.Contains(Role.Administrator)
                && await IsLastAdministrator(changes, account, cancel) is { } last)
                return last;
            if (!account.Roles.SequenceEqual(next.Roles) || account.AgencyOn(clock.Today) != next.AgencyOn(clock.Today))
                await changes.Accounts.EndAccess(id, cancel);
            return next;
        }, cancel);

    /// <summary>Closes an account: nobody signs in with it, its sessions, tokens and open links are worth nothing.</summary>
    public Task<Result<AccountView>> Disable(Actor actor, Guid id, ExpectedVersion version, Result<string> reason, CancellationToken cancel) =>
        Change(actor, id, version, "disable", reason, null, async (changes, account) =>
        {
            if (account.IsDisabled)
                return Refusal.Conflict("users.disabled", "Tài khoản đã ngừng sử dụng. Chưa có gì thay đổi.");
            if (await IsLastAdministrator(changes, account, cancel) is { } last)
                return last;
            if (account.Id == actor.AccountId)
                return Refusal.Conflict("users.own-account", "Không tự ngừng sử dụng tài khoản của chính mình được: cần một quản trị khác. Chưa có gì thay đổi.");
            await changes.Accounts.EndAccess(id, cancel);
            await changes.Accounts.CloseLinks(id, cancel);
            return account with { IsDisabled = true, LinkExpiresAt = null };
        }, cancel);

    /// <summary>Opens a closed account again.</summary>
    public Task<Result<AccountView>> Enable(Actor actor, Guid id, ExpectedVersion version, Result<string> reason, CancellationToken cancel) =>
        Change(actor, id, version, "enable", reason, null, (_, account) => Task.FromResult<Result<UserAccount>>(account.IsDisabled
            ? account with { IsDisabled = false }
            : Refusal.Conflict("users.not-disabled", "Tài khoản đang được sử dụng. Chưa có gì thay đổi.")), cancel);

    /// <summary>Takes the lock away that wrong passwords have set.</summary>
    public Task<Result<AccountView>> Unlock(Actor actor, Guid id, ExpectedVersion version, Result<string> reason, CancellationToken cancel) =>
        Change(actor, id, version, "unlock", reason, null, (_, account) => Task.FromResult<Result<UserAccount>>(account.LockedUntil > time.GetUtcNow()
            ? account with { LockedUntil = null }
            : Refusal.Conflict("users.not-locked", "Tài khoản không bị tạm khóa. Chưa có gì thay đổi.")), cancel);

    /// <summary>Ends all sessions and revokes all tokens.</summary>
    public Task<Result<AccountView>> SignOutEverywhere(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, version, "sign-out-everywhere", null, null, async (changes, account) =>
        {
            await changes.Accounts.EndAccess(id, cancel);
            return account;
        }, cancel);

    /// <summary>A new password is asked for at the next sign-in.</summary>
    public Task<Result<AccountView>> RequirePasswordChange(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, version, "require-password-change", null, null, (_, account) => Task.FromResult<Result<UserAccount>>(
            !account.HasPassword ? Refusal.Conflict("users.no-password", "Tài khoản chưa đặt mật khẩu: hãy gửi liên kết dùng một lần. Chưa có gì thay đổi.")
            : account.MustChangePassword ? Refusal.Conflict("users.password-change-required", "Tài khoản đã được yêu cầu đổi mật khẩu. Chưa có gì thay đổi.")
            : account with { MustChangePassword = true }), cancel);

    /// <summary>Forgets the second factor of somebody who lost their device; sessions and tokens end.</summary>
    public Task<Result<AccountView>> ResetSecondFactor(Actor actor, Guid id, ExpectedVersion version, Result<string> reason, CancellationToken cancel) =>
        Change(actor, id, version, "reset-second-factor", reason, null, async (changes, account) =>
        {
            if (!account.HasSecondFactor)
                return Refusal.Conflict("users.no-second-factor", "Tài khoản chưa bật xác thực hai bước. Chưa có gì thay đổi.");
            if (account.Id == actor.AccountId)
                return OwnAccount();
            await changes.Accounts.ForgetSecondFactor(id, cancel);
            await changes.Accounts.EndAccess(id, cancel);
            return account with { HasSecondFactor = false };
        }, cancel);

    /// <summary>Makes a one-time link to set a new password; earlier links are closed, the old password holds until it is used.</summary>
    public async Task<Result<AccountWithLink>> NewLink(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel)
    {
        OneTimeLink? link = null;
        var changed = await Change(actor, id, version, "link", null, null, async (changes, account) =>
        {
            if (account.IsDisabled)
                return Refusal.Conflict("users.disabled", "Tài khoản đã ngừng sử dụng: hãy mở lại trước khi gửi liên kết. Chưa có gì thay đổi.");
            if (account.Id == actor.AccountId)
                return OwnAccount();
            link = await changes.Accounts.OpenLink(id, cancel);
            return account with { LinkExpiresAt = link.ExpiresAt };
        }, cancel);
        return changed.Refused(out var refusal, out var view) ? refusal : new AccountWithLink(view, link!);
    }

    /// <summary>One change of one account, in the order of refusal: not allowed, not there, invalid, version, state.</summary>
    private async Task<Result<AccountView>> Change(
        Actor actor, Guid id, ExpectedVersion version, string what, Result<string>? reason, Func<UserAccount, Task<Refusal?>>? check,
        Func<IChanges, UserAccount, Task<Result<UserAccount>>> apply, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageAccounts) is { } notAllowed)
            return notAllowed;
        var agencies = await register.All(cancel);
        return await store.Write<AccountView>(actor, async changes =>
        {
            if (await changes.Accounts.Load(id, cancel) is not { } account)
                return AccountReading.UnknownAccount;
            string? why = null;
            if (reason is not null && AccountRules.CheckReason(reason).Refused(out var noReason, out why))
                return noReason;
            if (check is not null && await check(account) is { } invalid)
                return invalid;
            if (version.Check(account.Version) is { } stale)
                return stale;
            if ((await apply(changes, account)).Refused(out var conflict, out var next))
                return conflict;
            next = next with { Version = account.Version + 1 };
            await changes.Accounts.Keep(next, cancel);
            changes.Record(AccountHistory.Row(actor, clock, what, account, next, why));
            return reading.View(next, agencies);
        }, cancel);
    }

    private static Refusal OwnAccount() => Refusal.Conflict(
        "users.own-account", "Với tài khoản của chính mình, hãy dùng trang “Tài khoản của tôi”, nơi hỏi mật khẩu hiện tại. Chưa có gì thay đổi.");

    private static async Task<Refusal?> IsLastAdministrator(IChanges changes, UserAccount account, CancellationToken cancel) =>
        account is { IsDisabled: false } && account.Roles.Contains(Role.Administrator) && !await changes.Accounts.HasOtherAdministrator(account.Id, cancel)
            ? Refusal.Conflict("users.last-administrator", "Đây là quản trị hệ thống cuối cùng còn đăng nhập được: hãy có thêm một quản trị khác trước. Chưa có gì thay đổi.")
            : null;

    private async Task<Refusal?> Checked(UserAccount account, Result<AccountDetails> input, CancellationToken cancel)
    {
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var errors = Errors(AccountRules.Clean(asked), account.AgencyOn(clock.Today), await register.All(cancel));
        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }

    private Dictionary<string, string[]> Errors(AccountDetails details, Guid? kept, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var errors = AccountRules.Check(details);
        if (AccountRules.CheckAgency(details.AgencyId, kept, agencies, clock.Today) is { } wrong)
            errors["agencyId"] = [wrong];
        return errors;
    }
}

/// <summary>Puts what an administrator sets onto an account.</summary>
internal static class AccountDetailing
{
    /// <summary>The account with these details; who changes the agency follows the successions recorded for the new one.</summary>
    public static UserAccount With(this UserAccount account, AccountDetails details, IReadOnlyList<Succession> successions, DateOnly today)
    {
        var next = account with { FullName = details.FullName, Email = details.Email, Roles = details.Roles };
        return account.AgencyOn(today) == details.AgencyId ? next : next with
        {
            AgencyId = details.AgencyId,
            Moves = details.AgencyId is { } id ? successions.After(id, today) : [],
        };
    }
}
