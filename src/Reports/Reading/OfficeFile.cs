namespace PlanTracker.Reports.Reading;

/// <summary>A kind of file that is read: how it is called, and how its main part is told by its content type.</summary>
internal sealed record OfficeFile(string Name, string ContentType, string SaveAs)
{
    /// <summary>Excel.</summary>
    public static OfficeFile Workbook { get; } = new(
        "sổ tính Excel (.xlsx)", "spreadsheetml.", "Hãy mở tệp, chọn Lưu thành (Save As) kiểu Excel Workbook (.xlsx) rồi gửi lại.");

    /// <summary>Word.</summary>
    public static OfficeFile Document { get; } = new(
        "văn bản Word (.docx)", "wordprocessingml.document.", "Hãy mở tệp, chọn Lưu thành (Save As) kiểu Word Document (.docx) rồi gửi lại.");
}
