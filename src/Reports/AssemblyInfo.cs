using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PlanTracker.Reports.Tests")]
