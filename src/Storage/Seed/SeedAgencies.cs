using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Storage.Seed;

/// <summary>The agencies of the city by their keys, and the names of the groups that plans speak of.</summary>
internal sealed class SeedAgencies
{
    private readonly Dictionary<string, Agency> byKey;
    private readonly Dictionary<AgencyGroup, string> groups;

    private SeedAgencies(Dictionary<string, Agency> byKey, Dictionary<AgencyGroup, string> groups) => (this.byKey, this.groups) = (byKey, groups);

    public Agency this[string key] => byKey[key];

    public Dictionary<Guid, Agency> ById => byKey.Values.ToDictionary(a => a.Id);

    /// <summary>Agencies of the sample data that no other file has; each of them new.</summary>
    public void LoadMore(PlanDb db, SeedIds ids, string fileName)
    {
        foreach (var row in SeedFiles.Read<AgencyFile>(fileName).Agencies)
        {
            var agency = AgencyOf(row, ids, byKey);
            byKey.Add(row.Key, agency);
            db.Agencies.Add(agency);
        }
    }

    public static async Task<SeedAgencies> Load(PlanDb db, SeedIds ids, CancellationToken cancel)
    {
        var file = SeedFiles.Read<AgencyFile>("agencies.json");
        var byKey = await db.Agencies.Where(a => a.SeedKey != null).ToDictionaryAsync(a => a.SeedKey!, cancel);
        foreach (var row in file.Agencies.Where(r => !byKey.ContainsKey(r.Key)))
        {
            var agency = AgencyOf(row, ids, byKey);
            byKey.Add(row.Key, agency);
            db.Agencies.Add(agency);
        }
        return new(byKey, file.Groups.ToDictionary(g => g.Group, g => g.Name));
    }

    /// <summary>The successions of the file that are not recorded yet; their days stand in the agencies' own validity.</summary>
    public async Task LoadSuccessions(PlanDb db, SeedIds ids, DateTime now, CancellationToken cancel)
    {
        var known = await db.Successions.Where(s => s.SeedKey != null).Select(s => s.SeedKey!).ToListAsync(cancel);
        db.Successions.AddRange(SeedFiles.Read<AgencyFile>("agencies.json").Successions.Where(r => !known.Contains(r.Key)).Select(row => new Succession
        {
            Id = ids.Next(),
            SeedKey = row.Key,
            Kind = row.Kind,
            EffectiveOn = row.EffectiveOn,
            From = [.. row.From.Select(key => byKey[key].Id)],
            To = [.. row.To.Select(heir => new SuccessionShare(byKey[heir.Agency].Id, heir.Share))],
            Document = row.Document,
            RecordedAt = now,
            RecordedBy = "PlanTracker",
        }));
    }

    public string NameOf(AgencyGroup group) => groups[group];

    private static Agency AgencyOf(AgencyRow row, SeedIds ids, Dictionary<string, Agency> byKey) => new()
    {
        Id = ids.Next(),
        SeedKey = row.Key,
        Level = row.Level,
        Kind = row.Kind,
        ValidFrom = row.ValidFrom,
        ValidTo = row.ValidTo,
        OwesReports = row.OwesReports,
        Groups = row.Groups,
        Names = row.Names,
        Parents = row.Parent is null ? [] : [new AgencyParent(byKey[row.Parent].Id, null)],
        SearchText = VietnameseText.Fold(string.Join(' ', row.Names.Select(n => $"{n.Name} {n.ShortName}").Append(row.Kind))),
    };
}
