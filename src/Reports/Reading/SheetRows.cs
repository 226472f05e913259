using System.Globalization;

namespace PlanTracker.Reports.Reading;

/// <summary>Reads the rows of one sheet part, once, forward.</summary>
internal sealed class SheetRows(SafePackage package, string part, CellValues values)
{
    private readonly List<SheetRow> rows = [];
    private readonly List<Area> merges = [];
    private readonly TextPieces pieces = new();
    private List<SheetCell> cells = [];
    private int count;
    private int row;
    private bool isHidden;
    private RawCell raw;
    private int column = -1;
    private bool inData;
    private bool inValue;
    private bool inAid;

    /// <summary>The rows that hold something.</summary>
    public IReadOnlyList<SheetRow> Read()
    {
        using var reader = package.Read(part);
        while (reader.Read())
        {
            if (reader.Name == "sheetData")
                inData = reader.IsStart && !reader.IsEnd;
            else if (reader.IsStart)
                Begin(reader);
            else if (inValue && !inAid && reader.Text is { } text)
                pieces.Add(text);
            if (inData && reader.IsEnd)
                End(reader.Name);
        }
        return merges.Count == 0 ? rows : Uncovered();
    }

    private void Begin(PartReader reader)
    {
        if (!inData)
        {
            if (reader.Name == "mergeCell" && Area.Parse(reader.Attribute("ref") ?? "") is { } area)
                merges.Add(merges.Count < Limits.Merges ? area
                    : throw new UnreadableFileException("files.too-many-merges", $"Trang tính có quá {Limits.Merges} vùng gộp ô."));
            return;
        }
        switch (reader.Name)
        {
            case "row":
                BeginRow(reader.Attribute("r"), reader.Attribute("hidden"));
                break;
            case "c":
                BeginCell(reader.Attribute("r"), reader.Attribute("t"), reader.Attribute("s"));
                break;
            case "f":
                raw = raw with { IsCalculated = true };
                break;
            case "v" or "t":
                inValue = true;
                break;
            case "rPh":
                inAid = true;
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "row":
                EndRow();
                break;
            case "c":
                if (values.Read(raw, pieces.Take()) is { } cell)
                    cells.Add(++count <= Limits.Cells ? cell
                        : throw new UnreadableFileException("files.too-many-cells", $"Trang tính có quá {Limits.Cells} ô có nội dung."));
                break;
            case "v" or "t":
                inValue = false;
                break;
            case "rPh":
                inAid = false;
                break;
        }
    }

    private void BeginRow(string? number, string? hidden)
    {
        var next = number is null ? row + 1 : CellAddress.ParseRow(number) ?? throw BadAddress(number);
        row = next > row ? next : throw BadAddress(number ?? "");
        (isHidden, column, cells) = (hidden is "1" or "true", -1, []);
    }

    private void BeginCell(string? address, string? type, string? style)
    {
        var at = address is null ? (Column: column + 1, Row: row) : CellAddress.Parse(address) ?? throw BadAddress(address);
        if (at.Row != row || at.Column <= column)
            throw BadAddress(address ?? "");
        column = at.Column;
        raw = new(column, type, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0, IsCalculated: false);
        (inValue, inAid) = (false, false);
    }

    private void EndRow()
    {
        if (cells.Count == 0)
            return;
        if (rows.Count >= Limits.Rows)
            throw new UnreadableFileException("files.too-many-rows", "Trang tính có quá 20.000 dòng có nội dung. Hãy chia thành nhiều tệp.");
        rows.Add(new(row, isHidden, cells));
    }

    private List<SheetRow> Uncovered()
    {
        var seen = new List<SheetRow>(rows.Count);
        foreach (var one in rows)
        {
            var over = merges.Where(m => one.Number >= m.Top && one.Number <= m.Bottom).ToList();
            var left = over.Count == 0 ? one.Cells : [.. one.Cells.Where(c => !over.Exists(m => m.Covers(c.Column, one.Number)))];
            if (left.Count > 0)
                seen.Add(one with { Cells = left });
        }
        return seen;
    }

    private static UnreadableFileException BadAddress(string address) => new(
        "files.bad-address", $"Trang tính có địa chỉ ô hoặc dòng sai ({(address.Length <= 20 ? address : address[..20])}). Hãy mở bằng Excel hoặc LibreOffice rồi lưu lại.");
}
