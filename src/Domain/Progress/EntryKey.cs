using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Progress;

/// <summary>
/// How a row of a workbook is known again. <c>K-id-version</c>: an entry that was prefilled, as it stood. <c>M-code</c>: an empty row of the
/// form. <c>C-mark-n</c>: a row typed without a key, known by what it says; n tells rows apart that say the same.
/// </summary>
internal sealed partial record EntryKey(string Text, Guid? EntryId, int Version)
{
    private const int CodeBytes = 16;

    /// <summary>The key of an entry as it stands.</summary>
    public static string Of(ProgressEntry entry) => string.Create(CultureInfo.InvariantCulture, $"K-{entry.Id:N}-{entry.Version}");

    /// <summary>A key for an empty row, never given before.</summary>
    public static string Fresh() => "M-" + Code(RandomNumberGenerator.GetBytes(CodeBytes));

    /// <summary>The key of a row that is handed back: the same each time, so that taking it twice makes no second entry.</summary>
    public static string HandedBack(Guid jobId, int row) =>
        "M-" + Code(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{jobId:N}/{row}")))[..CodeBytes]);

    /// <summary>The key of a row without one.</summary>
    public static string Typed(string mark, int number) => string.Create(CultureInfo.InvariantCulture, $"C-{mark}-{number}");

    /// <summary>What tells contents apart; the same for the same content, however its numbers are written.</summary>
    public static string MarkOf(EntryContent content) => Code(SHA256.HashData(Encoding.UTF8.GetBytes(HistoryJson.Of(
        content with { Quantity = content.Quantity / 1.0000000000000000000000000000m })))[..CodeBytes]);

    /// <summary>The key a cell holds; null when it holds none that this program gave.</summary>
    public static EntryKey? Parse(string text)
    {
        if (Prefilled().Match(text) is { Success: true } entry && int.TryParse(entry.Groups[2].Value, CultureInfo.InvariantCulture, out var version))
            return new($"K-{entry.Groups[1].Value}", Guid.ParseExact(entry.Groups[1].Value, "N"), version);
        return Given().IsMatch(text) ? new(text, null, 0) : null;
    }

    private static string Code(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [GeneratedRegex(@"^K-([0-9a-f]{32})-([0-9]{1,9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Prefilled();

    [GeneratedRegex(@"^M-[A-Za-z0-9_-]{22}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Given();
}
