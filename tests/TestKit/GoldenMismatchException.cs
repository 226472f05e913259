namespace PlanTracker.TestKit;

/// <summary>A text is not what its golden says.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);
