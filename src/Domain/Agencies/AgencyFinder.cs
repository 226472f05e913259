namespace PlanTracker.Domain.Agencies;

/// <summary>
/// Finds agencies by what people write in workbooks: the full or the short name, without regard to case and marks; then the name without
/// "UBND" and without its kind ("Thạnh An"), which may fit several; or the name and its parent, which tells agencies of one name apart.
/// </summary>
public sealed class AgencyFinder
{
    private readonly IReadOnlyDictionary<Guid, Agency> all;
    private readonly DateOnly day;
    private readonly ILookup<string, Agency>[] tiers;

    /// <summary>Over the agencies that exist on the day.</summary>
    public AgencyFinder(IReadOnlyDictionary<Guid, Agency> all, DateOnly day)
    {
        (this.all, this.day) = (all, day);
        var existing = all.Values.Where(a => a.ExistsOn(day)).ToList();
        tiers =
        [
            Lookup(existing, a => [LabelOf(a)]),
            Lookup(existing, a => [a.NameOn(day).Name]),
            Lookup(existing, a => [a.NameOn(day).ShortName]),
            Lookup(existing, a => Loose(a.NameOn(day).Name, a.KindOn(day)).Concat(Loose(a.NameOn(day).ShortName, a.KindOn(day)))),
        ];
    }

    /// <summary>The agencies that the text fits best: none, one, or several that it does not tell apart.</summary>
    public IReadOnlyList<Agency> Find(string text)
    {
        var folded = VietnameseText.Fold(text).Trim();
        return tiers.Select(t => t[folded].ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>The agency that once carried the name and has ended by the day; null when none did.</summary>
    public Agency? FindEnded(string text)
    {
        var folded = VietnameseText.Fold(text).Trim();
        return all.Values.Where(a => a.ValidTo < day && a.Names.Any(n => VietnameseText.Fold(n.Name) == folded || VietnameseText.Fold(n.ShortName) == folded))
            .MaxBy(a => a.ValidTo);
    }

    /// <summary>The name with the parent, where that is not the city: "UBND xã Thạnh An (UBND huyện Vĩnh Thạnh)".</summary>
    public string LabelOf(Agency agency) =>
        agency.ParentOn(day) is { } id && all.TryGetValue(id, out var parent) && parent.LevelOn(day) is not AgencyLevel.City
            ? $"{agency.NameOn(day).Name} ({parent.NameOn(day).Name})" : agency.NameOn(day).Name;

    private static ILookup<string, Agency> Lookup(IEnumerable<Agency> agencies, Func<Agency, IEnumerable<string>> names) => agencies
        .SelectMany(a => names(a).Select(VietnameseText.Fold).Where(n => n.Length > 0).Distinct().Select(n => (Name: n, Agency: a)))
        .ToLookup(p => p.Name, p => p.Agency);

    private static IEnumerable<string> Loose(string name, string kind)
    {
        var bare = Without(VietnameseText.Fold(name), "ubnd ");
        return [bare, Without(bare, VietnameseText.Fold(kind) + " ")];
    }

    private static string Without(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : text;
}
