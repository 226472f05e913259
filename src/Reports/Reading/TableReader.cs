using PlanTracker.Domain;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Reports.Reading;

/// <summary>Reads the first visible sheet of a workbook as a table of texts: the first row that holds something has the headings.</summary>
public sealed class TableReader : ITableReader
{
    /// <inheritdoc/>
    public Result<ImportTable> Read(Stream file) => Read(file, Wrong);

    /// <inheritdoc/>
    public Result<ImportTable> ReadRows(Stream file) => Read(file, TooWide);

    private static Result<ImportTable> Read(Stream file, Func<ReadSheet, Refusal?> wrongIn)
    {
        using var seekable = file.CanSeek ? null : Kept.InMemory(file);
        if (SheetReader.Read(seekable ?? file).Refused(out var refusal, out var sheet))
            return refusal;
        if (wrongIn(sheet) is { } wrong)
            return wrong;
        var filled = sheet.Rows.Where(row => row.Cells.Any(cell => VietnameseText.Clean(cell.Text) is not null)).ToList();
        if (filled.Count == 0)
            return Refusal.Unreadable("files.no-table", "Trang tính đầu tiên không có nội dung.");
        var headers = Texts(filled[0], 0);
        return new ImportTable(headers, [.. filled.Skip(1).Select(row => RowOf(row, headers.Length))]) { Sheet = sheet.Name };
    }

    private static ImportRow RowOf(SheetRow row, int columns) => new(row.Number, Texts(row, columns))
    {
        IsHidden = row.IsHidden,
        Numbers = row.Cells.Where(c => c.Kind is CellKind.Number).Select(c => c.Column).ToHashSet(),
        Wrong = row.Cells.Where(c => c.Kind is CellKind.Error).ToDictionary(c => c.Column, c => c.Text),
    };

    private static string[] Texts(SheetRow row, int least)
    {
        var texts = new string[Math.Max(least, row.Cells[^1].Column + 1)];
        Array.Fill(texts, "");
        foreach (var cell in row.Cells.Where(c => c.Kind is not CellKind.Error))
            texts[cell.Column] = cell.Text;
        return texts;
    }

    private static Refusal? TooWide(ReadSheet sheet)
    {
        var wide = sheet.Rows.SelectMany(r => r.Cells.Where(c => c.Column >= Limits.Columns).Select(c => c.AddressIn(r.Number))).Take(Limits.NamedCells).ToList();
        return wide.Count == 0 ? null : Refusal.Unreadable(
            "files.wrong-cells", "Có ô không đọc được. Hãy sửa các ô được nêu rồi gửi lại.",
            wide.ToDictionary(cell => cell, _ => (string[])[$"Bảng rộng quá {Limits.Columns} cột."]));
    }

    /// <summary>Every cell that holds nothing to take over, named at once.</summary>
    private static Refusal? Wrong(ReadSheet sheet)
    {
        var wrong = new Dictionary<string, string[]>();
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (wrong.Count >= Limits.NamedCells)
                    break;
                if (cell.Kind is CellKind.Error)
                    wrong[cell.AddressIn(row.Number)] = [cell.Text];
                else if (cell.Column >= Limits.Columns)
                    wrong[cell.AddressIn(row.Number)] = [$"Bảng rộng quá {Limits.Columns} cột."];
            }
        }
        return wrong.Count == 0 ? null : Refusal.Unreadable("files.wrong-cells", "Có ô không đọc được. Hãy sửa các ô được nêu rồi gửi lại.", wrong);
    }
}
