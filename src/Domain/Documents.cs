namespace PlanTracker.Domain;

/// <summary>A document that something rests on (văn bản căn cứ): number and date as printed.</summary>
public sealed record DocumentRef(string Number, DateOnly Date);
