using System.Text;
using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Reports.Reading;

namespace PlanTracker.Reports.News;

/// <summary>A paragraph of a document.</summary>
/// <param name="Text">Its text as Markdown: bold kept, everything else escaped.</param>
/// <param name="Style">Id of its style; "" when it has none.</param>
/// <param name="IsListed">Whether it is an item of a list.</param>
internal sealed record WordParagraph(string Text, string Style, bool IsListed);

/// <summary>Reads the paragraphs of a checked document, those of tables too; deleted text and codes of fields are not read.</summary>
internal sealed class WordParagraphs(SafePackage package)
{
    private const int MostParagraphs = 5000;
    private const int MostCharacters = 400_000;

    private readonly List<WordParagraph> found = [];
    private readonly List<(string Text, bool IsBold)> pieces = [];
    private readonly StringBuilder run = new();
    private string style = "";
    private bool isListed;
    private bool isBold;
    private bool inText;
    private int total;

    public List<WordParagraph> Read()
    {
        using var reader = package.Read(package.Main);
        var skipped = int.MaxValue;
        while (reader.Read())
        {
            if (reader.Depth <= skipped)
                skipped = int.MaxValue;
            if (reader.IsStart && skipped == int.MaxValue && reader.Name is "Fallback" or "del" or "moveFrom" or "instrText" or "txbxContent")
                skipped = reader.Depth;
            if (skipped != int.MaxValue)
                continue;
            if (reader.IsStart)
                Begin(reader);
            else if (reader.Text is { } piece && inText)
                Add(piece);
            if (reader.IsEnd)
                End(reader.Name);
        }
        return found;
    }

    private void Begin(PartReader reader)
    {
        switch (reader.Name)
        {
            case "p":
                (style, isListed) = ("", false);
                pieces.Clear();
                break;
            case "pStyle":
                style = reader.LocalAttribute("val") ?? "";
                break;
            case "numPr":
                isListed = true;
                break;
            case "r":
                isBold = false;
                break;
            case "b":
                isBold = reader.LocalAttribute("val") is not ("0" or "false" or "off");
                break;
            case "t":
                inText = true;
                break;
            case "tab" or "br" or "cr":
                Add(" ");
                break;
            case "noBreakHyphen":
                Add("-");
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "r" when run.Length > 0:
                pieces.Add((run.ToString(), isBold));
                run.Clear();
                break;
            case "p":
                EndParagraph();
                break;
        }
    }

    private void EndParagraph()
    {
        if (found.Count >= MostParagraphs)
            throw new UnreadableFileException("files.too-long", "Văn bản quá dài để là một tin, bài.");
        // Wholly bold is a heading by looks, not emphasis.
        var keepBold = pieces.Exists(p => !p.IsBold && p.Text.Trim().Length > 0);
        var text = new StringBuilder();
        foreach (var (piece, bold) in Joined())
        {
            var escaped = NewsText.Escape(piece);
            var words = escaped.Trim();
            text.Append(bold && keepBold && words.Length > 0 ? escaped.Replace(words, $"**{words}**", StringComparison.Ordinal) : escaped);
        }
        found.Add(new(VietnameseText.Clean(text.ToString()) ?? "", style, isListed));
        pieces.Clear();
    }

    private IEnumerable<(string Text, bool IsBold)> Joined()
    {
        var (text, bold) = ("", false);
        foreach (var piece in pieces)
        {
            if (text.Length > 0 && piece.IsBold != bold)
            {
                yield return (text, bold);
                text = "";
            }
            (text, bold) = (text + piece.Text, piece.IsBold);
        }
        if (text.Length > 0)
            yield return (text, bold);
    }

    private void Add(string piece)
    {
        if ((total += piece.Length) > MostCharacters)
            throw new UnreadableFileException("files.too-long", "Văn bản quá dài để là một tin, bài.");
        run.Append(piece);
    }
}

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
                return NewsFormParts.Of(new WordParagraphs(package).Read());
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
