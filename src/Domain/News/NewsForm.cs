namespace PlanTracker.Domain.News;

/// <summary>What a filled form of an item says.</summary>
/// <param name="Title">Tên bản tin.</param>
/// <param name="Body">Nội dung, as Markdown.</param>
/// <param name="Author">Tên tác giả; null when the line is not there.</param>
/// <param name="Agency">Tên cơ quan, đơn vị, as written; null when the line is not there.</param>
/// <param name="Captions">Captions of pictures, which travel beside the file.</param>
public sealed record NewsForm(string Title, string Body, string? Author, string? Agency, IReadOnlyList<string> Captions);

/// <summary>An item as the form prints it.</summary>
/// <param name="Title">Tên bản tin.</param>
/// <param name="Body">Markdown.</param>
/// <param name="AuthorLine">Tên tác giả - Tên cơ quan.</param>
/// <param name="Pictures">File name and caption of each picture.</param>
/// <param name="Words">Words approved, or counted while it is a draft.</param>
/// <param name="Head">Who approved it; null while nobody has.</param>
/// <param name="IsDraft">Printed as "Dự thảo".</param>
/// <param name="IsSample">Printed as "Dữ liệu mẫu".</param>
public sealed record NewsPaper(
    string Title, string Body, string AuthorLine, IReadOnlyList<(string File, string? Caption)> Pictures, int Words, string? Head, bool IsDraft, bool IsSample)
{
    /// <summary>Of an item.</summary>
    public static NewsPaper Of(NewsView view, bool isSample)
    {
        var item = view.Item;
        var approved = item.Status is NewsStatus.Draft or NewsStatus.Returned ? null : item.Last(NewsStepKind.Submission);
        return new(item.Content.Title, item.Content.Body, view.AuthorLine, [.. view.Images.Select(i => (i.File.Name, i.Caption))],
            item.Words, approved?.ByName, approved is null, isSample);
    }
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
    public static IssuePaper Of(IssueView view, bool isSample) => new(
        view.Issue.Name, view.Issue.Title, view.Issue.PublishedOn, view.Issue.Link, [.. view.Items.Select(i => NewsPaper.Of(i, isSample))], isSample);
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
