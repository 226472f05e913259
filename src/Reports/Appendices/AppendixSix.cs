using PlanTracker.Domain;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Appendices;

/// <summary>Phụ lục VI: difficulties of agencies and what Sở Nội vụ answered.</summary>
internal static class AppendixSix
{
    public const string Name = "Phụ lục VI";

    public static FinishedSheet Build(PlanReport report, DifficultyTable table, StyleBook styles)
    {
        var appendix = new AppendixSheet(
            Name, "KHÓ KHĂN, VƯỚNG MẮC CỦA CƠ QUAN, ĐƠN VỊ VÀ TRẢ LỜI CỦA SỞ NỘI VỤ", report, styles, [10, 38, 20, 62, 44, 57, 20]);
        appendix.Head("TT", "Cơ quan, đơn vị", "Ngày nêu", "Nội dung khó khăn, vướng mắc", "Đề xuất", "Trả lời của Sở Nội vụ", "Ngày trả lời");
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = table.Rows[index];
            appendix.Sheet.Row(
                AppendixSheet.TableRow, Piece.Of(0, Looks.TableCentred, index + 1), new Piece(1, Looks.TableText, row.AgencyName), Piece.Of(2, Looks.TableCentred, row.RaisedOn),
                new Piece(3, Looks.TableText, row.Text), new Piece(4, Looks.TableText, row.Proposal ?? "-"), new Piece(5, Looks.TableText, row.Answer ?? "Chưa trả lời"),
                Piece.Of(6, Looks.TableCentred, row.AnsweredOn));
        }
        appendix.Count(
            $"Tổng số {VietnameseNumber.Wording(table.Rows.Count)}; đã trả lời {VietnameseNumber.Wording(table.Answered)}; chưa trả lời {VietnameseNumber.Wording(table.Unanswered)}");
        return appendix.Finish();
    }
}
