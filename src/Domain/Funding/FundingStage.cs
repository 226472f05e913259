namespace PlanTracker.Domain.Funding;

/// <summary>The stages that money passes, in their order (Section "Kinh phí" of the plan).</summary>
public enum FundingStage
{
    /// <summary>Dự toán: by the lead.</summary>
    Estimate,
    /// <summary>Tổng hợp: by Sở Nội vụ.</summary>
    Consolidation,
    /// <summary>Thẩm định: by Sở Tài chính.</summary>
    Appraisal,
    /// <summary>Phê duyệt: by UBND, recorded by Sở Nội vụ with its document.</summary>
    Approval,
    /// <summary>Giải ngân: by the lead, as often as money is paid.</summary>
    Disbursement,
    /// <summary>Quyết toán: by the lead.</summary>
    Settlement,
}

/// <summary>What a record does to the amount of its stage.</summary>
public enum FundingStepKind
{
    /// <summary>Ghi nhận: the amount itself; a further one only of disbursement.</summary>
    Record,
    /// <summary>Bổ sung: adds to what is there.</summary>
    Supplement,
    /// <summary>Cắt giảm, thu hồi: takes away from what is there.</summary>
    Cut,
}

/// <summary>Which stages a source of money has, who records them and what comes before.</summary>
public static class FundingStages
{
    private static readonly FundingStage[] All = Enum.GetValues<FundingStage>();
    private static readonly FundingStage[] Short = [FundingStage.Estimate, FundingStage.Disbursement, FundingStage.Settlement];

    /// <summary>The stages of a source, in order: six for the city's reform budget, three for the others.</summary>
    public static IReadOnlyList<FundingStage> Of(FundingSource source) => source is FundingSource.CityReformBudget ? All : Short;

    /// <summary>The stage that must be there first; null for the first.</summary>
    public static FundingStage? Before(FundingSource source, FundingStage stage) =>
        Of(source).Where(s => s < stage).Select(s => (FundingStage?)s).LastOrDefault();
}
