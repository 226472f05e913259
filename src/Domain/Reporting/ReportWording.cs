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

    /// <summary>The word of a state.</summary>
    public static string NameOf(ReportState state) => state switch
    {
        ReportState.Issued => "Đã ban hành",
        ReportState.Reopened => "Đã mở lại",
        _ => "Xem trước",
    };

    /// <summary>Ghi chú: an adjusted target, corrections, what counts later than it was done, what waits, what lacks evidence; empty when there is nothing to say.</summary>
    public static string Note(Target target, TargetFigures figures, TargetTotals totals, IReadOnlyList<EventFact> special)
    {
        var notes = new List<string>();
        if (figures.VersionNumber > 0)
            notes.Add($"Chỉ tiêu điều chỉnh lần {figures.VersionNumber}, theo {target.Versions.First(v => v.Number == figures.VersionNumber).Document?.Number}");
        if (special.Where(s => s.CorrectsEntryId is not null).Select(s => s.Quantity).ToList() is { Count: > 0 } corrections)
            notes.Add($"trong kỳ điều chỉnh {WithSign(corrections.Sum())} {target.Unit} của kỳ trước");
        if (special.Count(s => s.CountedOn != s.Date) is > 0 and var later)
            notes.Add($"{later} kết quả thực hiện trước ngày khóa số liệu, được xác nhận sau nên tính vào kỳ này");
        if (figures.Pending != 0)
            notes.Add($"{VietnameseNumber.Wording(figures.Pending)} {target.Unit} chờ xác nhận");
        if (totals.Entries > totals.WithEvidence)
            notes.Add($"{totals.Entries - totals.WithEvidence} kết quả thiếu minh chứng");
        var note = string.Join("; ", notes);
        return note.Length == 0 ? note : char.ToUpperInvariant(note[0]) + note[1..];
    }

    /// <summary>"+120", "-400".</summary>
    public static string WithSign(decimal number) => number > 0 ? "+" + VietnameseNumber.Show(number) : VietnameseNumber.Show(number);

    /// <summary>Ký hiệu of a công văn of Sở Nội vụ [default].</summary>
    public const string DefaultLetterSymbol = "SNV-CCHC,VTLT";

    /// <summary>The head and foot of Sở Nội vụ's report [default].</summary>
    public static Letterhead DefaultLetterhead { get; } = new(
        "UBND THÀNH PHỐ CẦN THƠ", "SỞ NỘI VỤ", "BC-SNV", "Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ", null, null,
        ["Như trên", "Các cơ quan chủ trì", "Lưu: VT, CCHC"], "GIÁM ĐỐC", null);
}
