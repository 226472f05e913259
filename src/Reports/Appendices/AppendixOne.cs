using PlanTracker.Domain;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Appendices;

/// <summary>Phụ lục I, the first sheet: head of the document, the plan's activities with their figures, notes, signature.</summary>
internal static class AppendixOne
{
    public const string Name = "Phụ lục I";
    private const string Title = "TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC HOẠT ĐỘNG TUYÊN TRUYỀN TRỌNG TÂM";
    private const double TableRow = 18;
    private const double CountRow = 18.75;
    private const double SmallSpace = 3;

    /// <summary>Lays out the sheet.</summary>
    public static FinishedSheet Build(PlanReport report, StyleBook styles)
    {
        var columns = AppendixOneColumns.Of(report);
        var sheet = new SheetBuilder(new Grid([.. columns.Select(c => c.Width)]), styles);
        var rules = new RuleLines(sheet);
        HeaderBlock.Write(
            sheet, rules, report.Letterhead, report.AsOf,
            [PeriodWording.Subject(report.Plan), PeriodWording.Period(report.Plan, report.Period)],
            PeriodWording.AsOf(report.Period, report.AsOf));
        sheet.Line(Looks.Subject, Name);
        sheet.Line(Looks.AppendixTitle, Title);
        sheet.Space(6);

        var head = sheet.Row(TableRow, [.. columns.Select((c, index) => new Piece(index, Looks.TableHead, c.Head))]);
        var together = Table(sheet, columns, report.Rows);
        var count = sheet.Row(
            CountRow,
            new Piece(0, sheet.Grid.Last, Looks.TableTotal, StatusWords.Count(report.StatusCounts)));
        Notes(sheet, report);
        SignatureBlock.Write(sheet, report.Letterhead);

        together.Add(new(head, Math.Min(head + 1, count)));
        together.Add(new(Math.Max(head, count - 1), sheet.LastRow));
        var breaks = PageFilling.Breaks(sheet.Heights, head, together);
        return new(Name, sheet, rules, head, head, breaks, $"A{head}:A{count}");
    }

    /// <summary>The rows; those of one activity belong together.</summary>
    private static List<Together> Table(SheetBuilder sheet, IReadOnlyList<AppendixOneColumn> columns, IReadOnlyList<ReportRow> rows)
    {
        var together = new List<Together>();
        foreach (var activity in rows.GroupBy(r => r.ActivityId))
        {
            var first = sheet.LastRow + 1;
            foreach (var row in activity)
                sheet.Row(TableRow, [.. columns.Select((c, index) => c.Cell(row, index))]);
            if (sheet.LastRow > first)
                together.Add(new(first, sheet.LastRow));
        }
        return together;
    }

    private static void Notes(SheetBuilder sheet, PlanReport report)
    {
        sheet.Space(SmallSpace);
        var asOf = PeriodWording.Day(report.AsOf);
        var waiting = report.Waiting == 0 ? "" : $" Còn {VietnameseNumber.Wording(report.Waiting)} kết quả chờ xác nhận, chưa tính.";
        sheet.Line(
            Looks.Note,
            $"Ghi chú: Kỳ báo cáo {PeriodWording.Range(report.Period)}. Chỉ tiêu có hiệu lực và kết quả đã xác nhận đến hết ngày {asOf}. " +
            $"Minh chứng: số kết quả có minh chứng/số kết quả trong kỳ. Không cộng các số khác đơn vị tính.{waiting}");
        foreach (var footnote in report.Plan.Text.Footnotes)
            sheet.Line(Looks.Note, $"({footnote.Mark}) {footnote.Text}");
        sheet.Space(SmallSpace);
    }
}
