using PlanTracker.Domain;
using PlanTracker.Storage;
using PlanTracker.Storage.History;

namespace PlanTracker.Api.Hosting;

/// <summary>The command that checks the history: one line for the operator, exit code 0 when nothing is wrong.</summary>
internal static class HistoryVerb
{
    /// <summary>Checks; <paramref name="noted"/> is a hash noted outside earlier, which must still be in the chain.</summary>
    public static async Task<int> Run(StorageOptions storage, string? noted)
    {
        var verdict = await HistoryCheck.Run(storage, noted);
        await Console.Out.WriteLineAsync(Line(verdict, noted));
        return verdict is { Flaw: null, NotedIsThere: true } ? 0 : 1;
    }

    // Only numbers and hashes: nothing that a person typed can make a second line.
    private static string Line(HistoryVerdict verdict, string? noted) => verdict switch
    {
        { Flaw: { } flaw } => $"Lịch sử KHÔNG nguyên vẹn: dòng số {flaw.Number} {Words(flaw.Kind)}.",
        { NotedIsThere: false } => $"Lịch sử KHÔNG nguyên vẹn: không còn dòng nào mang mã đã ghi lại ({Shortened(noted!)}); phần cuối đã bị cắt hoặc lịch sử bị viết lại.",
        { LastHash: { } hash } => $"Lịch sử nguyên vẹn: {VietnameseNumber.Show(verdict.Rows)} dòng. Dòng cuối số {verdict.Rows}, mã {hash}. Hãy ghi mã này lại ở nơi khác.",
        _ => "Lịch sử nguyên vẹn: chưa có dòng nào.",
    };

    private static string Words(HistoryFlawKind kind) => kind switch
    {
        HistoryFlawKind.Edited => "bị sửa sau khi ghi",
        HistoryFlawKind.Misplaced => "không đứng đúng chỗ: bị đổi chỗ, hoặc có dòng bị chèn vào hay bỏ đi ngay trước",
        HistoryFlawKind.Missing => "bị thiếu",
        _ => "không nối với dòng trước: bị chèn vào hoặc bị ghi đè",
    };

    private static string Shortened(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit).Take(64)]);
}
