using System.Globalization;
using System.Text;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain.History;

namespace PlanTracker.Api.History;

/// <summary>The same as a file that is made in the background.</summary>
internal sealed class HistoryFileWriter : IHistoryFileWriter
{
    /// <inheritdoc/>
    public async Task<byte[]> Write(IAsyncEnumerable<HistoryView> rows, CancellationToken cancel)
    {
        using var stream = new MemoryStream();
        await HistoryCsv.Write(rows, stream, cancel);
        return stream.ToArray();
    }
}

/// <summary>
/// History as CSV: UTF-8 with a mark for Excel, one line a row whatever people typed, and no cell that a spreadsheet would take for a formula.
/// </summary>
internal static class HistoryCsv
{
    private static readonly string[] Heads =
        ["Số thứ tự", "Thời điểm", "Người thực hiện", "Cơ quan", "Qua", "Việc", "Đối tượng", "Mã đối tượng", "Trước và sau", "Lý do"];

    /// <summary>Writes all rows.</summary>
    public static async Task Write(IAsyncEnumerable<HistoryView> rows, Stream stream, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(Heads).AsMemory(), cancel);
        await foreach (var row in rows.WithCancellation(cancel))
            await writer.WriteLineAsync(Line(Cells(row)).AsMemory(), cancel);
    }

    /// <summary>One line: every cell in quotes, line breaks as blanks, a leading =, +, -, @, tab or line break made harmless.</summary>
    public static string Line(IEnumerable<string?> cells) => Csv.Line(cells);

    private static IEnumerable<string?> Cells(HistoryView row) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), HistoryWords.Instant(row.Change.At), row.Change.AccountName, row.Agency?.Name,
        HistoryWords.NameOf(row.Change.Door), row.Deed, row.Subject, row.Change.EntityId.ToString(),
        string.Join("; ", row.Fields.Select(f => $"{f.Name}: {f.Old ?? "–"} → {f.New ?? "–"}")), row.Change.Reason,
    ];
}
