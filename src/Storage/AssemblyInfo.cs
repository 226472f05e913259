using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PlanTracker.Storage.Tests")]
