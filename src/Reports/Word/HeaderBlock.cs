using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Word;

/// <summary>The head of an official document in Word: issuing bodies, country and motto, number, place and date side by side.</summary>
internal static class HeaderBlock
{
    public const int Left = 3742;
    public const int Right = 5613;
    private const double IssuingBodyRule = 0.45;
    private const double SubjectRule = 0.4;
    private const int TwentiethsPerPoint = 20;
    private const string CountryName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string MottoText = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The table with two rows, so that number and date share a line.</summary>
    /// <param name="letterhead">Who writes.</param>
    /// <param name="asOf">The day of the figures: an undated document can be dated the day after at the earliest.</param>
    /// <param name="subject">Trích yếu under the number, of a công văn; null for none.</param>
    public static Table Of(Letterhead letterhead, DateOnly asOf, string? subject = null)
    {
        var body = new List<Paragraph>();
        if (letterhead.ParentBody.Length > 0)
            body.Add(Piece.Text(StyleBook.ParentBody, letterhead.ParentBody));
        body.Add(Piece.Text(StyleBook.IssuingBody, letterhead.IssuingBody));
        body.Add(Piece.Rule(Left, Math.Min(Left, TimesNewRoman.Width(letterhead.IssuingBody, new(12, Bold: true)) * TwentiethsPerPoint) * IssuingBodyRule));
        var number = new List<Paragraph> { Piece.Text(StyleBook.Number, Form.HeaderBlock.NumberLine(letterhead)) };
        if (subject is not null)
            number.Add(Piece.Text(StyleBook.LetterSubject, subject));
        return Piece.SideBySide(
            Left, Right,
            ([.. body],
            [
                Piece.Text(StyleBook.Country, CountryName), Piece.Text(StyleBook.Motto, MottoText),
                Piece.Rule(Right, TimesNewRoman.Width(MottoText, new(13, Bold: true)) * TwentiethsPerPoint),
            ]),
            ([.. number], [Piece.Text(StyleBook.PlaceAndDate, Form.HeaderBlock.PlaceAndDate(letterhead, asOf))]));
    }

    /// <summary>Tên loại, trích yếu (a line each) with its rule, and the addressee.</summary>
    public static IEnumerable<Paragraph> Title(string kind, IReadOnlyList<string> subject, string addressedTo) =>
    [
        Piece.Text(StyleBook.Kind, kind), .. subject.Select(line => Piece.Text(StyleBook.Subject, line)),
        Piece.Rule(Left + Right, Math.Min(Left + Right, TimesNewRoman.Width(subject[^1], new(14, Bold: true)) * TwentiethsPerPoint) * SubjectRule),
        Piece.Text(StyleBook.AddressedTo, $"Kính gửi: {addressedTo}."),
    ];
}
