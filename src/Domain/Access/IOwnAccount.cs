namespace PlanTracker.Domain.Access;

/// <summary>What people do with their own account: password, second factor, sessions. Only in a session, never by a token.</summary>
public interface IOwnAccount
{
    /// <summary>The account as its owner sees it.</summary>
    Task<Result<OwnAccount>> Read(Actor actor, CancellationToken cancel);

    /// <summary>A new password: other sessions and all tokens end, the present session goes on under a new id.</summary>
    Task<Result<Actor>> ChangePassword(Actor actor, string current, string password, CancellationToken cancel);

    /// <summary>A new key for an authenticator app; the second factor is on once a code of it was confirmed.</summary>
    Task<Result<AuthenticatorKey>> StartSecondFactor(Actor actor, CancellationToken cancel);

    /// <summary>The key that waits to be confirmed; refused when none does.</summary>
    Task<Result<AuthenticatorKey>> FindStarted(Actor actor, CancellationToken cancel);

    /// <summary>Turns the second factor on by a code of the app; the recovery codes are known only now.</summary>
    Task<Result<RecoveryCodes>> ConfirmSecondFactor(Actor actor, string code, CancellationToken cancel);

    /// <summary>Ten new recovery codes; the old ones are worth nothing.</summary>
    Task<Result<RecoveryCodes>> NewRecoveryCodes(Actor actor, string password, CancellationToken cancel);

    /// <summary>Turns the second factor off, where the account does not need it and the password is good enough to stand alone.</summary>
    Task<Result<Actor>> TurnOffSecondFactor(Actor actor, string password, CancellationToken cancel);

    /// <summary>Ends every session, the present one too.</summary>
    Task<Result<Actor>> SignOutEverywhere(Actor actor, CancellationToken cancel);
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="LastSignInAt">Last good sign-in, UTC.</param>
/// <param name="OpenSessions">Sessions that are not over, the present one too.</param>
/// <param name="HasSecondFactor">Whether the second factor is on.</param>
/// <param name="NeedsSecondFactor">Whether the account must have one.</param>
/// <param name="RecoveryCodes">Recovery codes not used yet.</param>
public sealed record OwnAccount(
    Actor Actor, DateTime? LastSignInAt, int OpenSessions, bool HasSecondFactor, bool NeedsSecondFactor, int RecoveryCodes);

/// <summary>Recovery codes, shown once; each stands for one code of the app.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>A key of an authenticator app.</summary>
/// <param name="Key">As text, to be typed.</param>
/// <param name="Uri">As an <c>otpauth</c> address.</param>
/// <param name="Picture">The address as a QR code, a <c>data:</c> address of a picture.</param>
public sealed record AuthenticatorKey(string Key, string Uri, string Picture);
