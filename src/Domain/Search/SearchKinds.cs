using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Search;

/// <summary>Activities of all plans, by what they are called and how the plan words their quantity; of the latest year first.</summary>
public sealed class ActivitySearch(IPlanLibrary plans, IAgencyRegister register, BusinessClock clock) : ISearchKind
{
    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public async Task<SearchGroup> Find(Actor actor, string words, int most, CancellationToken cancel)
    {
        var (wanted, agencies, found) = (new WantedWords(words), await register.All(cancel), new List<SearchHit>());
        foreach (var plan in await SearchedPlans.All(plans, cancel))
        {
            found.AddRange(plan.Activities.Where(a => wanted.AreIn($"{a.ShortTitle}\n{a.Title}\n{plan.Number}"))
                .OrderBy(a => a.Order)
                .Select(a => new SearchHit(
                    "activity", a.Id, $"{a.Order.ToString(CultureInfo.InvariantCulture)}. {a.ShortTitle}",
                    $"{plan.Number} · {agencies[a.LeadOn(clock.Today)].NameOn(clock.Today).ShortName}")));
        }
        return new("activity", "Hoạt động", [.. found.Take(most)], found.Count);
    }
}

/// <summary>Agencies of all time, by names of all time.</summary>
public sealed class AgencyHits(AgencyReading agencies) : ISearchKind
{
    /// <inheritdoc/>
    public int Order => 2;

    /// <inheritdoc/>
    public async Task<SearchGroup> Find(Actor actor, string words, int most, CancellationToken cancel)
    {
        var page = (await agencies.List(actor, new AgencyFilter(IncludeEnded: true), new ListQuery(PageSize: most, Search: words), cancel)).Value;
        return new("agency", "Cơ quan, đơn vị", [.. page?.Items.Select(Hit) ?? []], page?.Total ?? 0);
    }

    private static SearchHit Hit(AgencyView view) => new("agency", view.Agency.Id, view.Name.Name, string.Join(" · ", new[]
    {
        LevelWords.NameOf(view.Level), view.Parent?.Name, view.FoundBy is { } other ? $"tên khác: {other.Name}" : null,
        view.Agency.ValidTo is { } end ? $"đến {end.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}" : null,
    }.OfType<string>()));
}

/// <summary>Entries that the actor may see, the latest first.</summary>
public sealed class EntryHits(EntryReading entries) : ISearchKind
{
    /// <inheritdoc/>
    public int Order => 3;

    /// <inheritdoc/>
    public async Task<SearchGroup> Find(Actor actor, string words, int most, CancellationToken cancel)
    {
        var page = (await entries.List(actor, new EntryFilter(), new ListQuery(PageSize: most, Sort: [new("date", Descending: true)], Search: words), cancel)).Value;
        return new("entry", "Kết quả thực hiện", [.. page?.Items.Select(Hit) ?? []], page?.Total ?? 0);
    }

    private static SearchHit Hit(EntryView view) => new("entry", view.Entry.Id, view.Entry.Content.Title,
        $"{view.Entry.Content.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} · {VietnameseNumber.Show(view.Entry.Content.Quantity)} {view.Target.Unit} · {view.Agency.ShortName} · {EntryWords.NameOf(view.Entry.Status)}");
}

/// <summary>News items that the actor may see, the latest first.</summary>
public sealed class NewsHits(NewsReading news) : ISearchKind
{
    /// <inheritdoc/>
    public int Order => 4;

    /// <inheritdoc/>
    public async Task<SearchGroup> Find(Actor actor, string words, int most, CancellationToken cancel)
    {
        var page = (await news.List(actor, new NewsFilter(), new ListQuery(PageSize: most, Sort: [new("createdAt", Descending: true)], Search: words), cancel)).Value;
        return new("news", "Tin, bài", [.. page?.Items.Select(v => new SearchHit("news", v.Item.Id, v.Item.Content.Title, $"{v.Agency.ShortName} · {NewsWords.NameOf(v.Item.Status)}")) ?? []],
            page?.Total ?? 0);
    }
}

/// <summary>Reports of all plans, by the name of their period: "quý II", "6 tháng 2024".</summary>
public sealed class ReportSearch(IPlanLibrary plans, IReportingCalendar calendar) : ISearchKind
{
    /// <inheritdoc/>
    public int Order => 5;

    /// <inheritdoc/>
    public async Task<SearchGroup> Find(Actor actor, string words, int most, CancellationToken cancel)
    {
        var (wanted, found) = (new WantedWords(words), new List<SearchHit>());
        foreach (var plan in await SearchedPlans.All(plans, cancel))
        {
            found.AddRange((await calendar.Of(plan.Id, cancel))
                .Where(p => wanted.AreIn($"báo cáo {p.Name} năm {plan.Year} {plan.Number}"))
                .Select(p => new SearchHit("report", p.Id, $"Báo cáo {p.Name}", $"{plan.Number} · {Day(p.From)} đến {Day(p.To)}") { PlanId = plan.Id, Code = p.Code }));
        }
        return new("report", "Báo cáo", [.. found.Take(most)], found.Count);
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>Words of which every one must begin a word of a text, in any order, without case and marks.</summary>
public sealed class WantedWords(string words)
{
    private readonly string[] wanted = VietnameseText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether all of them are in the text.</summary>
    public bool AreIn(string text)
    {
        var folded = VietnameseText.Fold(text);
        return wanted.All(w => Begins(folded, w));
    }

    private static bool Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return true;
        }
        return false;
    }
}

/// <summary>The plans that are searched: the latest years first, whole.</summary>
file static class SearchedPlans
{
    private const int Most = 50;

    public static async Task<IReadOnlyList<Plan>> All(IPlanLibrary plans, CancellationToken cancel)
    {
        var found = new List<Plan>();
        foreach (var head in (await plans.List(null, new ListQuery(PageSize: Most, Sort: [new("year", Descending: true)]), cancel)).Items)
        {
            if (await plans.Find(head.Id, cancel) is { } plan)
                found.Add(plan);
        }
        return found;
    }
}
