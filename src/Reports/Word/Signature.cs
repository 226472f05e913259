using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Word;

/// <summary>Nơi nhận at the left, the signer at the right with room to sign and seal; never torn apart.</summary>
internal static class Signature
{
    private const int Left = 4536;
    private const int Right = 4819;
    private const int LinesToSign = 4;

    /// <summary>The table.</summary>
    public static Table Of(Letterhead letterhead)
    {
        var recipients = new List<Paragraph> { Piece.Text(StyleBook.RecipientsHead, "Nơi nhận:") };
        recipients.AddRange(letterhead.Recipients.Select((r, index) =>
            Piece.Text(StyleBook.Recipient, $"- {r}{(index < letterhead.Recipients.Count - 1 ? ";" : ".")}")));
        var signer = letterhead.SignerTitle.ReplaceLineEndings("\n").Split('\n').Select(line => Piece.Text(StyleBook.SignerTitle, line)).ToList();
        signer.AddRange(Enumerable.Range(0, LinesToSign).Select(_ => Piece.Empty(StyleBook.SignerTitle)));
        signer.Add(Piece.Text(StyleBook.SignerName, letterhead.SignerName ?? ""));
        return Piece.SideBySide(Left, Right, ([.. recipients], [.. signer]));
    }
}
