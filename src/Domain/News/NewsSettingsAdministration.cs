using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.News;

/// <summary>The settings of the desk as they hold.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Version">For the next change; 0 while nobody has changed them.</param>
public sealed record NewsSettingsView(NewsSettings Settings, int Version);

/// <summary>Use cases of what Sở Nội vụ sets for the desk: rules of places, which activity a place feeds, whether the feed is open.</summary>
public sealed class NewsSettingsAdministration(IStore store, INewsBook book, IPlanLibrary plans, BusinessClock clock)
{
    private const int MostRules = 100;
    private const int MaxWords = 100_000;
    private const int MaxPages = 100;

    /// <summary>The settings as they hold; the rules are everybody's to know.</summary>
    public async Task<Result<NewsSettingsView>> Read(Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var row = await book.Settings(cancel);
        return new NewsSettingsView(row?.Value ?? new(), row?.Version ?? 0);
    }

    /// <summary>Changes all of them at once.</summary>
    public async Task<Result<NewsSettingsView>> Change(Actor actor, ExpectedVersion version, Result<NewsSettings> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.SelectNews) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var raw))
            return unreadable;
        var asked = raw with { Rules = [.. raw.Rules.Select(r => r with { Campaign = VietnameseText.Clean(r.Campaign) })] };
        if (await Wrong(asked, cancel) is { } invalid)
            return invalid;
        return await store.Write<NewsSettingsView>(actor, async changes =>
        {
            var row = await changes.News.LoadSettings(cancel);
            if (version.Check(row?.Version ?? 0) is { } stale)
                return stale;
            var old = HistoryJson.Of(row?.Value ?? new());
            if (row is null)
                changes.News.Add(row = new NewsDeskSettings());
            else
                row.Version++;
            row.Value = asked;
            changes.Record(NewsHistory.Row(actor, clock.UtcNow, "news-settings", Guid.Empty, actor.Agency?.Id, "edit", old, HistoryJson.Of(asked)));
            return new NewsSettingsView(asked, row.Version);
        }, cancel);
    }

    private async Task<Refusal?> Wrong(NewsSettings asked, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        if (asked.Rules.Count > MostRules)
            errors.Add("rules", $"Tối đa {MostRules} quy định.");
        if (asked.Rules.DistinctBy(r => (r.Place, r.Kind, VietnameseText.Fold(r.Campaign ?? ""))).Count() < asked.Rules.Count)
            errors.Add("rules", "Có hai quy định cho cùng nơi đăng, loại tin và đợt tuyên truyền.");
        foreach (var (index, rule) in asked.Rules.Index())
            Check(rule, $"Quy định {index + 1}", errors);
        if (asked.Feeds.DistinctBy(f => f.ActivityId).Count() < asked.Feeds.Count)
            errors.Add("feeds", "Một hoạt động được gắn với hai nơi đăng.");
        foreach (var feed in asked.Feeds)
        {
            if (feed.Place is not (NewsPlace.Bulletin or NewsPlace.Newspaper))
                errors.Add("feeds", "Chỉ bản tin điện tử và chuyên trang trên báo gắn được với hoạt động.");
            else if (await plans.FindByActivity(feed.ActivityId, cancel) is null)
                errors.Add("feeds", "Có hoạt động không thuộc kế hoạch nào.");
        }
        return errors.Refusal;
    }

    private static void Check(NewsRule rule, string name, FieldErrors errors)
    {
        if (!Enum.IsDefined(rule.Place) || (rule.Kind is { } kind && !Enum.IsDefined(kind)))
            errors.Add("rules", $"{name}: nơi đăng hoặc loại tin không có trong danh mục.");
        if (rule.MinWords is < 1 or > MaxWords || rule.MaxWords is < 1 or > MaxWords || rule.MinWords > rule.MaxWords)
            errors.Add("rules", $"{name}: số từ là số nguyên từ 1 đến 100.000, tối thiểu không lớn hơn tối đa.");
        if (rule.MaxPages is <= 0 or > MaxPages || (rule.MaxPages is { } pages && decimal.Round(pages, 1) != pages))
            errors.Add("rules", $"{name}: số trang lớn hơn 0, tối đa 100, một chữ số thập phân.");
        if (rule.MinImages is < 0 or > NewsItem.MostImages)
            errors.Add("rules", $"{name}: số ảnh tối thiểu từ 0 đến {NewsItem.MostImages}.");
        if (rule.Campaign is { } campaign && (campaign.Length > NewsRules.MaxLine || !VietnameseText.IsClean(campaign)))
            errors.Add("rules", $"{name}: tên đợt tuyên truyền dài tối đa 200 ký tự.");
    }
}
