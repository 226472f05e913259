using PlanTracker.Domain.Reporting;

namespace PlanTracker.Reports.Form;

/// <summary>Nơi nhận at the left, the signer at the right, with room to sign and seal.</summary>
internal static class SignatureBlock
{
    private const double LeftShare = 0.34;
    private const double RightShare = 0.585;
    private const double RecipientHeight = 15;
    private const double RoomToSign = 78;
    private const double LastRow = 33;

    /// <summary>Writes the block.</summary>
    public static void Write(SheetBuilder sheet, Letterhead letterhead)
    {
        var left = sheet.Grid.ColumnAt(LeftShare) - 1;
        var right = sheet.Grid.ColumnAt(RightShare);
        var last = sheet.Grid.Last;
        sheet.Row(0, new Piece(0, left, Looks.RecipientsHead, "Nơi nhận:"), new Piece(right, last, Looks.SignerTitle, letterhead.SignerTitle));

        var recipients = letterhead.Recipients;
        var used = 0.0;
        for (var index = 0; index < recipients.Count - 1; index++)
        {
            var row = sheet.Row(RecipientHeight, new Piece(0, left, Looks.Recipient, $"- {recipients[index]};"));
            used += sheet.Heights[row - 1];
        }
        var signer = new Piece(right, last, Looks.SignerName, letterhead.SignerName ?? "");
        var least = Math.Max(LastRow, RoomToSign - used);
        if (recipients.Count == 0)
            sheet.Row(least, signer);
        else
            sheet.Row(least, new Piece(0, left, Looks.Recipient, $"- {recipients[^1]}."), signer);
    }
}
