using System.Globalization;
using PlanTracker.Domain.News;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.News;

/// <summary>The sheet of Phụ lục VII: items by agency and field, and what became of them. Every number is the table's own.</summary>
internal static class NewsFigureSheet
{
    private const double HeadRow = 45;
    private const double TableRow = 18;
    private static readonly double[] Widths = [10, 64, 18, 18, 18, 18, 18, 23, 16, 16, 16, 16];

    public static byte[] Write(NewsFigureTable table, bool isSample)
    {
        var styles = new StyleBook();
        var sheet = new SheetBuilder(new Grid(Widths), styles);
        sheet.Line(Looks.Subject, "Phụ lục VII");
        sheet.Line(Looks.AppendixTitle, "TIN, BÀI THEO CƠ QUAN, ĐƠN VỊ VÀ LĨNH VỰC");
        sheet.Line(Looks.Remark, $"(Gửi từ ngày {Day(table.From)} đến ngày {Day(table.To)}, kết quả đến hết ngày {Day(table.AsOf)})");
        sheet.Space(6);
        var fields = Enum.GetValues<NewsField>();
        var top = sheet.Row(TableRow,
            new Piece(0, Looks.TableHead, "TT"), new Piece(1, Looks.TableHead, "Cơ quan, đơn vị"),
            new Piece(2, 7, Looks.TableHead, "Số tin, bài gửi theo lĩnh vực CCHC"), new Piece(8, 11, Looks.TableHead, "Kết quả"));
        string[] heads = ["", "", .. fields.Select(NewsWords.NameOf), "Tổng số gửi", "Được chọn", "Đã đăng", "Không chọn"];
        var head = sheet.Row(HeadRow, [.. heads.Select((text, column) => new Piece(column, Looks.TableHead, text))]);
        foreach (var (index, row) in table.Rows.Index())
        {
            sheet.Row(TableRow, [
                Piece.Of(0, Looks.TableCentred, index + 1), new Piece(1, Looks.TableText, row.Agency.Name), .. Numbers(row, fields, Looks.TableCentred)]);
        }
        var total = Looks.TableTotal with { Across = Across.Centre };
        var last = sheet.Row(TableRow, [
            new Piece(0, Looks.TableTotal, ""), new Piece(1, Looks.TableTotal, $"Tổng cộng ({table.Rows.Count} cơ quan, đơn vị)"), .. Numbers(table.Total, fields, total)]);
        sheet.Line(Looks.Note, "Ghi chú: Theo ngày gửi lần đầu trong kỳ. Cơ quan, đơn vị không gửi tin, bài trong kỳ không liệt kê.");
        return WorkbookFile.Write("Tin, bài theo cơ quan và lĩnh vực", "PlanTracker", new PageMarks(isSample, false), styles,
            [new FinishedSheet("Phụ lục VII", sheet, new RuleLines(sheet), top, head, [], $"A{head}:A{last}")]);
    }

    private static IEnumerable<Piece> Numbers(NewsRow row, NewsField[] fields, CellLook look) =>
        fields.Select(f => row.ByField[f]).Concat([row.Sent, row.Selected, row.Published, row.Declined])
            .Select((number, index) => Piece.Of(index + 2, look, number));

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
