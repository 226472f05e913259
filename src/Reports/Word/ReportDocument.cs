using DocumentFormat.OpenXml;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Appendices;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Word;

/// <summary>The report in Word: I Kết quả, II Tồn tại, III Phương hướng, IV Đề xuất; whole, or as a section to be set into another report.</summary>
internal static class ReportDocument
{
    private static readonly int[] Widths = [3401, 1077, 1020, 1020, 1020, 794, 1023];
    private static readonly string[] Heads = ["Cơ quan chủ trì", "Số hoạt động", "Hoàn thành", "Đúng tiến độ", "Chậm tiến độ", "Quá hạn", "Chưa triển khai"];

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(PlanReport report, bool sectionOnly)
    {
        var marks = new PageMarks(report.Plan.IsSample, report.State is not ReportState.Issued);
        var title = $"Báo cáo {PeriodWording.InSentence(PeriodWording.Subject(report.Plan))} - {PeriodWording.Period(report.Plan, report.Period)}";
        return WordFile.Write(title, report.Letterhead.IssuingBody, marks, sectionOnly ? Body(report) : Whole(report));
    }

    private static IEnumerable<OpenXmlElement> Whole(PlanReport report)
    {
        yield return HeaderBlock.Of(report.Letterhead, report.AsOf);
        var scope = report.Scope is { } of ? $" (phần của {of.Name})" : "";
        foreach (var line in HeaderBlock.Title("BÁO CÁO", [PeriodWording.Subject(report.Plan), Upper(Narrative.ShortPeriod(report)) + scope], report.Letterhead.AddressedTo))
            yield return line;
        yield return Piece.Text(StyleBook.Text, Narrative.Opening(report));
        foreach (var element in Body(report))
            yield return element;
        yield return Piece.Text(StyleBook.LastText, Narrative.Closing(report));
        yield return Signature.Of(report.Letterhead);
        yield return Piece.Empty(StyleBook.AfterTable);
    }

    private static IEnumerable<OpenXmlElement> Body(PlanReport report)
    {
        yield return Piece.Text(StyleBook.Heading1, Numbering.Part(1, "KẾT QUẢ THỰC HIỆN"));
        yield return Piece.Text(StyleBook.Heading2, Numbering.Section(1, "Các hoạt động tuyên truyền trọng tâm (mục IV của Kế hoạch)"));
        yield return Piece.Text(StyleBook.Text, Narrative.Standing(report));
        if (report.Leads.Count > 0)
        {
            yield return Piece.Figures(Widths, Heads, [.. report.Leads.Select(l => Cells(l.Lead, l.Counts)), Cells("Tổng cộng", report.StatusCounts)], hasSum: true);
            yield return Piece.Empty(StyleBook.AfterTable);
        }
        foreach (var paragraph in Narrative.ByLead(report))
            yield return Piece.Text(StyleBook.Text, paragraph);

        yield return Piece.Text(StyleBook.Heading2, Numbering.Section(2, "Hoạt động của cơ quan, đơn vị, địa phương (mục VI của Kế hoạch)"));
        var agencies = Narrative.Agencies(report).ToList();
        foreach (var paragraph in agencies.Count > 0 ? agencies : ["Chưa có báo cáo của cơ quan, đơn vị, địa phương được tổng hợp trong kỳ."])
            yield return Piece.Text(StyleBook.Text, paragraph);
        yield return Piece.Text(StyleBook.Heading2, Numbering.Section(3, "Kinh phí"));
        foreach (var paragraph in Narrative.Money(report))
            yield return Piece.Text(StyleBook.Text, paragraph);

        yield return Piece.Text(StyleBook.Heading1, Numbering.Part(2, "TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN"));
        yield return Piece.Text(StyleBook.Heading2, Numbering.Section(1, "Tồn tại, hạn chế"));
        foreach (var paragraph in Narrative.Shortcomings(report))
            yield return Piece.Text(StyleBook.Text, paragraph);
        yield return Piece.Text(StyleBook.Heading2, Numbering.Section(2, "Nguyên nhân"));
        yield return Piece.Room("causes", "Tồn tại, nguyên nhân", report.Texts.Causes, "[Nguyên nhân của tồn tại, hạn chế do người soạn bổ sung.]");
        yield return Piece.Text(StyleBook.Heading1, Numbering.Part(3, "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI"));
        yield return Piece.Room("plan", "Phương hướng", report.Texts.Plan, "[Phương hướng, nhiệm vụ do người soạn bổ sung.]");
        yield return Piece.Text(StyleBook.Heading1, Numbering.Part(4, "ĐỀ XUẤT, KIẾN NGHỊ"));
        yield return Piece.Room("proposals", "Đề xuất, kiến nghị", report.Texts.Proposals, "[Nội dung đề xuất, kiến nghị do người soạn bổ sung.]");
    }

    private static string[] Cells(string lead, Domain.Reporting.StatusCounts c) =>
        [lead, .. new[] { c.Total, c.Completed, c.OnTrack, c.Behind, c.Overdue, c.NotStarted }.Select(n => Domain.VietnameseNumber.Show(n))];

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
