using System.Text;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting;

/// <summary>The command that takes everything out: a table a CSV file, evidence and issued reports as the files they are. Only reads, also beside a running server.</summary>
internal static class ExportVerb
{
    private const string Evidence = "minh-chung";
    private const string Issued = "bao-cao-da-ban-hanh";

    /// <summary>Does it; the answer is the program's exit code.</summary>
    public static async Task<int> Run(HostSettings settings, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() || File.Exists(folder))
            throw new StartRefusedException($"Thư mục {folder} đã có dữ liệu; không ghi đè.");
        var (tables, files) = (0, 0);
        await using (var export = await DataExport.Open(settings.Storage))
        {
            Directory.CreateDirectory(folder);
            foreach (var table in export.Tables())
            {
                await Write(table, Path.Combine(folder, table.Name + ".csv"));
                tables++;
            }
            await foreach (var (name, bytes) in export.IssuedFiles())
            {
                Directory.CreateDirectory(Path.Combine(folder, Issued));
                await File.WriteAllBytesAsync(Path.Combine(folder, Issued, Safe(name)), bytes);
                files++;
            }
        }
        // After the database: what its rows name was there before them, and is deleted by nobody within a day.
        files += EvidenceCopies.Copy(settings.Evidence.Path, Path.Combine(folder, Evidence));
        await Console.Out.WriteLineAsync($"Đã xuất {tables} bảng (CSV) và {files} tệp vào {folder}.");
        return 0;
    }

    private static async Task Write(ExportedTable table, string file)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Csv.Line(table.Columns));
        await foreach (var row in table.Rows)
            await writer.WriteLineAsync(Csv.Line(row, keepLines: true));
    }

    // A name is data: nothing in it leads out of the folder.
    private static string Safe(string name) => string.Concat(name.Select(c => c is '/' or '\\' || Path.GetInvalidFileNameChars().Contains(c) ? '-' : c));
}
