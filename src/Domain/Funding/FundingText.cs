namespace PlanTracker.Domain.Funding;

/// <summary>Where money comes from.</summary>
public enum FundingSource
{
    /// <summary>Kinh phí thực hiện CCHC của thành phố.</summary>
    CityReformBudget,
    /// <summary>Kinh phí thường xuyên của đơn vị, or allotted by the HĐND of the same level.</summary>
    UnitBudget,
    /// <summary>Xã hội hóa.</summary>
    Socialised,
}

/// <summary>What the plan says of money: sources and the day estimates are due. No amounts.</summary>
public sealed record FundingText(string Wording, DateOnly? EstimateDueOn, IReadOnlyList<FundingSourceText> Sources);

/// <summary>A source and the plan's wording of it.</summary>
public sealed record FundingSourceText(FundingSource Source, string Text);
