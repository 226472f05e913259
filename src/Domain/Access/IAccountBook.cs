namespace PlanTracker.Domain.Access;

/// <summary>Reads accounts.</summary>
public interface IAccountBook
{
    /// <summary>
    /// Every account. A city has some thousands: state and agency depend on the moment asked and names are searched without marks, so lists are
    /// cut in memory.
    /// </summary>
    Task<IReadOnlyList<UserAccount>> All(CancellationToken cancel);

    /// <summary>One account; null when not there.</summary>
    Task<UserAccount?> Find(Guid id, CancellationToken cancel);
}

/// <summary>Accounts inside a write.</summary>
public interface IAccountChanges
{
    /// <summary>The account as it stands; null when not there.</summary>
    Task<UserAccount?> Load(Guid id, CancellationToken cancel);

    /// <summary>Every account as it stands.</summary>
    Task<IReadOnlyList<UserAccount>> LoadAll(CancellationToken cancel);

    /// <summary>Whether an account has this name to sign in with, whatever the case.</summary>
    Task<bool> HasName(string userName, CancellationToken cancel);

    /// <summary>Whether there is another administrator who can sign in: not disabled, and with a password.</summary>
    Task<bool> HasOtherAdministrator(Guid than, CancellationToken cancel);

    /// <summary>Adds new ones, each with a one-time link, in the same order.</summary>
    Task<IReadOnlyList<OneTimeLink>> Add(IReadOnlyList<UserAccount> accounts, CancellationToken cancel);

    /// <summary>Keeps what an administrator may change of one; a <see cref="UserAccount.LockedUntil"/> of null also forgets wrong passwords.</summary>
    Task Keep(UserAccount account, CancellationToken cancel);

    /// <summary>Ends all sessions and revokes all tokens: they are worth nothing at the next request.</summary>
    Task EndAccess(Guid id, CancellationToken cancel);

    /// <summary>Closes one-time links that are open.</summary>
    Task CloseLinks(Guid id, CancellationToken cancel);

    /// <summary>Makes a one-time link, which closes earlier ones.</summary>
    Task<OneTimeLink> OpenLink(Guid id, CancellationToken cancel);

    /// <summary>Forgets the key of the authenticator app and the recovery codes.</summary>
    Task ForgetSecondFactor(Guid id, CancellationToken cancel);
}
