using System.Globalization;

namespace PlanTracker.Domain.Reminders;

/// <summary>What a digest says; plain text.</summary>
public static class ReminderText
{
    /// <summary>One line.</summary>
    public static string Subject(IReadOnlyList<ReminderItem> items, DateOnly today) => items.Count == 1
        ? $"Nhắc việc: {items[0].Title} ({ReminderLadder.Left(items[0].DueOn, today)})"
        : $"Nhắc việc: {items.Count} báo cáo cần gửi, sớm nhất hạn {items.Min(i => i.DueOn).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";

    /// <summary>The text.</summary>
    public static string Body(string personName, IReadOnlyList<ReminderItem> items, DateOnly today) => string.Join('\n',
    [
        $"Kính gửi ông/bà {personName},", "", "Cơ quan, đơn vị của ông/bà còn báo cáo chưa gửi:", "",
        .. items.Select(i => string.Create(
            CultureInfo.InvariantCulture, $"- {i.Title} của {i.AgencyName}: hạn {i.DueOn:dd/MM/yyyy}, {ReminderLadder.Left(i.DueOn, today)}.")),
        "", "Nếu kỳ này không phát sinh hoạt động, vẫn cần gửi báo cáo “không phát sinh” kèm giải trình.",
        "Thư này được gửi tự động; có thể đổi cách nhận tại mục Nhắc việc của tôi.",
    ]);
}
