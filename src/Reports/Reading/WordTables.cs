using System.Globalization;
using System.Text;
using PlanTracker.Domain;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Reports.Reading;

/// <summary>Walks the document's part once. A table inside a cell is text of that cell; deleted text is not read.</summary>
internal sealed class WordTables(SafePackage package)
{
    private readonly List<ImportTable> tables = [];
    private readonly List<ImportRow> rows = [];
    private readonly List<string> cells = [];
    private readonly StringBuilder text = new();
    private readonly Dictionary<int, string> merged = [];
    private int level;
    private int span;
    private bool isContinued;
    private bool isMerged;
    private bool inText;
    private int total;

    public List<ImportTable> Read()
    {
        using var reader = package.Read(package.Main);
        var skipped = int.MaxValue;
        while (reader.Read())
        {
            // The same drawing once more for older programs, and text that was deleted or is only a field's code.
            if (reader.Depth <= skipped)
                skipped = int.MaxValue;
            if (reader.IsStart && skipped == int.MaxValue && reader.Name is "Fallback" or "del" or "moveFrom" or "instrText")
                skipped = reader.Depth;
            if (skipped != int.MaxValue)
                continue;
            if (reader.IsStart)
                Begin(reader);
            else if (level > 0 && reader.Text is { } piece && inText)
                Add(piece);
            if (reader.IsEnd)
                End(reader.Name);
        }
        return tables;
    }

    private void Begin(PartReader reader)
    {
        if (reader.Name == "tbl")
            level++;
        if (level == 0)
            return;
        switch (reader.Name)
        {
            case "tr" when level == 1:
                cells.Clear();
                break;
            case "gridBefore" when level == 1:
                for (var i = Number(reader); i > 0; i--)
                    Put("");
                break;
            case "tc" when level == 1:
                text.Clear();
                (span, isContinued, isMerged) = (1, false, false);
                break;
            case "gridSpan" when level == 1:
                span = Number(reader);
                break;
            case "vMerge" when level == 1:
                isMerged = true;
                isContinued = reader.LocalAttribute("val") is not "restart";
                break;
            case "t":
                inText = true;
                break;
            case "tab":
                Add(" ");
                break;
            case "br" or "cr":
                Add("\n");
                break;
            case "noBreakHyphen":
                Add("-");
                break;
        }
    }

    private void End(string name)
    {
        if (level == 0)
            return;
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "p":
                Add("\n");
                break;
            case "tc" when level == 1:
                EndCell();
                break;
            case "tr" when level == 1:
                rows.Add(rows.Count < Limits.Rows ? new(rows.Count + 1, [.. cells]) : throw TooLarge());
                break;
            case "tbl" when --level == 0:
                EndTable();
                break;
        }
    }

    private void EndCell()
    {
        var place = cells.Count;
        var own = VietnameseText.Clean(text.ToString()) ?? "";
        if (isContinued)
            own = merged.GetValueOrDefault(place, own);
        else if (isMerged)
            merged[place] = own;
        else
            merged.Remove(place);
        Put(own);
        for (var i = 1; i < span; i++)
            Put("");
    }

    private void EndTable()
    {
        if (rows.Count > 0)
            tables.Add(tables.Count < Limits.Tables ? new(rows[0].Cells, [.. rows.Skip(1)]) : throw TooLarge());
        rows.Clear();
        merged.Clear();
    }

    private void Put(string cell)
    {
        if (cells.Count >= Limits.Columns || ++total > Limits.Cells)
            throw TooLarge();
        cells.Add(cell);
    }

    private void Add(string piece)
    {
        if (text.Length + piece.Length > Limits.CellCharacters)
            throw new UnreadableFileException("files.too-long", "Bảng trong văn bản có một ô quá dài.");
        text.Append(piece);
    }

    private static int Number(PartReader reader) =>
        int.TryParse(reader.LocalAttribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= Limits.Columns
            ? number : throw PartReader.Damaged("word/document.xml");

    private static UnreadableFileException TooLarge() =>
        new("files.too-large-table", $"Văn bản có quá {Limits.Tables} bảng, hoặc bảng rộng quá {Limits.Columns} cột, dài quá {Limits.Rows} dòng.");
}
