namespace PlanTracker.Domain.Funding;

/// <summary>The sources of money in Vietnamese.</summary>
public static class FundingWords
{
    /// <summary>The name of a source.</summary>
    public static string NameOf(FundingSource source) => source switch
    {
        FundingSource.CityReformBudget => "Kinh phí CCHC của thành phố",
        FundingSource.UnitBudget => "Kinh phí thường xuyên của đơn vị",
        _ => "Xã hội hóa",
    };
}
