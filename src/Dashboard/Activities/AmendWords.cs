using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Activities;

namespace PlanTracker.Dashboard.Activities;

/// <summary>Amendments in words.</summary>
internal static class AmendWords
{
    public static IEnumerable<(string Key, string Word)> Jobs(bool mayChange, bool isStopped)
    {
        if (mayChange)
            yield return ("chi-tieu", "Điều chỉnh chỉ tiêu");
        yield return ("phan-ky", "Phân kỳ");
        yield return ("thoi-han", "Thời hạn");
        if (mayChange)
            yield return isStopped ? ("tiep-tuc", "Tiếp tục thực hiện") : ("dung", "Dừng thực hiện");
    }

    public static string Value(decimal? value) => value is { } v ? VietnameseNumber.Wording(v) : "thường xuyên";

    public static string Version(TargetVersion version) =>
        $"{Value(version.Value)} từ {Words.Day(version.EffectiveOn)}, theo {version.Document?.Number}{(version.Reason is null ? "" : $": {version.Reason}")}";

    public static string Of(Amendment amendment) => amendment.Kind switch
    {
        AmendmentKind.Added => $"Bổ sung từ {Words.Day(amendment.On)}",
        AmendmentKind.Cancelled => $"Dừng thực hiện từ {Words.Day(amendment.On)}",
        AmendmentKind.Resumed => "Tiếp tục thực hiện",
        AmendmentKind.DueDateMoved => $"Đổi thời hạn, trước đó {(amendment.OldDueOn is { } old ? Words.Day(old) : "chưa có")}",
        _ => "Phân kỳ",
    };
}
