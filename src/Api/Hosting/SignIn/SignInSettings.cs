namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>What only the operator sets of sign-in (section <c>SignIn</c> of the settings); the rest is <see cref="Domain.Access.AccessSettings"/>.</summary>
internal sealed record SignInSettings
{
    /// <summary>Wrong sign-ins of one address in a minute until it must wait.</summary>
    public int WrongPerAddress { get; init; } = 20;
}
