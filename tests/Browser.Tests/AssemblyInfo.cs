using PlanTracker.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]
