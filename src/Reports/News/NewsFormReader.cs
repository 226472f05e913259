using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Reports.Reading;

namespace PlanTracker.Reports.News;

/// <summary>Reads the filled form: tên bản tin, nội dung, ảnh, tên tác giả - cơ quan; the block "Duyệt tin" ends it.</summary>
internal static class NewsFormReader
{
    /// <summary>Reads it.</summary>
    public static Result<NewsForm> Read(Stream file)
    {
        using var seekable = file.CanSeek ? null : Kept.InMemory(file);
        if (SafePackage.Check(seekable ?? file, OfficeFile.Document).Refused(out var refusal, out var package))
            return refusal;
        using (package)
        {
            try
            {
                return NewsFormParts.Of(new WordParagraphs(package).Read(), package.Bytes);
            }
            catch (UnreadableFileException refused)
            {
                return refused.Refusal;
            }
            catch (Exception broken) when (SafePackage.IsBrokenZip(broken))
            {
                return PartReader.Damaged(package.Main).Refusal;
            }
        }
    }
}
