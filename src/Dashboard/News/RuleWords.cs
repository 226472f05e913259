using PlanTracker.Domain;
using PlanTracker.Domain.News;

namespace PlanTracker.Dashboard.News;

/// <summary>A rule of a place as a sentence.</summary>
internal static class RuleWords
{
    public static string Of(NewsRule rule)
    {
        var parts = new[]
        {
            rule.MinWords is { } least ? $"từ {VietnameseNumber.Show(least)} từ" : null,
            rule.MaxWords is { } most ? $"tối đa {VietnameseNumber.Show(most)} từ" : null,
            rule.MaxPages is { } pages ? $"tối đa {VietnameseNumber.Show(pages)} trang A4" : null,
            rule.MinImages > 0 ? $"ít nhất {rule.MinImages} ảnh" : null,
            rule.AsksNeverPublished ? "cam kết chưa đăng ở nơi khác" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "không có điều kiện riêng" : string.Join(", ", parts);
    }
}
