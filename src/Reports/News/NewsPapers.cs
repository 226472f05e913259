using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.News;

/// <summary>Items and issues as files: Word in the form of the công văn of 01/2024, HTML for e-mail, Excel of the figures.</summary>
public sealed class NewsPapers : INewsPapers
{
    private const int DotLines = 22;
    private const string Blank = ".....";

    /// <inheritdoc/>
    public byte[] Item(NewsPaper paper)
    {
        using var document = new NewsDocument();
        WriteItem(document, paper);
        document.Approval(
            VietnameseNumber.Show(paper.Words), VietnameseNumber.Wording(paper.Pictures.Count), paper.Head);
        return document.Finish(paper.Title, new PageMarks(paper.IsSample, paper.IsDraft).Text);
    }

    /// <inheritdoc/>
    public byte[] EmptyForm(bool isSample)
    {
        using var document = new NewsDocument();
        document.Add(NewsStyles.Title, "TÊN BẢN TIN");
        document.Add(NewsStyles.Body, "Nội dung tin, ảnh");
        for (var line = 0; line < DotLines; line++)
            document.Dots();
        document.Add(NewsStyles.Author, "Tên tác giả - Tên cơ quan, đơn vị công tác");
        document.Add(NewsStyles.Example, "Ví dụ: Nguyễn Văn A - Sở Nội vụ TPCT");
        document.Approval(Blank, Blank, null);
        return document.Finish("Mẫu viết bản tin", new PageMarks(isSample, false).Text);
    }

    /// <inheritdoc/>
    public byte[] Issue(IssuePaper paper)
    {
        using var document = new NewsDocument();
        document.Add(NewsStyles.Masthead, paper.Name);
        if (paper.Title is not null)
            document.Add(NewsStyles.Title, paper.Title);
        if (IssueWords.About(paper) is { Length: > 0 } about)
            document.Add(NewsStyles.Picture, about);
        foreach (var item in paper.Items)
            WriteItem(document, item);
        return document.Finish(paper.Name, new PageMarks(paper.IsSample, paper.Date is null).Text);
    }

    /// <inheritdoc/>
    public string IssueHtml(IssuePaper paper) => IssueMail.Html(paper, new NewsMarkdown());

    /// <inheritdoc/>
    public byte[] Figures(NewsFigureTable table, bool isSample) => NewsFigureSheet.Write(table, isSample);

    /// <inheritdoc/>
    public Result<NewsForm> Read(Stream file) => NewsFormReader.Read(file);

    private static void WriteItem(NewsDocument document, NewsPaper paper)
    {
        document.Add(NewsStyles.Title, [NewsDocument.Run(paper.Title, caps: true)]);
        new NewsBody(document).Write(paper.Body);
        foreach (var (index, picture) in paper.Pictures.Index())
        {
            document.Draw(picture);
            document.Add(NewsStyles.Picture, $"Ảnh {index + 1}. {(picture.Caption is null ? "" : picture.Caption + " ")}(tệp {picture.File})");
        }
        document.Add(NewsStyles.Author, paper.AuthorLine);
    }
}

/// <summary>Words about an issue.</summary>
internal static class IssueWords
{
    /// <summary>"Phát hành ngày 06/09/2024".</summary>
    public static string About(IssuePaper paper) => paper.Date is { } day ? $"Phát hành ngày {day:dd/MM/yyyy}" : "Chưa phát hành";
}
