using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>The words a report adds to its figures.</summary>
public static class ReportWording
{
    /// <summary>Hình thức tổ chức in words; "-" when no entry says.</summary>
    public static string Modes(IReadOnlyDictionary<DeliveryMode, int> modes) =>
        modes.Count == 0 ? "-" : string.Join("; ", modes.OrderBy(m => m.Key).Select(m => $"{NameOf(m.Key)}: {VietnameseNumber.Wording(m.Value)}"));

    /// <summary>The word of a mode.</summary>
    public static string NameOf(DeliveryMode mode) => mode switch
    {
        DeliveryMode.InPerson => "Trực tiếp",
        DeliveryMode.Online => "Trực tuyến",
        _ => "Kết hợp",
    };

    /// <summary>Ghi chú: an adjusted target, what waits, what lacks evidence; empty when there is nothing to say.</summary>
    public static string Note(Target target, TargetFigures figures, TargetTotals totals)
    {
        var notes = new List<string>();
        if (figures.VersionNumber > 0)
            notes.Add($"Chỉ tiêu điều chỉnh lần {figures.VersionNumber}, theo {target.Versions.First(v => v.Number == figures.VersionNumber).Document?.Number}");
        if (figures.Pending != 0)
            notes.Add($"{VietnameseNumber.Wording(figures.Pending)} {target.Unit} chờ xác nhận");
        if (totals.Entries > totals.WithEvidence)
            notes.Add($"{totals.Entries - totals.WithEvidence} kết quả thiếu minh chứng");
        return string.Join("; ", notes);
    }

    /// <summary>The head and foot of Sở Nội vụ's report [default].</summary>
    public static Letterhead DefaultLetterhead { get; } = new(
        "UBND THÀNH PHỐ CẦN THƠ", "SỞ NỘI VỤ", "BC-SNV", "Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ", null, null,
        ["Như trên", "Các cơ quan chủ trì", "Lưu: VT, CCHC"], "GIÁM ĐỐC", null);
}
