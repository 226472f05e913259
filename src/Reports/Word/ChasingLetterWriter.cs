using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Reports.Appendices;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Word;

/// <summary>Writes the draft công văn đôn đốc: late units filled in, the rest worded so that it can be signed or edited.</summary>
public sealed class ChasingLetterWriter : IChasingLetterWriter
{
    private static readonly int[] Columns = [567, 4649, 1304, 907, 964, 964];
    private static readonly string[] Heads = ["TT", "Cơ quan, đơn vị", "Hạn gửi", "Ngày chậm", "Lần nhắc", "Nhắc cuối"];

    /// <inheritdoc/>
    public byte[] Document(ChasingLetter letter) => WordFile.Write(
        $"Công văn đôn đốc gửi báo cáo {letter.PeriodName}", letter.Letterhead.IssuingBody, new PageMarks(letter.Plan.IsSample, true), Body(letter));

    private static IEnumerable<OpenXmlElement> Body(ChasingLetter letter) =>
    [
        HeaderBlock.Of(letter.Letterhead, letter.Today, $"V/v đôn đốc gửi báo cáo kết quả\nthông tin, tuyên truyền CCHC\n{letter.PeriodName}"),
        .. Addressees([.. letter.Late.Select(l => l.Name)]),
        Piece.Text(StyleBook.Text, Opening(letter)),
        Piece.Figures(Columns, Heads, [.. letter.Late.Select((unit, i) => Row(unit, i + 1))], hasSum: false, textColumn: 1),
        Piece.Empty(StyleBook.AfterTable),
        Piece.Text(StyleBook.Text, "Để kịp thời tổng hợp, Sở Nội vụ đề nghị các cơ quan, đơn vị, địa phương có tên nêu trên:"),
        Piece.Text(StyleBook.Text,
            $"1. Gửi báo cáo {letter.PeriodName} trên phần mềm theo dõi Kế hoạch số {letter.Plan.Number} trước ngày {InWords(letter.AnswerBy)}. "
            + "Trường hợp không phát sinh hoạt động thì gửi báo cáo “không phát sinh” kèm giải trình."),
        Piece.Text(StyleBook.Text, "2. Nêu rõ lý do chậm gửi; phân công đầu mối theo dõi và gửi báo cáo đúng hạn trong các kỳ tiếp theo."),
        Piece.Text(StyleBook.LastText,
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về Sở Nội vụ (Phòng Cải cách hành chính - Văn thư, Lưu trữ) để được hướng dẫn./."),
        Signature.Of(letter.Letterhead),
        Piece.Empty(StyleBook.AfterTable),
    ];

    // One stands on the line itself, several a line each with dashes under the colon.
    private static IEnumerable<Paragraph> Addressees(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
            return [Piece.Text(StyleBook.AddressedTo, $"Kính gửi: {names[0]}.")];
        return names.Select((name, i) => Placed($"- {name}{(i == names.Count - 1 ? "." : ";")}", i == 0 ? 60 : 0, i == names.Count - 1 ? 240 : 0, 3165, 180))
            .Prepend(Placed("Kính gửi:", 360, 0, 1985, null));
    }

    private static Paragraph Placed(string text, int before, int after, int left, int? hanging)
    {
        var paragraph = Piece.Text(StyleBook.AddressedToMany, text);
        var indent = new Indentation { Left = Of(left) };
        if (hanging is { } width)
            indent.Hanging = Of(width);
        paragraph.ParagraphProperties!.Append(new SpacingBetweenLines { Before = Of(before), After = Of(after) }, indent);
        return paragraph;
    }

    private static string Opening(ChasingLetter letter) =>
        $"Thực hiện Kế hoạch số {letter.Plan.Number} ngày {InWords(letter.Plan.IssuedOn)} của {letter.Issuer} về {PeriodWording.InSentence(letter.Plan.Title)}, "
        + $"tính đến hết ngày {InWords(letter.Today)}, Sở Nội vụ đã nhận báo cáo {letter.PeriodName} "
        + $"(từ ngày {InWords(letter.Period.From)} đến ngày {InWords(letter.Period.To)}) của "
        + $"{letter.Received}/{letter.Expected} cơ quan, đơn vị, địa phương; còn {VietnameseNumber.Wording(letter.Late.Count)} nơi chưa gửi, cụ thể:";

    private static string[] Row(LateUnit unit, int number) =>
    [
        Of(number), unit.Name, unit.DueOn.ToString("dd\\/MM\\/yyyy", CultureInfo.InvariantCulture), Of(unit.DaysLate), Of(unit.Reminders),
        unit.LastReminded?.ToString("dd\\/MM", CultureInfo.InvariantCulture) ?? "-",
    ];

    // 0 before days below ten and the months 1 and 2 only, as on the line of the date.
    private static string InWords(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:00} tháng {(day.Month <= 2 ? $"0{day.Month}" : $"{day.Month}")} năm {day.Year}");

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
