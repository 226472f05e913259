using System.Text.RegularExpressions;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Plans;

/// <summary>Columns of a plan's table.</summary>
public enum PlanColumn
{
    /// <summary>TT, STT.</summary>
    Order,
    /// <summary>Nội dung, hình thức, nhiệm vụ, hoạt động.</summary>
    Title,
    /// <summary>Số lượng, tần suất, sản phẩm.</summary>
    Quantity,
    /// <summary>Đơn vị tính.</summary>
    Unit,
    /// <summary>Chủ trì.</summary>
    Lead,
    /// <summary>Phối hợp.</summary>
    Supporting,
    /// <summary>Thời gian, hạn hoàn thành.</summary>
    Time,
    /// <summary>Kinh phí: not taken over into rows.</summary>
    Funding,
    /// <summary>Ghi chú: not taken over into rows.</summary>
    Note,
}

/// <summary>A plan's table as found in a file.</summary>
/// <param name="Columns">The columns found.</param>
/// <param name="Unused">Headings whose columns are not taken over.</param>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Skipped">Rows that are headings of sections, in words.</param>
public sealed record PlanTableContent(
    IReadOnlyCollection<PlanColumn> Columns, IReadOnlyList<string> Unused, IReadOnlyList<DraftRow> Rows, IReadOnlyList<string> Skipped);

/// <summary>Reads a plan's table from a file, whatever its headings are called.</summary>
public static partial class PlanTableReader
{
    private static readonly KnownColumn<PlanColumn>[] Known =
    [
        new(PlanColumn.Order, "=tt", "=stt", "=so tt", "=so thu tu", "=thu tu"),
        new(PlanColumn.Unit, "=dvt", "don vi tinh"),
        new(PlanColumn.Supporting, "phoi hop"),
        new(PlanColumn.Lead, "chu tri", "don vi thuc hien", "co quan thuc hien", "phu trach"),
        new(PlanColumn.Time, "thoi gian", "thoi han", "han hoan thanh", "tien do", "hoan thanh"),
        new(PlanColumn.Quantity, "so luong", "tan suat", "khoi luong", "chi tieu", "san pham", "ket qua"),
        new(PlanColumn.Funding, "kinh phi", "du toan"),
        new(PlanColumn.Note, "ghi chu"),
        new(PlanColumn.Title, "noi dung", "nhiem vu", "hoat dong", "cong viec", "hinh thuc"),
    ];

    /// <summary>The table that fits best; refused when none has a plan's headings.</summary>
    public static Result<PlanTableContent> Read(IEnumerable<ImportTable> tables, PlanTime time)
    {
        if (TableHeadings.Find(tables, Known, Fits) is not { } table)
            return Refusal.Unreadable("plans.no-table", "Không thấy bảng hoạt động: cần một bảng có cột nội dung (nội dung, hình thức, nhiệm vụ, hoạt động) và ít nhất một trong các cột số lượng, chủ trì, thời gian.");
        var rows = new List<DraftRow>();
        var skipped = new List<string>();
        foreach (var row in table.Rows)
        {
            var title = table.Cell(row, PlanColumn.Title);
            if (IsSection(table, row, title))
                skipped.Add(string.Join(" ", row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).Distinct()));
            else
                rows.Add(RowOf(table, row, title, time));
        }
        string[] notTaken = [.. new[] { PlanColumn.Funding, PlanColumn.Note }.Where(table.Columns.ContainsKey).Select(c => c is PlanColumn.Note ? "Ghi chú" : "Kinh phí")];
        return rows.Count == 0
            ? Refusal.Unreadable("plans.empty-table", "Bảng hoạt động trong tệp không có dòng nào.")
            : new PlanTableContent([.. table.Columns.Keys], [.. table.Unused, .. notTaken], rows, skipped);
    }

    private static bool Fits(IReadOnlyDictionary<PlanColumn, int> columns) =>
        columns.ContainsKey(PlanColumn.Title)
        && (columns.ContainsKey(PlanColumn.Quantity) || columns.ContainsKey(PlanColumn.Lead) || columns.ContainsKey(PlanColumn.Time));

    // "I | Tuyên truyền trên báo chí" and a line across the table: a heading of a section, no activity.
    private static bool IsSection(HeadedTable<PlanColumn> table, ImportRow row, string title)
    {
        var isBare = !new[] { PlanColumn.Quantity, PlanColumn.Lead, PlanColumn.Time, PlanColumn.Supporting }
            .Any(c => table.Cell(row, c) is { Length: > 0 } text && text != title);
        return title.Length == 0 || (isBare && !ArabicNumber().IsMatch(table.Cell(row, PlanColumn.Order)));
    }

    private static DraftRow RowOf(HeadedTable<PlanColumn> table, ImportRow row, string title, PlanTime time)
    {
        var starred = Star().Match(title);
        var quantity = table.Cell(row, PlanColumn.Quantity);
        if (table.Cell(row, PlanColumn.Unit) is { Length: > 0 } unit && quantity.Length > 0 && !QuantityParser.Parse(quantity, time).Understood)
            quantity = $"{quantity} {unit}";
        return new(
            Guid.CreateVersion7(), starred.Success ? title[..starred.Index].TrimEnd() : title, null, quantity, null, null, table.Cell(row, PlanColumn.Lead),
            table.Cell(row, PlanColumn.Supporting), table.Cell(row, PlanColumn.Time), null, starred.Success);
    }

    [GeneratedRegex(@"^[0-9]{1,3}[.)]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ArabicNumber();

    [GeneratedRegex(@"\s*(?:\(\*\)|\*)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Star();
}
