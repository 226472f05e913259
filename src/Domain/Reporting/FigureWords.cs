using System.Globalization;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>How figures come about, in the words of a civil servant and with the numbers put in. The same on every page and in the API.</summary>
public static class FigureWords
{
    /// <summary>The name of a figure on screen.</summary>
    public static string NameOf(FigureKind kind) => kind switch
    {
        FigureKind.InPeriod => "Thực hiện trong kỳ",
        FigureKind.ToDate => "Lũy kế",
        FigureKind.Pending => "Chờ xác nhận",
        FigureKind.Value => "Chỉ tiêu đang áp dụng",
        FigureKind.Expected => "Cần có đến ngày này",
        FigureKind.Percent => "Tỷ lệ",
        FigureKind.Remaining => "Còn lại",
        FigureKind.Forecast => "Ước cả năm",
        _ => "Trạng thái",
    };

    /// <summary>All figures of a target on a day.</summary>
    public static IReadOnlyList<ExplainedFigure> All(Plan plan, Activity activity, Target target, TargetFigures figures, ReportWindow window, DateOnly asOf, SetCount? set = null) =>
        [.. Enum.GetValues<FigureKind>().Select(kind => Of(kind, plan, activity, target, figures, window, asOf, set))];

    /// <summary>One figure of a target on a day.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="target">The target.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="window">The period that "in the period" counts.</param>
    /// <param name="asOf">The day of the figures.</param>
    /// <param name="set">Of a percentage of a set: how many it counts.</param>
    public static ExplainedFigure Of(
        FigureKind kind, Plan plan, Activity activity, Target target, TargetFigures figures, ReportWindow window, DateOnly asOf, SetCount? set = null)
    {
        var (shown, formula) = kind switch
        {
            FigureKind.InPeriod => (Show(figures.InPeriod), Sum(
                $"kết quả đã xác nhận có ngày tính từ {Day(window.From)} đến hết {Day(asOf < window.To ? asOf : window.To)}", set, set?.InPeriod, figures.InPeriod)),
            FigureKind.ToDate => (Show(figures.ToDate), Sum($"kết quả đã xác nhận có ngày tính đến hết {Day(asOf)}", set, set?.Confirmed, figures.ToDate)),
            FigureKind.Pending => (Show(figures.Pending), Sum(
                $"kết quả đã gửi, chưa được xác nhận, có ngày tính đến hết {Day(asOf)}; không cộng vào lũy kế", set, set?.Pending, figures.Pending)),
            FigureKind.Value => (Show(figures.Value), Version(target.VersionOn(asOf), target)),
            FigureKind.Expected => (Show(figures.Expected), Expected(plan, activity, target, figures, asOf)),
            FigureKind.Percent => (figures.Percent is null ? "-" : VietnameseNumber.Percent(figures.Percent) + "%", Percent(figures)),
            FigureKind.Remaining => (Show(figures.Remaining), Remaining(figures)),
            FigureKind.Forecast => (Show(figures.Forecast), Forecast(figures)),
            _ => (StatusWords.NameOf(figures.Status), Status(activity, target, figures, asOf)),
        };
        return new(kind, NameOf(kind), shown, shown != "-" && kind is not (FigureKind.Percent or FigureKind.Status), formula);
    }

    /// <summary>How the percent of an activity comes about: "(50,0 + 32,5) / 2 = 41,3".</summary>
    public static string PercentOf(ActivityProgress activity)
    {
        var counted = activity.Targets.Where(t => t.Figures.RawPercent is not null).ToList();
        return counted.Count == 0 ? "Hoạt động không có chỉ tiêu nào tính được tỷ lệ."
            : counted.Count == 1 && counted[0].Figures.RawPercent <= 100 ? $"Bằng tỷ lệ của chỉ tiêu {counted[0].Target.Label}: {VietnameseNumber.Percent(activity.Percent)}."
            : $"Bình quân tỷ lệ của {counted.Count} chỉ tiêu, mỗi tỷ lệ tối đa 100, làm tròn một lần: {Mean(counted.Select(t => Math.Min(100, t.Figures.RawPercent!.Value)), activity.Percent)}";
    }

    /// <summary>How the status of an activity comes about.</summary>
    public static string StatusOf(ActivityProgress activity)
    {
        var targets = string.Join("; ", activity.Targets.Select(t => $"{t.Target.Label} {StatusWords.NameOf(t.Figures.Status).ToLowerInvariant()}"));
        return activity.Targets.Count == 1 ? $"Bằng trạng thái của chỉ tiêu duy nhất: {targets}."
            : $"Theo chỉ tiêu kém nhất (quá hạn, chậm, đúng tiến độ, chưa triển khai, hoàn thành); hoàn thành cùng với chưa triển khai là đúng tiến độ; thường xuyên và dừng thực hiện không xét, trừ khi tất cả đều vậy: {targets}.";
    }

    /// <summary>How the percent of a lead comes about.</summary>
    public static string PercentOf(LeadProgress lead)
    {
        var counted = lead.Activities.Where(a => a.RawPercent is not null).ToList();
        return counted.Count == 0 ? "Không có hoạt động nào tính được tỷ lệ."
            : $"Bình quân tỷ lệ của {counted.Count} hoạt động có số, làm tròn một lần: {Mean(counted.Select(a => a.RawPercent!.Value), lead.Percent)}";
    }

    private static string Mean(IEnumerable<decimal> parts, decimal? mean)
    {
        var all = parts.ToList();
        return $"({string.Join(" + ", all.Select(Exact))}) / {all.Count} = {VietnameseNumber.Percent(mean)}.";
    }

    private static string Sum(string what, SetCount? set, int? count, decimal sum) => set is null
        ? $"Tổng số lượng của các {what}: {Show(sum)}."
        : $"Số cơ quan khác nhau của nhóm có {what}: {count} / {set.Whole} cơ quan × 100 = {Show(sum)}, làm tròn một chữ số thập phân. Cơ quan đã kết thúc hoạt động không tính ở cả hai số.";

    private static string Version(TargetVersion version, Target target) =>
        $"{(version.Number == 0 ? "Theo kế hoạch" : $"Điều chỉnh lần {version.Number}")}{(version.Document is { } d ? $", {d.Number} ngày {Day(d.Date)}" : "")}, hiệu lực từ {Day(version.EffectiveOn)}: "
        + $"{(version.Value is { } v ? Show(v) : "không có số")} {target.Unit}".TrimEnd() + $".{(version.Reason is null ? "" : $" Lý do: {version.Reason}.")}";

    private static string Expected(Plan plan, Activity activity, Target target, TargetFigures figures, DateOnly asOf)
    {
        if (figures.Value is not { } value)
            return "Chỉ tiêu không có số nên không có mức cần đạt.";
        if (target.Comparison is Comparison.AtMost)
            return "Chỉ tiêu “tối đa”: không đòi hỏi mức tối thiểu.";
        if (asOf >= activity.DueOn)
            return $"Đã đến hạn {Day(activity.DueOn)}: cần toàn bộ chỉ tiêu, {Show(value)}.";
        if (target.Milestones.Count > 0)
            return target.Milestones.Where(m => m.On <= asOf).MaxBy(m => m.On) is { } reached
                ? $"Theo mốc phân kỳ gần nhất đã đến, ngày {Day(reached.On)}: {Show(reached.Amount)}." : "Chưa đến mốc phân kỳ đầu tiên: 0.";
        var first = ExpectedToDate.FirstDay(plan, activity, target);
        if (target.Cadence is { } cadence)
            return $"{ExpectedToDate.FullSpans(cadence.Per, first, plan.To, asOf)} {Span(cadence.Per)} trọn vẹn đã qua × {cadence.Count}, không quá chỉ tiêu {Show(value)}: {Show(figures.Expected)}.";
        return value > 1
            ? $"{Show(value)} × {ExpectedToDate.Elapsed(first, plan.To, asOf)} / {ExpectedToDate.Total(first, plan.To)} ngày {(first == plan.From ? "của kế hoạch" : $"kể từ {Day(first)}")}, lấy phần nguyên: {Show(figures.Expected)}."
            : "Chỉ tiêu một sản phẩm: chỉ cần có khi đến hạn.";
    }

    private static string Percent(TargetFigures f) => f.Percent is null
        ? (f.Value is null ? "Chỉ tiêu không có số nên không có tỷ lệ." : "Chỉ tiêu bằng 0 nên không có tỷ lệ.")
        : $"{Show(f.ToDate)} / {Show(f.Value)} × 100 = {VietnameseNumber.Percent(f.Percent)}, làm tròn một chữ số thập phân.";

    private static string Remaining(TargetFigures f) => f.Remaining is null ? "Chỉ tiêu không có số."
        : f.ToDate > f.Value ? $"Đã vượt chỉ tiêu ({Show(f.ToDate)} > {Show(f.Value)}): 0." : $"{Show(f.Value)} - {Show(f.ToDate)} = {Show(f.Remaining)}.";

    private static string Forecast(TargetFigures f) => f switch
    {
        { Forecast: null } => "Chỉ tiêu không có số.",
        { Status: ProgressStatus.Behind, Expected: > 0 } => $"Đang chậm: {Show(f.ToDate)} × {Show(f.Value)} / {Show(f.Expected)}, lấy phần nguyên: {Show(f.Forecast)}.",
        { Status: ProgressStatus.Behind or ProgressStatus.Overdue or ProgressStatus.Cancelled } => $"{StatusWords.NameOf(f.Status)}: bằng lũy kế, {Show(f.Forecast)}.",
        _ => $"Không chậm: số lớn hơn của chỉ tiêu {Show(f.Value)} và lũy kế {Show(f.ToDate)}: {Show(f.Forecast)}.",
    };

    private static string Status(Activity activity, Target target, TargetFigures f, DateOnly asOf) => f.Status switch
    {
        ProgressStatus.Ongoing => "Chỉ tiêu không có số: thực hiện thường xuyên.",
        ProgressStatus.Cancelled => target.ClosedOn is { } closed && closed <= asOf ? $"Chỉ tiêu thôi áp dụng từ {Day(closed)}." : $"Hoạt động dừng thực hiện từ {Day(activity.CancelledOn!.Value)}.",
        ProgressStatus.Completed when target.Comparison is Comparison.AtMost => $"Đã qua hạn {Day(activity.DueOn)}, lũy kế {Show(f.ToDate)} không quá mức tối đa {Show(f.Value)}.",
        ProgressStatus.Completed => $"Lũy kế {Show(f.ToDate)} đạt chỉ tiêu {Show(f.Value)}.",
        ProgressStatus.Overdue => $"Đã qua hạn {Day(activity.DueOn)}, lũy kế {Show(f.ToDate)} chưa đạt {Show(f.Value)}.",
        ProgressStatus.Behind when target.Comparison is Comparison.AtMost => $"Lũy kế {Show(f.ToDate)} đã quá mức tối đa {Show(f.Value)}.",
        ProgressStatus.Behind => $"Lũy kế {Show(f.ToDate)} nhỏ hơn mức cần có {Show(f.Expected)}, thiếu {Show(f.Gap)}.",
        ProgressStatus.NotStarted => "Lũy kế 0 và đến ngày này kế hoạch chưa đòi hỏi kết quả.",
        _ => $"Lũy kế {Show(f.ToDate)} không nhỏ hơn mức cần có {Show(f.Expected)}, chưa đạt chỉ tiêu {Show(f.Value)}.",
    };

    private static string Span(CadencePer per) => per switch
    {
        CadencePer.Week => "tuần",
        CadencePer.Month => "tháng",
        _ => "quý",
    };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Show(decimal? number) => number is { } n ? VietnameseNumber.Show(n) : "-";

    // Parts of a mean unrounded, so that the sum can be followed; cut where nobody reads on.
    private static string Exact(decimal percent) => VietnameseNumber.Show(Math.Round(percent, 4, MidpointRounding.AwayFromZero));
}

/// <summary>What a percentage of a set counts.</summary>
/// <param name="Whole">Agencies of the set that exist on the day.</param>
/// <param name="Confirmed">Of those, with a confirmed entry up to the day.</param>
/// <param name="InPeriod">Of those, in the period.</param>
/// <param name="Pending">With an entry that only waits.</param>
public sealed record SetCount(int Whole, int Confirmed, int InPeriod, int Pending);
