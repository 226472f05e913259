namespace PlanTracker.Domain.Reporting;

/// <summary>What is written on a report when it is issued or numbered.</summary>
/// <param name="Number">Number without its symbol; null while the clerk has given none.</param>
/// <param name="SignedOn">Day of signing.</param>
/// <param name="Signer">Who signs; one of the letterhead's signers gets the words above the name from there.</param>
public sealed record IssueOrder(string? Number = null, DateOnly? SignedOn = null, string? Signer = null)
{
    private const int MaxNumber = 30;
    private const int MaxSigner = 200;

    /// <summary>Cleaned; or what is wrong, by field.</summary>
    internal static Result<IssueOrder> Checked(IssueOrder asked)
    {
        var order = new IssueOrder(VietnameseText.Clean(asked.Number), asked.SignedOn, VietnameseText.Clean(asked.Signer));
        var errors = new FieldErrors();
        errors.Line("number", order.Number, MaxNumber, "Số báo cáo", needed: false);
        if (order.Number is { } number && !char.IsAsciiDigit(number[0]))
            errors.Add("number", "Số báo cáo bắt đầu bằng chữ số, ví dụ 125.");
        errors.Line("signer", order.Signer, MaxSigner, "Họ tên người ký", needed: false);
        return errors.Refusal is { } refusal ? refusal : order;
    }

    /// <summary>The letterhead with what is ordered written on it; what is not said stays.</summary>
    /// <param name="letterhead">As it is.</param>
    /// <param name="signers">Those whose words above the name are known.</param>
    internal Letterhead WrittenOn(Letterhead letterhead, IReadOnlyList<Signer> signers)
    {
        var number = Number is { } typed && typed.EndsWith("/" + letterhead.Symbol, StringComparison.OrdinalIgnoreCase)
            ? typed[..^(letterhead.Symbol.Length + 1)].Trim() : Number;
        return letterhead with
        {
            Number = number ?? letterhead.Number,
            SignedOn = SignedOn ?? letterhead.SignedOn,
            SignerName = Signer ?? letterhead.SignerName,
            SignerTitle = signers.FirstOrDefault(s => s.Name == Signer)?.Title ?? letterhead.SignerTitle,
        };
    }
}
