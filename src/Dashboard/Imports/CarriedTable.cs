using System.IO.Compression;
using System.Text.Json;
using PlanTracker.Domain;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Dashboard.Imports;

/// <summary>
/// A table as text of a hidden field, from the trial of an import to its application, so that the file is chosen once. It says nothing that
/// its sender could not have sent anyway: it is judged again.
/// </summary>
internal static class CarriedTable
{
    private const int MostBytes = 32 * 1024 * 1024;

    public static string Write(ImportTable table)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            JsonSerializer.Serialize(zip, new Carried(table.Headers, [.. table.Rows.Select(r => new CarriedRow(r.Number, r.Cells))]));
        return Convert.ToBase64String(packed.ToArray());
    }

    public static Result<ImportTable> Read(string? text)
    {
        var refusal = Refusal.Unreadable("imports.lost", "Nội dung tệp đã kiểm tra không còn nguyên. Hãy chọn lại tệp. Chưa có gì thay đổi.");
        try
        {
            using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(text ?? "")), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = zip.Read(buffer)) > 0;)
            {
                if (bytes.Length + read > MostBytes)
                    return refusal;
                bytes.Write(buffer, 0, read);
            }
            return JsonSerializer.Deserialize<Carried>(bytes.ToArray()) is { Headers: not null, Rows: not null } table
                && table.Headers.All(h => h is not null) && table.Rows.All(r => r is { Cells: not null } && r.Cells.All(c => c is not null))
                ? new ImportTable(table.Headers, [.. table.Rows.Select(r => new ImportRow(r.Number, r.Cells))]) : refusal;
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException or JsonException)
        {
            return refusal;
        }
    }

    private sealed record Carried(IReadOnlyList<string> Headers, IReadOnlyList<CarriedRow> Rows);

    private sealed record CarriedRow(int Number, IReadOnlyList<string> Cells);
}
