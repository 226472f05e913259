namespace PlanTracker.Dashboard.Progress;

/// <summary>What became of one entry that was to be confirmed.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Name">Its title and quantity.</param>
/// <param name="Why">Why it was not confirmed; null when it was.</param>
/// <param name="More">Further reasons by field.</param>
public sealed record WaitingResult(Guid Id, string Name, string? Why, IReadOnlyList<string> More);
