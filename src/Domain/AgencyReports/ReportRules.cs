namespace PlanTracker.Domain.AgencyReports;

/// <summary>What may be written into a report: the same for page, API and import. Field names are the API's; figures are <c>figures.Code</c>.</summary>
public static class ReportRules
{
    /// <summary>The largest figure; low enough for a hundred agencies to be added up.</summary>
    public const decimal MaxFigure = 1_000_000_000_000m;

    /// <summary>Most characters of a part in words.</summary>
    public const int MaxText = 10_000;

    /// <summary>Most characters of a note beside a figure.</summary>
    public const int MaxNote = 500;

    private const int Decimals = 4;

    /// <summary>The field of an indicator.</summary>
    public static string FieldOf(string code) => $"figures.{code}";

    /// <summary>Texts in NFC, trimmed; figures without value and note left out.</summary>
    public static ReportContent Clean(ReportContent content) => new()
    {
        Figures = [.. content.Figures.Select(f => f with { Note = VietnameseText.Clean(f.Note) }).Where(f => f is not { Value: null, Note: null })],
        Results = VietnameseText.Clean(content.Results),
        Shortcomings = VietnameseText.Clean(content.Shortcomings),
        Directions = VietnameseText.Clean(content.Directions),
        Proposals = VietnameseText.Clean(content.Proposals),
        Difficulties = VietnameseText.Clean(content.Difficulties),
        NothingToReport = content.NothingToReport,
        NothingReason = VietnameseText.Clean(content.NothingReason),
    };

    /// <summary>The refusal of what may not be saved; null when it may. A retired indicator keeps the figure it has and takes no new one.</summary>
    /// <param name="content">Cleaned.</param>
    /// <param name="indicators">All indicators.</param>
    /// <param name="before">What stood there.</param>
    public static Refusal? Check(ReportContent content, IReadOnlyList<Indicator> indicators, ReportContent before)
    {
        var errors = new FieldErrors();
        foreach (var figure in content.Figures)
            CheckFigure(errors, figure, indicators.FirstOrDefault(i => i.Code == figure.Code), before);
        foreach (var twice in content.Figures.GroupBy(f => f.Code).Where(g => g.Count() > 1))
            errors.Add(Shown(twice.Key), "Chỉ số này được ghi hai lần.");
        foreach (var part in ReportParts.All)
        {
            if (part.Of(content) is { } text)
                errors.Text(part.Field, text, part.Name, MaxText);
        }
        if (content.NothingToReport && content.Figures.Any(f => f.Value is not (null or 0)))
            errors.Add("nothingToReport", "Đã có số liệu nên không chọn “Không phát sinh” được. Hãy bỏ số liệu hoặc bỏ chọn.");
        if (content.NothingToReport)
            errors.Text("nothingReason", content.NothingReason, "Lý do không phát sinh", MaxText);
        return errors.Refusal;
    }

    /// <summary>The refusal of what may not be submitted; null when it may.</summary>
    public static Refusal? Submittable(ReportContent content, bool hasChildren) =>
        content.IsEmpty && !hasChildren
            ? Refusal.Invalid("figures", "Báo cáo còn trống: cần nhập số liệu, nhận xét, hoặc chọn “Không phát sinh” và nêu lý do.") : null;

    /// <summary>The refusal of an unreadable, empty or overlong reason, or of an unknown field; null when good.</summary>
    public static Refusal? Check(Result<ReportReason> input, IReadOnlyList<Indicator> indicators)
    {
        if (input.Refused(out var unreadable, out var given))
            return unreadable;
        var errors = new FieldErrors();
        errors.Text("reason", VietnameseText.Clean(given.Reason), "Lý do");
        if (given.Fields.Any(f => ReportParts.All.All(p => p.Field != f) && indicators.All(i => FieldOf(i.Code) != f)))
            errors.Add("fields", "Có mục không thuộc báo cáo.");
        return errors.Refusal;
    }

    private static void CheckFigure(FieldErrors errors, OwnFigure figure, Indicator? indicator, ReportContent before)
    {
        var field = Shown(figure.Code);
        if (indicator is null)
            errors.Add(field, "Không có chỉ số này.");
        else if (!indicator.Terms.IsActive && figure.Value is not null && figure.Value != before.Own(figure.Code))
            errors.Add(field, "Chỉ số này không còn dùng nên không nhận số mới.");
        else if (figure.Value is < 0 or > MaxFigure)
            errors.Add(field, "Số liệu phải từ 0 đến 1.000.000.000.000.");
        else if (figure.Value is { } value && !(indicator.Terms.AllowsDecimals ? decimal.Round(value, Decimals) == value : decimal.IsInteger(value)))
            errors.Add(field, indicator.Terms.AllowsDecimals ? "Số liệu có tối đa bốn chữ số thập phân." : "Số liệu của đơn vị tính này phải là số nguyên.");
        if (figure.Note is { } note)
            errors.Text(field, note, "Ghi chú", MaxNote);
    }

    // A code comes from outside: what is no code is not given back as the name of a field.
    private static string Shown(string code) => IndicatorRules.IsCode(code) ? FieldOf(code) : "figures";
}

/// <summary>Why a report is returned, and what of it is to be mended.</summary>
public sealed record ReportReason(string Reason, IReadOnlyList<string> Fields);
