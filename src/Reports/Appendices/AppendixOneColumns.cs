using System.Globalization;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>A column of Phụ lục I: its head, its width in millimetres and what it shows of a row.</summary>
internal sealed record AppendixOneColumn(string Head, double Width, Func<ReportRow, int, Piece> Cell);

/// <summary>The columns of Phụ lục I; a report of a whole year has one more, its room taken from three others.</summary>
internal static class AppendixOneColumns
{
    public static IReadOnlyList<AppendixOneColumn> Of(PlanReport report)
    {
        var isWholeYear = report.Period.Kind is PeriodKind.Year or PeriodKind.Closing;
        var asked = MarkOf(report, "*");
        var delegated = MarkOf(report, "**");
        var columns = new List<AppendixOneColumn>
        {
            new("TT", 8, (r, c) => new(c, Looks.TableCentred, r.Label)),
            new("Hình thức tuyên truyền", isWholeYear ? 39 : 45, (r, c) => new(c, Looks.TableText, r.DeliveryModeAsked ? r.Title + asked : r.Title)),
            new("Số lượng/ tần suất", 18, (r, c) => new(c, Looks.TableText, r.Wording)),
            new("Đơn vị tính", 11, (r, c) => new(c, Looks.TableCentred, r.Unit.Length == 0 ? "-" : r.Unit)),
            new("Chỉ tiêu cả năm", 12, (r, c) => Piece.Of(c, Looks.TableCentred, r.Figures.Value)),
            new("Thực hiện trong kỳ", 12, (r, c) => Piece.Of(c, Looks.TableCentred, r.Figures.InPeriod)),
            new("Lũy kế", 12, (r, c) => Piece.Of(c, Looks.TableCentred, r.Figures.ToDate)),
            new("Tỷ lệ (%)", 11, (r, c) => Piece.Of(c, Looks.TableCentred, r.Figures.Percent, NumberFormats.OneDecimal)),
        };
        if (isWholeYear)
            columns.Add(new("Ước thực hiện cả năm", 12, (r, c) => Piece.Of(c, Looks.TableCentred, r.Figures.Forecast)));
        columns.AddRange(
        [
            new(Marked("Cơ quan chủ trì", delegated), 20, (r, c) => new(c, Looks.TableText, r.Lead)),
            new("Cơ quan phối hợp", isWholeYear ? 29 : 33, (r, c) => new(c, Looks.TableText, r.Supporting)),
            new("Thời gian", 13, (r, c) => new(c, Looks.TableCentred, r.Time)),
            new(Marked("Hình thức tổ chức", asked), 13, (r, c) => new(c, Looks.TableCentred, r.DeliveryModeAsked ? r.Modes : "-")),
            new("Trạng thái", 13, Status),
            new("Minh chứng", 13, (r, c) => new(c, Looks.TableCentred, Evidence(r))),
            new("Ghi chú", isWholeYear ? 15 : 17, (r, c) => new(c, Looks.TableText, r.Note)),
        ]);
        return columns;
    }

    private static Piece Status(ReportRow row, int column) =>
        new(column, Looks.TableCentred with { Fill = StatusFill.Of(row.Figures.Status) }, StatusWords.NameOf(row.Figures.Status));

    private static string Evidence(ReportRow row) =>
        row.Entries == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{row.WithEvidence}/{row.Entries}");

    /// <summary>A mark is printed only when the plan has a note that explains it.</summary>
    private static string MarkOf(PlanReport report, string mark) => report.Plan.Text.Footnotes.Any(f => f.Mark == mark) ? mark : "";

    private static string Marked(string head, string mark) => mark.Length == 0 ? head : $"{head} ({mark})";
}
