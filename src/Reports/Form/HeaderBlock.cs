using System.Globalization;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Form;

/// <summary>The head of an official document: issuing bodies, country and motto, number, place and date, kind, subject, addressee.</summary>
internal static class HeaderBlock
{
    /// <summary>Share of the width that the issuing bodies take.</summary>
    private const double LeftShare = 0.34;
    private const double IssuingBodyRule = 0.45;
    private const double SubjectRule = 0.4;
    private const double SmallSpace = 3;
    private const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";
    /// <summary>Room for what is written in by hand.</summary>
    private const string Blank = "       ";

    /// <summary>Writes the head.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="rules">The rules under its lines.</param>
    /// <param name="letterhead">Who writes to whom.</param>
    /// <param name="asOf">The day of the figures: an unsigned document can be dated the day after at the earliest.</param>
    /// <param name="subject">Trích yếu, a line each.</param>
    /// <param name="remark">A line under it; null for none.</param>
    public static void Write(
        SheetBuilder sheet, RuleLines rules, Letterhead letterhead, DateOnly asOf, IReadOnlyList<string> subject, string? remark)
    {
        var grid = sheet.Grid;
        var right = grid.ColumnAt(LeftShare);
        var left = right - 1;
        sheet.Row(0, new Piece(0, left, Looks.ParentBody, letterhead.ParentBody), new Piece(right, grid.Last, Looks.Country, Country));
        sheet.Row(0, new Piece(0, left, Looks.IssuingBody, letterhead.IssuingBody), new Piece(right, grid.Last, Looks.Motto, Motto));
        rules.Row(
            (0, left, TimesNewRoman.Width(letterhead.IssuingBody, Looks.IssuingBody.Face) * IssuingBodyRule),
            (right, grid.Last, TimesNewRoman.Width(Motto, Looks.Motto.Face)));
        sheet.Row(0, new Piece(0, left, Looks.Number, NumberLine(letterhead)), new Piece(right, grid.Last, Looks.PlaceAndDate, PlaceAndDate(letterhead, asOf)));
        sheet.Space(SmallSpace);

        sheet.Line(Looks.Subject, "BÁO CÁO");
        foreach (var line in subject)
            sheet.Line(Looks.Subject, line);
        rules.Row((0, grid.Last, Math.Min(TimesNewRoman.Width(subject[^1], Looks.Subject.Face), grid.Points(0, grid.Last)) * SubjectRule));
        if (remark is not null)
            sheet.Line(Looks.Remark, remark);
        sheet.Line(Looks.AddressedTo, $"Kính gửi: {letterhead.AddressedTo}.");
        sheet.Space(SmallSpace);
    }

    /// <summary>"Số: 05/BC-SNV"; room for the number until it is given.</summary>
    public static string NumberLine(Letterhead letterhead)
    {
        var number = letterhead.Number?.Trim();
        if (number is { Length: 1 } && char.IsAsciiDigit(number[0]))
            number = "0" + number;
        return $"Số: {(string.IsNullOrEmpty(number) ? Blank : number)}/{letterhead.Symbol}";
    }

    /// <summary>"Cần Thơ, ngày 05 tháng 9 năm 2024": a 0 before days below ten and the months 1 and 2 only.</summary>
    public static string PlaceAndDate(Letterhead letterhead, DateOnly asOf)
    {
        var date = letterhead.SignedOn ?? asOf.AddDays(1);
        var day = letterhead.SignedOn is null ? Blank : date.Day.ToString("00", CultureInfo.InvariantCulture);
        var month = date.Month.ToString(date.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{letterhead.Place}, ngày {day} tháng {month} năm {date.Year}");
    }
}
