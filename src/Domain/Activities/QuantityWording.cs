namespace PlanTracker.Domain.Activities;

/// <summary>Writes targets as a plan would; what <see cref="QuantityParser"/> reads back as the same.</summary>
public static class QuantityWording
{
    /// <summary>"tối thiểu 24 tin (02 tin/tháng); Phát hành 4.000 tờ".</summary>
    public static string Show(IEnumerable<ParsedTarget> targets) => string.Join("; ", targets.Select(Show));

    /// <summary>"52 số (01 số/tuần)", "100% cơ quan", "Thường xuyên", "Hoàn thành".</summary>
    public static string Show(ParsedTarget target) => target switch
    {
        { Kind: TargetKind.Ongoing } => "Thường xuyên",
        { Kind: TargetKind.DoneNotDone } => "Hoàn thành",
        { Kind: TargetKind.Percentage } => $"{Before(target)}{VietnameseNumber.Show(target.Value ?? 0)}% {target.Set}",
        { Cadence: { } cadence } =>
            $"{Before(target)}{Amount(target.Value, target.Unit)} ({Amount(cadence.Count, target.Unit)}/{SpanOf(cadence.Per)})",
        _ => $"{Before(target)}{Amount(target.Value, target.Unit)}",
    };

    /// <summary>Tuần, tháng, quý.</summary>
    public static string SpanOf(CadencePer per) => per switch { CadencePer.Week => "tuần", CadencePer.Month => "tháng", _ => "quý" };

    private static string Before(ParsedTarget target)
    {
        var comparison = target.Comparison switch { Comparison.AtLeast => "tối thiểu ", Comparison.AtMost => "không quá ", _ => "" };
        return target.Part is null ? comparison : $"{target.Part} {comparison}";
    }

    private static string Amount(decimal? value, string unit) => $"{VietnameseNumber.Wording(value ?? 0)} {unit}";
}
