using System.Text;
using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Reports.Reading;

namespace PlanTracker.Reports.News;

/// <summary>A paragraph of a document.</summary>
/// <param name="Text">Its text as Markdown: bold and links kept, everything else escaped.</param>
/// <param name="Plain">Its text as it is read.</param>
/// <param name="Style">Id of its style; "" when it has none.</param>
/// <param name="IsListed">Whether it is an item of a list.</param>
/// <param name="Pictures">Names of the parts that hold its pictures, in order.</param>
internal sealed record WordParagraph(string Text, string Plain, string Style, bool IsListed, IReadOnlyList<string> Pictures);

/// <summary>Reads the paragraphs of a checked document, those of tables too; deleted text and codes of fields are not read.</summary>
internal sealed class WordParagraphs
{
    private const int MostParagraphs = 5000;
    private const int MostCharacters = 400_000;

    private readonly SafePackage package;
    private readonly Dictionary<string, Relationship> related = [];
    private readonly List<WordParagraph> found = [];
    private readonly List<Piece> pieces = [];
    private readonly List<string> pictures = [];
    private readonly StringBuilder run = new();
    private string style = "";
    private string? link;
    private bool isListed;
    private bool isBold;
    private bool inText;
    private int total;

    public WordParagraphs(SafePackage package)
    {
        this.package = package;
        foreach (var relationship in Relationships.Of(package, package.Main))
            related.TryAdd(relationship.Id, relationship);
    }

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
                (style, isListed, link) = ("", false, null);
                pieces.Clear();
                pictures.Clear();
                break;
            case "pStyle":
                style = reader.LocalAttribute("val") ?? "";
                break;
            case "numPr":
                isListed = true;
                break;
            case "hyperlink":
                link = Related(reader.RelationshipId()) is { Address: { } address } ? address : null;
                break;
            case "blip" or "imagedata":
                if (Related(reader.LocalAttribute("embed") ?? reader.RelationshipId()) is { Type: "image", Target: { } part })
                    pictures.Add(part);
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
                pieces.Add(new(run.ToString(), isBold, link));
                run.Clear();
                break;
            case "hyperlink":
                link = null;
                break;
            case "p":
                EndParagraph();
                break;
        }
    }

    private void EndParagraph()
    {
        if (found.Count >= MostParagraphs)
            throw TooLong();
        // Wholly bold is a heading by looks, not emphasis.
        var keepBold = pieces.Exists(p => !p.IsBold && p.Text.Trim().Length > 0);
        var text = new StringBuilder();
        foreach (var piece in Joined())
            text.Append(piece.Markdown(keepBold));
        found.Add(new(
            VietnameseText.Clean(text.ToString()) ?? "", VietnameseText.Clean(string.Concat(pieces.Select(p => p.Text))) ?? "", style, isListed, [.. pictures]));
        pieces.Clear();
        pictures.Clear();
    }

    /// <summary>Word cuts text into runs at will: those of one look and one link belong together.</summary>
    private IEnumerable<Piece> Joined()
    {
        Piece? joined = null;
        foreach (var piece in pieces)
        {
            if (joined is not null && (piece.IsBold, piece.Link) != (joined.IsBold, joined.Link))
            {
                yield return joined;
                joined = null;
            }
            joined = joined is null ? piece : joined with { Text = joined.Text + piece.Text };
        }
        if (joined is not null)
            yield return joined;
    }

    private void Add(string piece)
    {
        if ((total += piece.Length) > MostCharacters)
            throw TooLong();
        run.Append(piece);
    }

    private Relationship? Related(string? id) => id is not null && related.TryGetValue(id, out var relationship) ? relationship : null;

    private static UnreadableFileException TooLong() => new("files.too-long", "Văn bản quá dài để là một tin, bài.");

    private sealed record Piece(string Text, bool IsBold, string? Link)
    {
        public string Markdown(bool keepBold)
        {
            var escaped = NewsText.Escape(Text);
            var words = escaped.Trim();
            if (words.Length == 0)
                return escaped;
            var marked = IsBold && keepBold ? $"**{words}**" : words;
            if (Link is not null)
                marked = $"[{marked}]({Link.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";
            var start = escaped.IndexOf(words, StringComparison.Ordinal);
            return escaped[..start] + marked + escaped[(start + words.Length)..];
        }
    }
}
