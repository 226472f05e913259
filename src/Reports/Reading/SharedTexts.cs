namespace PlanTracker.Reports.Reading;

/// <summary>The texts that cells share, by index.</summary>
internal static class SharedTexts
{
    /// <summary>All of them; rich text without its looks, and without the reading aids of East Asian text.</summary>
    public static IReadOnlyList<string> Read(SafePackage package, string part)
    {
        var texts = new List<string>();
        var pieces = new TextPieces();
        var characters = 0L;
        using var reader = package.Read(part);
        var (inText, inAid) = (false, false);
        while (reader.Read())
        {
            if (reader.IsStart && reader.Name is "t" or "rPh")
                (inText, inAid) = reader.Name == "t" ? (true, inAid) : (inText, true);
            else if (inText && !inAid && reader.Text is { } text)
                pieces.Add(text);
            if (!reader.IsEnd)
                continue;
            if (reader.Name == "t")
                inText = false;
            else if (reader.Name == "rPh")
                inAid = false;
            else if (reader.Name == "si")
                Add(pieces.Take());
        }
        return texts;

        void Add(string raw)
        {
            characters += raw.Length;
            if (texts.Count >= Limits.SharedTexts || characters > Limits.SharedCharacters)
                throw new UnreadableFileException("files.too-much-text", "Tệp có quá nhiều văn bản.");
            texts.Add(CellText.Read(raw));
        }
    }
}
