namespace PlanTracker.Domain.Access;

/// <summary>Signs people in and out of the dashboard; the host keeps cookies, lockouts and passwords.</summary>
public interface ISignIn
{
    /// <summary>Signs in by name and password and sets the session cookie; one refusal for every wrong combination.</summary>
    Task<Result<Actor>> SignIn(string userName, string password, CancellationToken cancel);

    /// <summary>Ends the session: its cookie is worth nothing from the next request on.</summary>
    Task SignOut(CancellationToken cancel);

    /// <summary>Whether the one-time set-up link of the first administrator is open with this secret.</summary>
    Task<bool> CanSetUp(string secret, CancellationToken cancel);

    /// <summary>Creates the first administrator by the one-time secret; refused when there is one already.</summary>
    Task<Result<Actor>> SetUp(string secret, FirstAdministrator person, CancellationToken cancel);
}

/// <summary>The first administrator, as typed on the set-up page.</summary>
public sealed record FirstAdministrator(string UserName, string FullName, string Password);

/// <summary>What every page must say about where it runs.</summary>
/// <param name="IsSample">Sample data: marked on every page.</param>
/// <param name="SamplePassword">The password of all demo accounts, shown on the sign-in page; null outside the demo.</param>
public sealed record Edition(bool IsSample, string? SamplePassword);
