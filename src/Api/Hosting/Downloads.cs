using System.Net.Http.Headers;
using System.Text;

namespace PlanTracker.Api.Hosting;

/// <summary>Names of files that are handed out.</summary>
internal static class Downloads
{
    /// <summary>A Vietnamese file name (RFC 6266), with one in plain letters for old programs.</summary>
    public static string Attachment(string fileName) => Disposition("attachment", fileName);

    /// <summary>The same for what a page shows in place.</summary>
    public static string Inline(string fileName) => Disposition("inline", fileName);

    private static string Disposition(string kind, string fileName)
    {
        var plain = new string([.. fileName.Normalize(NormalizationForm.FormD).Replace('đ', 'd').Replace('Đ', 'D')
            .Where(c => c is >= ' ' and <= '~' and not ('"' or '\\' or '%'))]);
        return new ContentDispositionHeaderValue(kind) { FileName = $"\"{plain}\"", FileNameStar = fileName }.ToString();
    }
}
