using PlanTracker.Domain;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Dashboard.Funding;

/// <summary>How money stands, in words before any table.</summary>
internal static class FundingSentence
{
    public static string Of(PlanMoney? money)
    {
        if (money?.All is not { } all)
            return "Chưa có số tiền nào được ghi";
        var late = money.Standing.Count(m => m.Estimate is EstimateState.Late or EstimateState.Missing);
        return Of(all) + (late > 0 ? $"; {late} dự toán gửi chậm hoặc chưa gửi" : "");
    }

    /// <summary>"Đã giải ngân 62,3% kinh phí".</summary>
    public static string Of(FundingTotal all)
    {
        var disbursed = all.Stages.GetValueOrDefault(FundingStage.Disbursement);
        return all.DisbursedPercent is { } percent
            ? $"Đã giải ngân {VietnameseNumber.Percent(percent)}% kinh phí"
            : disbursed > 0 ? $"Đã giải ngân {FundingWords.Amount(disbursed)}" : "Kinh phí chưa được phê duyệt";
    }

    /// <summary>"Dự toán 1.392.500.000 · phê duyệt … · giải ngân … đồng".</summary>
    public static string Stages(FundingTotal all) => string.Join(" · ", new[] { FundingStage.Estimate, FundingStage.Approval, FundingStage.Disbursement }
        .Where(all.Stages.ContainsKey).Select(s => $"{FundingWords.NameOf(s)} {VietnameseNumber.Show(all.Stages[s])}")) + " đồng";

    /// <summary>An amount in a table; a dash for what was not recorded.</summary>
    public static string Cell(long? amount) => amount is { } a ? VietnameseNumber.Show(a) : "–";
}
