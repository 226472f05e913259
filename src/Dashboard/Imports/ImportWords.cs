using PlanTracker.Domain.Imports;
using PlanTracker.Dashboard.Shared;

namespace PlanTracker.Dashboard.Imports;

/// <summary>The words of imports on screen.</summary>
internal static class ImportWords
{
    public static string NameOf(ImportState state) => state switch
    {
        ImportState.Checking => "Đang kiểm tra",
        ImportState.Checked => "Chờ quyết định",
        ImportState.Applying => "Đang ghi",
        ImportState.Done => "Đã nhập",
        ImportState.Refused => "Tệp không nhận",
        _ => "Bị ngắt",
    };

    /// <summary>"12 mới, 3 thay đổi": states without rows are left out.</summary>
    public static string Count(RowCounts counts) => string.Join(", ", Enum.GetValues<RowState>().Where(s => counts[s] > 0)
        .Select(s => $"{Words.Number(counts[s])} {RowWords.NameOf(s).ToLowerInvariant()}"));

    public static string Css(RowState state) => state switch
    {
        RowState.New => "s-ontrack",
        RowState.Changed => "s-pend",
        RowState.Unchanged => "s-plain",
        RowState.Conflict => "s-behind",
        _ => "s-returned",
    };

    public static string Icon(RowState state) => state switch
    {
        RowState.New => "plus",
        RowState.Changed => "pencil",
        RowState.Unchanged => "check",
        RowState.Conflict => "alert-triangle",
        _ => "arrow-back-up",
    };
}
