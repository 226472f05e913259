using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>The form that activities of an agency's own plan are filled in on.</summary>
internal static class UnitPlanSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Hoạt động";

    /// <summary>Field of the hidden column: the id that an activity has, or is going to have.</summary>
    public const string Key = "key";

    private static readonly Column[] All =
    [
        new(Key, "Mã dòng", 20, false, "Cột ẩn của hệ thống để nhận ra dòng khi gửi lại tệp; không sửa, không chép sang dòng khác."),
        new("title", "Nội dung hoạt động", 90, true, "Như viết trong kế hoạch của đơn vị."),
        new("channel", "Hình thức, kênh", 50, false, "Trang thông tin điện tử, loa truyền thanh, Zalo…"),
        new("quantityWording", "Số lượng, tần suất (nguyên văn)", 45, false, "01 chương trình/tháng; 04 cuộc; để trống nếu kế hoạch không ghi số lượng."),
        new("quantity", "Số lượng cả năm", 26, false, "Số: 15.000 hoặc 1,5. Để trống thì hệ thống đọc từ cột bên trái khi chỉ hiểu được một cách."),
        new("unit", "Đơn vị tính", 26, false, "Cần có khi ghi số lượng cả năm."),
        new("time", "Thời gian", 36, false, "Trong năm; Quý II; Tháng 9."),
        new("cityActivityId", "Hoạt động của thành phố", 70, false, "Chọn trong danh sách, hoặc ghi số thứ tự: 12. Để trống hoặc chọn “Riêng của đơn vị” nếu không gắn."),
    ];

    /// <summary>The form as the import knows it; the last column is there only in files that were handed back.</summary>
    public static FormShape Shape { get; } = new(
        "unit-plans", "hoạt động", [.. All.Select(c => new FormColumn(c.Field, c.Header, c.IsNeeded)), new(BadRows.Field, BadRows.Header, false)], UnitPlanRules.MostActivities);

    /// <summary>The fields that people fill in, in order.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. All.Select(c => c.Field).Where(f => f != Key)];

    /// <summary>The columns of the workbook.</summary>
    /// <param name="links">What may be chosen as the city's activity.</param>
    public static IReadOnlyList<TemplateColumn> Columns(IReadOnlyList<string> links) =>
    [
        .. All.Select(c => new TemplateColumn(c.Header, c.Millimetres, c.IsNeeded, c.Explanation)
        {
            IsHidden = c.Field == Key,
            Choices = c.Field == "cityActivityId" ? links : [],
            TakesOther = c.Field == "cityActivityId",
        }),
    ];

    /// <summary>The heading of a field.</summary>
    public static string HeaderOf(string field) => All.First(c => c.Field == field).Header;

    /// <summary>Whether nobody filled in anything: a prepared row with its key alone.</summary>
    public static bool IsEmpty(FormTable table, ImportRow row) => row.Wrong.Count == 0 && Fields.All(f => VietnameseText.Clean(table.Text(row, f)) is null);

    private sealed record Column(string Field, string Header, double Millimetres, bool IsNeeded, string Explanation);
}
