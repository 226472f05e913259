using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Agencies;

/// <summary>
/// Agencies of all time by the label a form offers ("UBND xã Thạnh An (UBND huyện Vĩnh Thạnh)"); what was typed without the list is
/// understood when it fits one agency only.
/// </summary>
public sealed class AgencyLookup
{
    private const int MostNamed = 4;

    private readonly Dictionary<Guid, (string Label, string Folded)> labels;

    private AgencyLookup(IReadOnlyList<AgencyView> agencies)
    {
        var doubled = agencies.GroupBy(Short).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        labels = agencies.ToDictionary(a => a.Agency.Id, a =>
        {
            var label = doubled.Contains(Short(a)) ? $"{Short(a)}, {AgencyWords.Validity(a.Agency)}" : Short(a);
            return (label, VietnameseText.Fold(label));
        });
    }

    /// <summary>Every label, for the list that the form offers.</summary>
    public IEnumerable<string> Labels => labels.Values.Select(l => l.Label);

    /// <summary>Loads all agencies.</summary>
    public static async Task<AgencyLookup> Load(AgencyReading reading, Actor actor, CancellationToken cancel)
    {
        var all = new List<AgencyView>();
        for (var page = 1; ; page++)
        {
            var list = await reading.List(actor, new AgencyFilter(IncludeEnded: true), new ListQuery(page, ListQuery.MaxPageSize), cancel);
            all.AddRange(list.Value?.Items ?? []);
            if (list.Value is not { } part || all.Count >= part.Total || part.Items.Count == 0)
                return new(all);
        }
    }

    /// <summary>The label of an agency.</summary>
    public string LabelOf(Guid id) => labels.TryGetValue(id, out var known) ? known.Label : "";

    /// <summary>The agency meant, or what is wrong.</summary>
    public (Guid? Id, string? Wrong) Find(string typed)
    {
        var wanted = VietnameseText.Fold(typed).Trim();
        if (labels.FirstOrDefault(l => l.Value.Label == typed.Trim()) is { Key: var same } && same != Guid.Empty)
            return (same, null);
        var found = labels.Where(l => l.Value.Folded == wanted).ToList();
        if (found.Count == 0)
            found = [.. labels.Where(l => Holds(l.Value.Folded.Split(" (")[0], wanted))];
        if (found.Count == 0)
            found = [.. labels.Where(l => Holds(l.Value.Folded, wanted))];
        return found.Count switch
        {
            1 => (found[0].Key, null),
            0 => (null, $"Không có đơn vị nào tên “{typed.Trim()}”."),
            _ => (null, $"“{typed.Trim()}” khớp {found.Count} đơn vị: {string.Join("; ", found.Take(MostNamed).Select(l => l.Value.Label))}{(found.Count > MostNamed ? $" và {found.Count - MostNamed} đơn vị khác" : "")}. Hãy chọn một tên trong danh sách gợi ý."),
        };
    }

    // From the beginning of a word on.
    private static bool Holds(string name, string wanted) => $" {name}".Contains(" " + wanted, StringComparison.Ordinal);

    private static string Short(AgencyView view) =>
        view is { Level: AgencyLevel.Commune, Parent: { } parent } ? $"{view.Name.Name} ({parent.Name})" : view.Name.Name;
}
