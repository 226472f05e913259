namespace PlanTracker.Domain.Access;

/// <summary>Signs people in and out of the dashboard; the host keeps cookies, lockouts and passwords.</summary>
public interface ISignIn
{
    /// <summary>Signs in by name and password; one refusal for every wrong combination. The session cookie is set unless a code is needed.</summary>
    Task<Result<SignInStep>> SignIn(string userName, string password, CancellationToken cancel);

    /// <summary>The second step: a code of the authenticator app or a recovery code, with the ticket of the first.</summary>
    /// <returns>The actor; the refusal <c>access.ticket-over</c> when the first step was too long ago.</returns>
    Task<Result<Actor>> EnterCode(string ticket, string code, CancellationToken cancel);

    /// <summary>Ends the session: its cookie is worth nothing from the next request on.</summary>
    Task SignOut(CancellationToken cancel);

    /// <summary>Whether the one-time set-up link of the first administrator is open with this secret.</summary>
    Task<bool> CanSetUp(string secret, CancellationToken cancel);

    /// <summary>Creates the first administrator by the one-time secret; refused when there is one already.</summary>
    Task<Result<Actor>> SetUp(string secret, FirstAdministrator person, CancellationToken cancel);
}

/// <summary>How far a sign-in has come.</summary>
/// <param name="Actor">Who is signed in; null while a code is needed.</param>
/// <param name="Ticket">What the code must be sent with; null when none is needed. Good for five minutes.</param>
public sealed record SignInStep(Actor? Actor, string? Ticket);

/// <summary>The first administrator, as typed on the set-up page.</summary>
public sealed record FirstAdministrator(string UserName, string FullName, string Password);

/// <summary>One-time links by which people set the password of their account.</summary>
public interface IAccountLinks
{
    /// <summary>Whose link it is; refused when it is used, too old, unknown, or its account is closed.</summary>
    Task<Result<LinkedAccount>> Find(string secret, CancellationToken cancel);

    /// <summary>Sets the password, closes the link, ends sessions and tokens, and signs in.</summary>
    Task<Result<SignInStep>> SetPassword(string secret, string password, CancellationToken cancel);
}

/// <summary>The account of a one-time link.</summary>
public sealed record LinkedAccount(string UserName, string FullName, bool HasSecondFactor);

/// <summary>What every page must say about where it runs.</summary>
/// <param name="IsSample">Sample data: marked on every page.</param>
/// <param name="SamplePassword">The password of all demo accounts, shown on the sign-in page; null outside the demo.</param>
public sealed record Edition(bool IsSample, string? SamplePassword);
