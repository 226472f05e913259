using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PlanTracker.Dashboard.Tests")]
