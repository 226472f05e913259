using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Appendices;

/// <summary>What the appendices behind the first have in common: label, title, the document they belong to, a table, a note.</summary>
internal sealed class AppendixSheet
{
    public const double TableRow = 18;
    private const double SmallSpace = 4.5;
    private const double CountRow = 18.75;

    private readonly string name;
    private readonly SheetBuilder sheet;
    private int headFirst;
    private int headLast;

    public AppendixSheet(string name, string title, PlanReport report, StyleBook styles, IReadOnlyList<double> millimetres)
    {
        this.name = name;
        sheet = new SheetBuilder(new Grid(millimetres), styles);
        sheet.Line(Looks.Subject, name);
        sheet.Line(Looks.AppendixTitle, title);
        sheet.Line(Looks.Remark, With(report));
    }

    /// <summary>The rows.</summary>
    public SheetBuilder Sheet => sheet;

    /// <summary>"Quý III năm 2024" in capitals.</summary>
    public static string PeriodInCapitals(PlanReport report) =>
        Word.Narrative.ShortPeriod(report).ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));

    /// <summary>A head of one row.</summary>
    public void Head(params ReadOnlySpan<string> heads)
    {
        sheet.Space(6);
        var pieces = new Piece[heads.Length];
        for (var column = 0; column < heads.Length; column++)
            pieces[column] = new(column, Looks.TableHead, heads[column]);
        headFirst = headLast = sheet.Row(TableRow, pieces);
    }

    /// <summary>A head of two rows: groups above, columns below; a column without a group is one cell over both.</summary>
    /// <param name="look">Of the heads.</param>
    /// <param name="turned">Of heads that are written upwards.</param>
    /// <param name="least">Least height of the lower row.</param>
    /// <param name="groups">Head, columns of the group below (none: the head stands alone), and whether a lone head is written upwards.</param>
    public void TwoRowHead(CellLook look, CellLook turned, double least, params ReadOnlySpan<(string Head, string[] Columns, bool Turned)> groups)
    {
        sheet.Space(6);
        var (upper, lower, alone) = (new List<Piece>(), new List<Piece>(), new List<int>());
        var column = 0;
        foreach (var (head, columns, up) in groups)
        {
            if (columns.Length == 0)
            {
                upper.Add(new(column, up ? turned : look, head));
                lower.Add(new(column, look, ""));
                alone.Add(column++);
                continue;
            }
            upper.Add(new(column, column + columns.Length - 1, look, head));
            foreach (var name in columns)
                lower.Add(new(column++, up ? turned : look, name));
        }
        // A head that stands alone has both rows: its height is shared, so that only grouped heads decide the upper row.
        var heights = upper.Where(p => p.Last > p.First).Select(p => sheet.HeightOf(p)).DefaultIfEmpty(TableRow).Max();
        headFirst = sheet.Space(heights, [.. upper]);
        var tallest = upper.Where(p => p.Last == p.First).Select(p => sheet.HeightOf(p) - heights).Append(least).Max();
        headLast = sheet.Row(tallest, [.. lower]);
        foreach (var lone in alone)
            sheet.Join(lone, headFirst, headLast);
    }

    /// <summary>A row over the whole table that says what it comes to.</summary>
    public void Count(string text) => sheet.Row(CountRow, new Piece(0, sheet.Grid.Last, Looks.TableTotal, text));

    /// <summary>A note under the table.</summary>
    public void Note(string text)
    {
        sheet.Space(SmallSpace);
        sheet.Line(Looks.Note, text);
    }

    /// <summary>The finished sheet.</summary>
    public FinishedSheet Finish()
    {
        var last = sheet.LastRow;
        var breaks = PageFilling.Breaks(sheet.Heights, headLast, [new(headFirst, Math.Min(headLast + 1, last)), new(Math.Max(headFirst, last - 1), last)]);
        return new(name, sheet, new RuleLines(sheet), headFirst, headLast, breaks, $"A{headFirst}:A{last}");
    }

    private static string With(PlanReport report)
    {
        var letterhead = report.Letterhead;
        var date = HeaderBlock.PlaceAndDate(letterhead, report.AsOf)[(letterhead.Place.Length + 2)..];
        var author = report.DrawnUpBy.Length > 0 ? report.DrawnUpBy : letterhead.IssuingBody;
        return $"(Kèm theo Báo cáo {LowerFirst(HeaderBlock.NumberLine(letterhead))} {date} của {author})";
    }

    private static string LowerFirst(string text) => text.Replace("Số:", "số", StringComparison.Ordinal);
}
