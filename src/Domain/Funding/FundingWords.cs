namespace PlanTracker.Domain.Funding;

/// <summary>Money in Vietnamese: sources, stages, amounts.</summary>
public static class FundingWords
{
    /// <summary>The name of a source.</summary>
    public static string NameOf(FundingSource source) => source switch
    {
        FundingSource.CityReformBudget => "Kinh phí CCHC của thành phố",
        FundingSource.UnitBudget => "Kinh phí thường xuyên của đơn vị",
        _ => "Xã hội hóa",
    };

    /// <summary>The name of a stage.</summary>
    public static string NameOf(FundingStage stage) => stage switch
    {
        FundingStage.Estimate => "Dự toán",
        FundingStage.Consolidation => "Tổng hợp",
        FundingStage.Appraisal => "Thẩm định",
        FundingStage.Approval => "Phê duyệt",
        FundingStage.Disbursement => "Giải ngân",
        _ => "Quyết toán",
    };

    /// <summary>The name of what a record does.</summary>
    public static string NameOf(FundingStepKind kind) => kind switch
    {
        FundingStepKind.Record => "Ghi nhận",
        FundingStepKind.Supplement => "Bổ sung",
        _ => "Cắt giảm",
    };

    /// <summary>The name of the state of an estimate.</summary>
    public static string NameOf(EstimateState state) => state switch
    {
        EstimateState.OnTime => "Đúng hạn",
        EstimateState.Late => "Gửi chậm",
        EstimateState.Missing => "Chưa gửi",
        EstimateState.NotAsked => "Không dùng nguồn thành phố",
        _ => "Chưa đến hạn",
    };

    /// <summary>Who records a stage.</summary>
    public static string WhoRecords(FundingStage stage) => FundingLedger.RightOf(stage) switch
    {
        Access.Operation.ConsolidateMoney => "Sở Nội vụ",
        Access.Operation.AppraiseMoney => "Sở Tài chính",
        _ => "cán bộ báo cáo của cơ quan chủ trì",
    };

    /// <summary>"1.234.567 đồng".</summary>
    public static string Amount(long amount) => $"{VietnameseNumber.Show(amount)} đồng";
}
