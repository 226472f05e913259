namespace PlanTracker.Domain.Progress;

/// <summary>The Vietnamese words of an entry's states.</summary>
public static class EntryWords
{
    /// <summary>The word of a state.</summary>
    public static string NameOf(EntryStatus status) => status switch
    {
        EntryStatus.Draft => "Bản nháp",
        EntryStatus.Submitted => "Chờ xác nhận",
        EntryStatus.Confirmed => "Đã xác nhận",
        EntryStatus.Returned => "Trả lại",
        _ => "Đã rút",
    };

    /// <summary>The word of a mode.</summary>
    public static string NameOf(DeliveryMode mode) => mode switch
    {
        DeliveryMode.InPerson => "Trực tiếp",
        DeliveryMode.Online => "Trực tuyến",
        _ => "Kết hợp trực tiếp và trực tuyến",
    };
}
