using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Funding;

/// <summary>The form that records of money are filled in on: its columns and how each is filled in.</summary>
internal static class FundingSheet
{
    /// <summary>The most rows of one file.</summary>
    public const int MaxRows = 2_000;

    /// <summary>Name of the sheet.</summary>
    public const string Name = "Kinh phí";

    /// <summary>Field of the hidden column: the id that a record has, or is going to have.</summary>
    public const string Key = "key";

    /// <summary>Field of the column that says who recorded it; nothing is read from it.</summary>
    public const string Status = "status";

    private static readonly Column[] All =
    [
        new(Key, "Mã dòng", 20, false, "Cột ẩn của hệ thống để nhận ra dòng khi gửi lại tệp; không sửa, không chép sang dòng khác."),
        new("activityId", "Hoạt động", 70, true, "Chọn trong danh sách, hoặc ghi số thứ tự của hoạt động trong kế hoạch: 12."),
        new("source", "Nguồn kinh phí", 50, true, "Chọn trong danh sách."),
        new("stage", "Bước", 26, true, "Chọn trong danh sách. Kinh phí CCHC của thành phố qua sáu bước; nguồn khác chỉ có dự toán, giải ngân, quyết toán."),
        new("kind", "Việc ghi", 26, false, "Để trống là ghi nhận. Bước đã ghi thì chỉ bổ sung hoặc cắt giảm; giải ngân thì ghi mỗi lần chi một dòng."),
        new("amount", "Số tiền (đồng)", 34, true, "Số đồng nguyên, không âm: 12.500.000. Không ghi phần lẻ, không ghi đơn vị."),
        new("date", "Ngày thực hiện", 28, true, "Ngày/tháng/năm, đủ bốn chữ số của năm: 05/3/2024."),
        new("document.number", "Số, ký hiệu văn bản", 45, true, "Tờ trình, quyết định, ủy nhiệm chi: 45/TTr-STTTT."),
        new("document.date", "Ngày của văn bản", 28, true, "Ngày/tháng/năm."),
        new("note", "Ghi chú", 60, false, "Tối đa 1.000 ký tự. Bổ sung hoặc cắt giảm thì cần ghi lý do."),
        new(Status, "Người ghi (không sửa)", 50, false, "Của bản ghi đã có. Hệ thống không đọc cột này."),
    ];

    /// <summary>The form as the import knows it; the last column is there only in files that were handed back.</summary>
    public static FormShape Shape { get; } = new(
        "funding", "bản ghi kinh phí", [.. All.Select(c => new FormColumn(c.Field, c.Header, c.IsNeeded)), new(BadRows.Field, BadRows.Header, false)], MaxRows);

    /// <summary>The fields that people fill in, in order.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. All.Select(c => c.Field).Where(f => f is not (Key or Status))];

    /// <summary>The columns of the workbook.</summary>
    /// <param name="choicesOf">What may be chosen, by field.</param>
    public static IReadOnlyList<TemplateColumn> Columns(Func<string, IReadOnlyList<string>> choicesOf) =>
    [
        .. All.Select(c => new TemplateColumn(c.Header, c.Millimetres, c.IsNeeded, c.Explanation)
        {
            IsHidden = c.Field == Key,
            Choices = choicesOf(c.Field),
            TakesOther = c.Field is "activityId",
        }),
    ];

    /// <summary>The heading of a field.</summary>
    public static string HeaderOf(string field) => All.First(c => c.Field == field).Header;

    /// <summary>Whether nobody filled in anything: a prepared row with its key alone.</summary>
    public static bool IsEmpty(FormTable table, ImportRow row) =>
        row.Wrong.Count == 0 && Fields.All(f => VietnameseText.Clean(table.Text(row, f)) is null);

    private sealed record Column(string Field, string Header, double Millimetres, bool IsNeeded, string Explanation);
}
