namespace PlanTracker.Domain.Funding;

/// <summary>A record of money, as it is asked for.</summary>
/// <param name="Amount">Whole đồng.</param>
/// <param name="Date">Day it was done.</param>
/// <param name="Document">The document it rests on.</param>
/// <param name="Note">Ghi chú.</param>
/// <param name="Kind">Record, supplement or cut.</param>
public sealed record FundingOrder(long Amount, DateOnly Date, DocumentRef Document, string? Note = null, FundingStepKind Kind = FundingStepKind.Record);

/// <summary>What a record of money may be.</summary>
public static class FundingRules
{
    /// <summary>The most that one record may name: a thousand thousand thousand million đồng less one, far above any plan.</summary>
    public const long MaxAmount = 999_999_999_999_999;

    private const int MaxNumber = 100, MaxNote = 1000;

    /// <summary>Percent with one decimal, half away from zero; null when there is nothing to measure by.</summary>
    internal static decimal? Percent(long part, long? whole) =>
        whole is > 0 ? Math.Round(part * 100m / whole.Value, 1, MidpointRounding.AwayFromZero) : null;

    internal static FundingOrder Clean(FundingOrder order) => order with
    {
        Document = order.Document with { Number = VietnameseText.Clean(order.Document.Number) ?? "" },
        Note = VietnameseText.Clean(order.Note),
    };

    /// <summary>What is wrong with the fields; null when nothing is.</summary>
    internal static Refusal? Check(FundingOrder order, FundingStage stage, DateOnly issuedOn, DateOnly today)
    {
        var errors = new FieldErrors();
        var mayBeNothing = order.Kind is FundingStepKind.Record && stage is FundingStage.Consolidation or FundingStage.Appraisal or FundingStage.Approval;
        if (order.Amount < 0 || order.Amount > MaxAmount || (order.Amount == 0 && !mayBeNothing))
            errors.Add("amount", $"Số tiền là số đồng nguyên {(mayBeNothing ? "từ 0" : "lớn hơn 0")} và không quá {VietnameseNumber.Show(MaxAmount)}.");
        if (order.Date > today)
            errors.Add("date", "Ngày thực hiện không được sau hôm nay.");
        else if (order.Date < issuedOn)
            errors.Add("date", $"Ngày thực hiện không được trước ngày ban hành kế hoạch ({issuedOn:dd/MM/yyyy}).");
        errors.Line("document.number", order.Document.Number, MaxNumber, "Số, ký hiệu văn bản", needed: true);
        if (order.Document.Date > today)
            errors.Add("document.date", "Ngày của văn bản không được sau hôm nay.");
        if (order.Kind is not FundingStepKind.Record || order.Note is not null)
            errors.Text("note", order.Note, order.Kind is FundingStepKind.Record ? "Ghi chú" : "Lý do bổ sung hoặc cắt giảm", MaxNote);
        return errors.Refusal;
    }

    /// <summary>Whether the state of the line allows the record; the sums after it are judged, not before.</summary>
    internal static Refusal? CheckState(FundingLine line, FundingStage stage, FundingOrder order)
    {
        var name = FundingWords.NameOf(stage);
        if (FundingStages.Before(line.Source, stage) is { } before && line.Of(before) is null)
            return Refusal.Conflict("funding.out-of-order", $"Chưa có bước {Lowered(FundingWords.NameOf(before))} nên chưa ghi được bước {Lowered(name)}.");
        if (order.Kind is FundingStepKind.Record && stage is not FundingStage.Disbursement && line.Of(stage) is not null)
            return Refusal.Conflict("funding.recorded", $"Bước {Lowered(name)} đã được ghi. Hãy ghi bổ sung hoặc cắt giảm, kèm lý do.");
        if (order.Kind is not FundingStepKind.Record && line.Of(stage) is null)
            return Refusal.Conflict("funding.nothing-to-change", $"Bước {Lowered(name)} chưa được ghi nên chưa có gì để bổ sung hay cắt giảm.");
        if (stage is FundingStage.Disbursement && order.Kind is not FundingStepKind.Cut && line.Of(FundingStage.Settlement) is not null)
            return Refusal.Conflict("funding.settled", "Khoản này đã quyết toán nên không giải ngân thêm được.");
        var after = (line.Of(stage) ?? 0) + (order.Kind is FundingStepKind.Cut ? -order.Amount : order.Amount);
        return after < 0
            ? Refusal.Conflict("funding.below-zero", $"Cắt giảm nhiều hơn số đang có của bước {Lowered(name)} ({FundingWords.Amount(line.Of(stage) ?? 0)}).")
            : CheckSums(line, stage, after);
    }

    private static Refusal? CheckSums(FundingLine line, FundingStage stage, long after)
    {
        if (stage is FundingStage.Disbursement && line.Approved is { } approved && after > approved)
            return Refusal.Conflict("funding.over-approved",
                $"Vượt số được phê duyệt: đã giải ngân {FundingWords.Amount(line.Disbursed)} trên {FundingWords.Amount(approved)}, còn {FundingWords.Amount(approved - line.Disbursed)}.");
        if (stage is FundingStage.Approval && after < line.Disbursed)
            return Refusal.Conflict("funding.below-disbursed", $"Đã giải ngân {FundingWords.Amount(line.Disbursed)}, nhiều hơn số phê duyệt sau khi cắt giảm.");
        if (stage is FundingStage.Settlement && after > line.Disbursed)
            return Refusal.Conflict("funding.over-disbursed", $"Số quyết toán không được lớn hơn số đã giải ngân ({FundingWords.Amount(line.Disbursed)}).");
        return stage is FundingStage.Disbursement && line.Of(FundingStage.Settlement) is { } settled && after < settled
            ? Refusal.Conflict("funding.below-settled", $"Đã quyết toán {FundingWords.Amount(settled)}, nhiều hơn số giải ngân sau khi cắt giảm.")
            : null;
    }

    /// <summary>A name inside a sentence.</summary>
    internal static string Lowered(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
