namespace PlanTracker.Domain.Imports;

/// <summary>A column of a form that people fill in.</summary>
/// <param name="Field">The field of the API it is.</param>
/// <param name="Header">Its heading.</param>
/// <param name="MustBeThere">Whether a file without the column is refused.</param>
public sealed record FormColumn(string Field, string Header, bool MustBeThere = true);

/// <summary>A form as an import knows it.</summary>
/// <param name="Code">First word of its refusals: <c>users</c> gives <c>users.import-headers</c>.</param>
/// <param name="Thing">What a row is: "tài khoản".</param>
/// <param name="Columns">Its columns, in their order.</param>
/// <param name="MaxRows">The most rows of one file.</param>
public sealed record FormShape(string Code, string Thing, IReadOnlyList<FormColumn> Columns, int MaxRows);

/// <summary>A table whose headings are those of a form: cells by field, errors by cell.</summary>
public sealed class FormTable
{
    private readonly Dictionary<string, int> places;

    private FormTable(Dictionary<string, int> places, ImportTable table, IReadOnlyList<ImportRow> rows) =>
        (this.places, Rows, Sheet) = (places, rows, table.Sheet);

    /// <summary>The rows that hold something.</summary>
    public IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>Name of the sheet.</summary>
    public string Sheet { get; }

    /// <summary>The table, if its headings are those of the form and its rows are not too many.</summary>
    /// <param name="table">As read.</param>
    /// <param name="shape">The form.</param>
    /// <param name="isEmpty">Rows to be passed over beside the wholly empty ones, such as prepared rows nobody filled in.</param>
    public static Result<FormTable> Of(ImportTable table, FormShape shape, Func<FormTable, ImportRow, bool>? isEmpty = null)
    {
        var errors = new List<CellError>();
        var places = new Dictionary<string, int>();
        foreach (var (place, header) in table.Headers.Index().Where(h => VietnameseText.Clean(h.Item) is not null))
        {
            var field = VietnameseText.IsClean(header)
                ? shape.Columns.FirstOrDefault(c => VietnameseText.Fold(c.Header) == VietnameseText.Fold(header).Trim())?.Field : null;
            if (field is null)
                errors.Add(Heading(place, header, $"cột này không có trong mẫu. Các cột: {string.Join(", ", shape.Columns.Select(c => c.Header))}."));
            else if (!places.TryAdd(field, place))
                errors.Add(Heading(place, header, "cột này được ghi hai lần."));
        }
        errors.AddRange(shape.Columns.Where(c => c.MustBeThere && !places.ContainsKey(c.Field))
            .Select((c, i) => Heading(table.Headers.Count + i, "", $"Thiếu cột “{c.Header}”.")));
        if (errors.Count > 0)
            return Refusal.Unreadable($"{shape.Code}.import-headers", "Dòng tiêu đề không đúng mẫu. Chưa có gì thay đổi.", CellError.ByCell(errors));
        var form = new FormTable(places, table, table.Rows);
        if (isEmpty is not null)
            form = new(places, table, [.. table.Rows.Where(r => !isEmpty(form, r))]);
        if (form.Rows.Count == 0)
            return Refusal.Unreadable($"{shape.Code}.import-empty", "Tệp không có dòng nào dưới dòng tiêu đề. Chưa có gì thay đổi.");
        return form.Rows.Count <= shape.MaxRows
            ? form
            : Refusal.Unreadable(
                $"{shape.Code}.import-too-long",
                $"Mỗi tệp có tối đa {VietnameseNumber.Show(shape.MaxRows)} {shape.Thing}. Hãy chia thành nhiều tệp. Chưa có gì thay đổi.");

        // The heading's own cell is named by its column alone: it may stand in any row.
        static CellError Heading(int place, string text, string message) =>
            CellError.At(1, place, text, message) with { Cell = CellError.ColumnName(place) };
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string field) => places.ContainsKey(field);

    /// <summary>The text of a cell; "" where the column or the cell is not there.</summary>
    public string Text(ImportRow row, string field) =>
        places.TryGetValue(field, out var place) && place < row.Cells.Count ? row.Cells[place] : "";

    /// <summary>Why a cell holds nothing to take over; null when it does or is empty.</summary>
    public string? Broken(ImportRow row, string field) => places.TryGetValue(field, out var place) ? row.Wrong.GetValueOrDefault(place) : null;

    /// <summary>Whether a cell is a real number.</summary>
    public bool IsNumber(ImportRow row, string field) => places.TryGetValue(field, out var place) && row.Numbers.Contains(place);

    /// <summary>Address of a cell; of a column that the file does not have, the row's first.</summary>
    public string Address(ImportRow row, string field) => $"{CellError.ColumnName(places.GetValueOrDefault(field))}{row.Number}";

    /// <summary>An error of a cell.</summary>
    public CellError Error(ImportRow row, string field, string message) =>
        CellError.At(row.Number, places.GetValueOrDefault(field), Text(row, field), message);
}
