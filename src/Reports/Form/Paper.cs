using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanTracker.Reports.Form;

/// <summary>What stands at the right of every page header.</summary>
/// <param name="IsSample">Made-up data.</param>
/// <param name="IsDraft">Not issued.</param>
internal readonly record struct PageMarks(bool IsSample, bool IsDraft)
{
    public const string Sample = "Dữ liệu mẫu";
    public const string Draft = "Dự thảo";

    /// <summary>The words; empty when there is nothing to warn of.</summary>
    public string Text => string.Join(" - ", new[] { IsDraft ? Draft : "", IsSample ? Sample : "" }.Where(m => m.Length > 0));
}

/// <summary>The paper of every appendix: A4 landscape, one page wide, numbered from 1 in the top margin, no number on the first page.</summary>
internal static class Paper
{
    private const double MillimetresPerInch = 25.4;

    /// <summary>Shown as it is printed: no grid; the head stays in sight where it would not fill the screen.</summary>
    public static SheetViews Views(bool first, int? frozenRows = null)
    {
        var view = new SheetView { ShowGridLines = false, TabSelected = first ? true : null, WorkbookViewId = 0 };
        if (frozenRows is { } rows)
        {
            view.Append(new Pane
            {
                VerticalSplit = rows,
                TopLeftCell = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A{rows + 1}"),
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            });
        }
        return new(view);
    }

    /// <summary>One page wide, as many high as needed.</summary>
    public static SheetProperties Properties() => new(new PageSetupProperties { FitToPage = true });

    public static PrintOptions Options() => new() { HorizontalCentered = true };

    public static PageMargins Margins() => new()
    {
        Left = 30 / MillimetresPerInch,
        Right = 15 / MillimetresPerInch,
        Top = 20 / MillimetresPerInch,
        Bottom = 20 / MillimetresPerInch,
        Header = 10 / MillimetresPerInch,
        Footer = 10 / MillimetresPerInch,
    };

    public static PageSetup Setup() => new()
    {
        PaperSize = 9,
        Orientation = OrientationValues.Landscape,
        FitToWidth = 1,
        FitToHeight = 0,
        FirstPageNumber = 1,
        UseFirstPageNumber = true,
    };

    public static HeaderFooter Header(PageMarks marks)
    {
        var right = marks.Text.Length == 0 ? "" : $"&R&\"Times New Roman,Italic\"&11{marks.Text}";
        var header = new HeaderFooter { DifferentFirst = true };
        header.Append(new OddHeader($"&C&\"Times New Roman,Regular\"&13&P{right}"));
        if (right.Length > 0)
            header.Append(new FirstHeader(right));
        return header;
    }

    public static RowBreaks? Breaks(IReadOnlyList<int> before)
    {
        if (before.Count == 0)
            return null;
        var count = (uint)before.Count;
        return new RowBreaks(before.Select(row => new Break { Id = (uint)row - 1, Max = 16_383, ManualPageBreak = true }))
        {
            Count = count,
            ManualBreakCount = count,
        };
    }
}
