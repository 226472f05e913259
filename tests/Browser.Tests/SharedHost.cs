[assembly: AssemblyFixture(typeof(PlanTracker.Browser.Tests.SharedHost))]

namespace PlanTracker.Browser.Tests;

/// <summary>One host for the tests that only look; those that change something start their own.</summary>
public sealed class SharedHost : Host;
