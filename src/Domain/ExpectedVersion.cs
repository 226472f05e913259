namespace PlanTracker.Domain;

/// <summary>Which version a change is based on: what the API's <c>If-Match</c> and a form's hidden field say.</summary>
/// <param name="Number">The version's number; null when none or any was named.</param>
/// <param name="IsAny"><c>*</c>: whatever is there.</param>
public readonly record struct ExpectedVersion(int? Number, bool IsAny)
{
    /// <summary>Nothing was said: refused with 428.</summary>
    public static ExpectedVersion Missing => new(null, false);

    /// <summary><c>*</c>: whatever is there.</summary>
    public static ExpectedVersion Any => new(null, true);

    /// <summary>Exactly this version.</summary>
    public static ExpectedVersion Of(int number) => new(number, false);

    /// <summary>The refusal, if the version in the store is not the one that was meant.</summary>
    public Refusal? Check(int current) =>
        IsAny || Number == current ? null : Number is null ? Refusal.VersionMissing() : Refusal.Stale();
}
