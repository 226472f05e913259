using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Access;

/// <summary>The agencies of today for a list to choose from: by level, communes by district, then by name.</summary>
internal static class AllAgencies
{
    public static async Task<IReadOnlyList<AgencyView>> Load(AgencyReading reading, Actor actor, CancellationToken cancel)
    {
        var all = new List<AgencyView>();
        for (var page = 1; ; page++)
        {
            var list = await reading.List(actor, new AgencyFilter(), new ListQuery(page, ListQuery.MaxPageSize), cancel);
            all.AddRange(list.Value?.Items ?? []);
            if (list.Value is not { } part || all.Count >= part.Total || part.Items.Count == 0)
                break;
        }
        return [.. all.OrderBy(a => a.Level).ThenBy(a => a.Level is AgencyLevel.Commune ? a.Parent?.Name : null, Domain.VietnameseText.Order)
            .ThenBy(a => a.Name.Name, Domain.VietnameseText.Order)];
    }
}
