using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>A table of figures to be put into a report, read cell by cell.</summary>
internal sealed class ReportTable
{
    /// <summary>The headings, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Headers = ["Mã", "Chỉ số", "Đơn vị tính", "Số liệu", "Ghi chú"];

    private const int MaxRows = 1000;
    private const int Code = 0, Name = 1, Value = 3, Note = 4;

    private readonly Dictionary<int, int> places = [];
    private readonly List<CellError> errors = [];

    /// <summary>The figures of the table by indicator, in the order of the rows.</summary>
    public List<OwnFigure> Figures { get; } = [];

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<CellError> Errors => errors;

    /// <summary>Reads a table; refused when its headings are not those of the form, or when it has no row or too many.</summary>
    public static Result<ReportTable> Of(ImportTable table, IReadOnlyList<Indicator> indicators, ReportContent before)
    {
        var read = new ReportTable();
        if (read.Places(table) is { Count: > 0 } wrong)
            return Refusal.Unreadable("reports.import-headers", "Dòng tiêu đề không đúng mẫu. Chưa có gì thay đổi.", CellError.ByCell(wrong));
        if (table.Rows.Count is 0 or > MaxRows)
            return Refusal.Unreadable("reports.import-rows", "Tệp cần có từ 1 đến 1.000 dòng dưới dòng tiêu đề. Chưa có gì thay đổi.");
        foreach (var row in table.Rows)
            read.Read(row, indicators, before);
        return read;
    }

    /// <summary>The content with the table's figures: an indicator that the table does not name keeps what it has.</summary>
    public ReportContent Into(ReportContent content)
    {
        var named = Figures.ToDictionary(f => f.Code);
        var kept = content.Figures.Select(f => named.Remove(f.Code, out var other) ? other : f).ToList();
        return ReportRules.Clean(content with { Figures = [.. kept, .. Figures.Where(f => named.ContainsKey(f.Code))] });
    }

    private List<CellError> Places(ImportTable table)
    {
        var wrong = new List<CellError>();
        foreach (var (place, header) in table.Headers.Index().Where(h => VietnameseText.Clean(h.Item) is not null))
        {
            var known = VietnameseText.IsClean(header)
                ? Headers.Index().Where(h => VietnameseText.Fold(h.Item) == VietnameseText.Fold(header).Trim()).Select(h => (int?)h.Index).FirstOrDefault() : null;
            if (known is not { } column)
                wrong.Add(Heading(place, header, $"cột này không có trong mẫu. Các cột: {string.Join(", ", Headers)}."));
            else if (!places.TryAdd(column, place))
                wrong.Add(Heading(place, header, "cột này được ghi hai lần."));
        }
        wrong.AddRange(new[] { Code, Value }.Where(c => !places.ContainsKey(c)).Select((c, i) => Heading(table.Headers.Count + i, "", $"Thiếu cột “{Headers[c]}”.")));
        return wrong;

        // The heading's own cell is named by its column alone: it may stand in any row.
        static CellError Heading(int place, string text, string message) => CellError.At(1, place, text, message) with { Cell = CellError.ColumnName(place) };
    }

    private void Read(ImportRow row, IReadOnlyList<Indicator> indicators, ReportContent before)
    {
        var code = VietnameseText.Clean(Text(row, Code));
        if (code is null && new[] { Name, Value, Note }.All(c => VietnameseText.Clean(Text(row, c)) is null))
            return;
        if (indicators.FirstOrDefault(i => i.Code == code) is not { } indicator)
        {
            Add(row, Code, code is null ? "Cần ghi mã chỉ số như trong mẫu." : "không có chỉ số này. Ghi mã như trong mẫu.");
            return;
        }
        var text = VietnameseText.Clean(Text(row, Value));
        var value = VietnameseNumber.Parse(text);
        if (text is not null && value is null)
            Add(row, Value, "không đọc được thành số. Viết 15.000 hoặc 1,5.");
        var figure = new OwnFigure(indicator.Code, value, VietnameseText.Clean(Text(row, Note)));
        if (Figures.Exists(f => f.Code == figure.Code))
            Add(row, Code, "chỉ số này được ghi hai lần.");
        else
            Figures.Add(figure);
        if (ReportRules.Check(new ReportContent { Figures = [figure with { Note = null }] }, indicators, before) is { } wrongValue)
            Add(row, Value, string.Join(" ", wrongValue.Errors.Values.SelectMany(m => m)));
        if (ReportRules.Check(new ReportContent { Figures = [figure with { Value = null }] }, indicators, before) is { } wrongNote)
            Add(row, Note, string.Join(" ", wrongNote.Errors.Values.SelectMany(m => m)));
    }

    private string Text(ImportRow row, int column) => places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place] : "";

    private void Add(ImportRow row, int column, string message) =>
        errors.Add(CellError.At(row.Number, places.GetValueOrDefault(column, column), Text(row, column), message));
}
