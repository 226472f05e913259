using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>What a filled form of an item says.</summary>
/// <param name="Title">Tên bản tin.</param>
/// <param name="Body">Nội dung, as Markdown.</param>
/// <param name="Author">Tên tác giả; null when the line is not there.</param>
/// <param name="Agency">Tên cơ quan, đơn vị, as written; null when the line is not there.</param>
/// <param name="Captions">Captions of pictures that are not in the file.</param>
/// <param name="Pictures">Pictures in the file, in order; not yet judged.</param>
public sealed record NewsForm(
    string Title, string Body, string? Author, string? Agency, IReadOnlyList<string> Captions, IReadOnlyList<NewsFormPicture> Pictures);

/// <summary>A picture in a filled form.</summary>
/// <param name="Name">Its file name in the document.</param>
/// <param name="Content">Its bytes, not yet judged.</param>
/// <param name="Caption">Its caption.</param>
public sealed record NewsFormPicture(string Name, byte[] Content, string? Caption);

/// <summary>An item as the form prints it.</summary>
/// <param name="Title">Tên bản tin.</param>
/// <param name="Body">Markdown.</param>
/// <param name="AuthorLine">Tên tác giả - Tên cơ quan.</param>
/// <param name="Pictures">Its pictures.</param>
/// <param name="Words">Words approved, or counted while it is a draft.</param>
/// <param name="Head">Who approved it; null while nobody has.</param>
/// <param name="IsDraft">Printed as "Dự thảo".</param>
/// <param name="IsSample">Printed as "Dữ liệu mẫu".</param>
public sealed record NewsPaper(
    string Title, string Body, string AuthorLine, IReadOnlyList<NewsPicture> Pictures, int Words, string? Head, bool IsDraft, bool IsSample)
{
    /// <summary>Of an item; its pictures are drawn where their files are given.</summary>
    public static NewsPaper Of(NewsView view, bool isSample, INewsImages? files = null)
    {
        var item = view.Item;
        var approved = item.Status is NewsStatus.Draft or NewsStatus.Returned ? null : item.Last(NewsStepKind.Submission);
        return new(item.Content.Title, item.Content.Body, view.AuthorLine, [.. view.Images.Select(i => NewsPicture.Of(i, files))],
            approved?.Words ?? item.Words, approved?.ByName, approved is null, isSample);
    }
}

/// <summary>A picture of an item as it is printed.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="IsPng">PNG, else JPEG.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Open">Its bytes; null where it is only named.</param>
public sealed record NewsPicture(string File, string? Caption, bool IsPng = false, int Width = 0, int Height = 0, Func<Stream?>? Open = null)
{
    /// <summary>Of a picture; one too large to be shown on a page is only named.</summary>
    public static NewsPicture Of(NewsImage image, INewsImages? files) => new(
        image.File.Name, image.Caption, image.File.Type is EvidenceFileType.Png, image.File.Width ?? 0, image.File.Height ?? 0,
        files is not null && image.File.IsShown ? () => files.Open(image.Sha256) : null);
}

/// <summary>An issue as it is printed and mailed.</summary>
/// <param name="Name">"Bản tin CCHC điện tử số 36".</param>
/// <param name="Title">What it is about.</param>
/// <param name="Date">Day of publication; null while it is composed.</param>
/// <param name="Link">Where it can be read.</param>
/// <param name="Items">Items in order.</param>
/// <param name="IsSample">Printed as "Dữ liệu mẫu".</param>
public sealed record IssuePaper(string Name, string? Title, DateOnly? Date, string? Link, IReadOnlyList<NewsPaper> Items, bool IsSample)
{
    /// <summary>Of an issue.</summary>
    public static IssuePaper Of(IssueView view, bool isSample, INewsImages? files = null) => new(
        view.Issue.Name, view.Issue.Title, view.Issue.PublishedOn, view.Issue.Link, [.. view.Items.Select(i => NewsPaper.Of(i, isSample, files))], isSample);
}

/// <summary>Writes and reads items and issues as files.</summary>
public interface INewsPapers
{
    /// <summary>The bytes of a .docx in the form, with the "Duyệt tin" block filled.</summary>
    byte[] Item(NewsPaper paper);

    /// <summary>The bytes of the empty form.</summary>
    byte[] EmptyForm(bool isSample);

    /// <summary>The bytes of a .docx of an issue.</summary>
    byte[] Issue(IssuePaper paper);

    /// <summary>An HTML document of an issue that can be sent by e-mail: styles in place, nothing fetched.</summary>
    string IssueHtml(IssuePaper paper);

    /// <summary>The bytes of an .xlsx with the figures, in the columns of Phụ lục VII.</summary>
    byte[] Figures(NewsFigureTable table, bool isSample);

    /// <summary>Reads the filled form; refused (<see cref="RefusalKind.Unreadable"/>) when the file is no such document, is hostile, or holds no text.</summary>
    Result<NewsForm> Read(Stream file);
}
