namespace PlanTracker.Domain.Reporting;

/// <summary>What is said when a report cannot be issued, changed or opened again.</summary>
internal static class ReportRefusals
{
    /// <summary>A free range is never issued.</summary>
    public static readonly Refusal CustomIsNotIssued = Refusal.Conflict(
        "reports.custom-not-issued", "Khoảng tự chọn chỉ để xem: chỉ báo cáo của một kỳ trong lịch mới ban hành được.");

    /// <summary>It is not issued now.</summary>
    public static readonly Refusal NotIssued = Refusal.Conflict("reports.not-issued", "Báo cáo kỳ này chưa ban hành hoặc đang mở lại. Chưa có gì thay đổi.");

    /// <summary>It is issued already.</summary>
    public static readonly Refusal AlreadyIssued = Refusal.Conflict(
        "reports.already-issued", "Báo cáo kỳ này đã ban hành. Muốn thay đổi phải mở lại, có lý do.");

    /// <summary>Its days are not over.</summary>
    public static Refusal BeforeCutOff(ReportWindow window) => Refusal.Conflict(
        "reports.before-cut-off", $"Kỳ {window.Name} chốt số liệu ngày {window.To:dd/MM/yyyy}: chưa ban hành được trước ngày đó. Vẫn xem trước được.");
}
