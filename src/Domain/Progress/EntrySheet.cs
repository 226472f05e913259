using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Progress;

/// <summary>The form that entries are filled in on: its columns and how each is filled in.</summary>
internal static class EntrySheet
{
    /// <summary>The most rows of one file.</summary>
    public const int MaxRows = 10_000;

    /// <summary>Name of the sheet.</summary>
    public const string Name = "Kết quả";

    /// <summary>Field of the hidden column with keys.</summary>
    public const string Key = "key";

    /// <summary>Field of the column that says how an entry stands; nothing is read from it.</summary>
    public const string Status = "status";

    private static readonly Column[] All =
    [
        new(Key, "Mã dòng", 20, false, "Cột ẩn của hệ thống để nhận ra dòng khi gửi lại tệp; không sửa, không chép sang dòng khác."),
        new("targetId", "Chỉ tiêu", 70, true, "Chọn trong danh sách: các chỉ tiêu mà cơ quan chủ trì."),
        new("date", "Ngày thực hiện", 28, true, "Ngày/tháng/năm, đủ bốn chữ số của năm: 05/3/2024."),
        new("quantity", "Số lượng", 24, true, "Dấu chấm tách hàng nghìn (15.000), dấu phẩy cho số lẻ (1,5). Chỉ tiêu phần trăm hoặc làm hay chưa làm: ghi 1."),
        new("title", "Tên hoạt động, sản phẩm", 70, true, "Một dòng, tối đa 500 ký tự."),
        new("place", "Địa điểm", 45, false, "Một dòng, tối đa 500 ký tự."),
        new("mode", "Hình thức tổ chức", 40, false, "Chọn trong danh sách; dòng có dấu (*) cần có khi gửi."),
        new("peopleReached", "Số người", 22, false, "Số nguyên."),
        new("attendances", "Số lượt", 22, false, "Số nguyên; đếm riêng với số người."),
        new("cadenceSlot", "Số, tuần", 26, false, "Nếu kết quả của một số, tuần, tháng nhất định: “số 12”, “tuần 5”."),
        new("memberId", "Cơ quan được tính", 60, false, "Chỉ của chỉ tiêu phần trăm: cơ quan mà kết quả này tính cho."),
        new("supporting", "Cơ quan phối hợp", 70, false, "Mỗi cơ quan cách nhau bằng dấu chấm phẩy; phần đóng góp ghi sau dấu hai chấm: “Sở Tư pháp: báo cáo viên; UBND quận Ninh Kiều”."),
        new(SpentField(FundingSource.CityReformBudget), "Chi: kinh phí CCHC của thành phố (đồng)", 34, false, "Số đồng nguyên: 1.500.000."),
        new(SpentField(FundingSource.UnitBudget), "Chi: kinh phí thường xuyên của đơn vị (đồng)", 34, false, "Số đồng nguyên."),
        new(SpentField(FundingSource.Socialised), "Chi: xã hội hóa (đồng)", 30, false, "Số đồng nguyên."),
        new("themes", "Nội dung tuyên truyền", 60, false, "Chọn một mục, hoặc ghi số của nhiều mục cách nhau bằng dấu chấm phẩy: 1; 3."),
        new("form", "Hình thức tuyên truyền", 50, false, "Chọn trong danh sách, hoặc ghi số của mục."),
        new("channel", "Kênh", 40, false, "Chọn trong danh sách."),
        new("note", "Ghi chú", 60, false, "Tối đa 2.000 ký tự."),
        new("noEvidenceReason", "Lý do chưa có minh chứng", 60, false, "Cần có khi gửi mà chưa thêm minh chứng. Minh chứng (tệp, liên kết, số văn bản) thêm ở trang của kết quả sau khi nhập."),
        new(Status, "Tình trạng (không sửa)", 50, false, "Bản nháp, hoặc lý do trả lại. Hệ thống không đọc cột này."),
    ];

    /// <summary>The form as the import knows it; the last column is there only in files that were handed back.</summary>
    public static FormShape Shape { get; } = new(
        "entries", "kết quả", [.. All.Select(c => new FormColumn(c.Field, c.Header, c.IsNeeded)), new(BadRows.Field, BadRows.Header, false)], MaxRows);

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
            TakesOther = c.Field is "supporting" or "themes" or "form",
        }),
    ];

    /// <summary>The heading of a field.</summary>
    public static string HeaderOf(string field) => All.First(c => c.Field == field).Header;

    /// <summary>Field of the money of a source.</summary>
    public static string SpentField(FundingSource source) => $"spent{source}";

    /// <summary>Whether nobody filled in anything: a prepared row with its key alone.</summary>
    public static bool IsEmpty(FormTable table, ImportRow row) =>
        row.Wrong.Count == 0 && Fields.All(f => VietnameseText.Clean(table.Text(row, f)) is null);

    private sealed record Column(string Field, string Header, double Millimetres, bool IsNeeded, string Explanation);
}
