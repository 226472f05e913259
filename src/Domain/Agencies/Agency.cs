namespace PlanTracker.Domain.Agencies;

/// <summary>Where an agency stands in the city.</summary>
public enum AgencyLevel
{
    /// <summary>UBND thành phố.</summary>
    City,
    /// <summary>Sở, ban, ngành.</summary>
    Department,
    /// <summary>Đoàn thể, báo, đài, trường.</summary>
    Organisation,
    /// <summary>UBND quận, huyện.</summary>
    District,
    /// <summary>UBND xã, phường, thị trấn.</summary>
    Commune,
    /// <summary>Outside the city's tree.</summary>
    External,
}

/// <summary>An agency (cơ quan, đơn vị): a stable identity; names, parent and validity are dated data, never keys.</summary>
public sealed class Agency
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Key of the start-up data, such as <c>so-noi-vu</c>; null for agencies made later.</summary>
    public string? SeedKey { get; init; }

    /// <summary>Level in the tree at first; see <see cref="LevelOn"/>.</summary>
    public required AgencyLevel Level { get; init; }

    /// <summary>Kind as spoken at first: sở, quận, phường, xã, thị trấn; see <see cref="KindOn"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>First day of existence; null when before anything recorded.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day of existence, inclusive; null while it lasts.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Whether it owes periodic reports.</summary>
    public bool OwesReports { get; set; }

    /// <summary>Groups it belongs to ("sở, ban, ngành thành phố"), as data.</summary>
    public List<AgencyGroup> Groups { get; init; } = [];

    /// <summary>Names over time, by first day.</summary>
    public List<AgencyName> Names { get; init; } = [];

    /// <summary>Parents over time, by first day.</summary>
    public List<AgencyParent> Parents { get; init; } = [];

    /// <summary>Later levels, by first day; empty for an agency that never changed its level.</summary>
    public List<AgencyLevelChange> Levels { get; init; } = [];

    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Names, kinds without marks and case, for search; kept by the store.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Whether it exists on the day.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>The name carried on the day; before the first dated name, the first.</summary>
    public AgencyName NameOn(DateOnly day) =>
        Names.Where(n => n.From is null || n.From <= day).MaxBy(n => n.From ?? DateOnly.MinValue) ?? Names[0];

    /// <summary>The parent on the day; null at the top.</summary>
    public Guid? ParentOn(DateOnly day) =>
        Parents.Where(p => p.From is null || p.From <= day).MaxBy(p => p.From ?? DateOnly.MinValue)?.ParentId;

    /// <summary>The level on the day.</summary>
    public AgencyLevel LevelOn(DateOnly day) => Levels.Where(l => l.From <= day).MaxBy(l => l.From)?.Level ?? Level;

    /// <summary>The kind on the day: that of its name, where a change of name changed it (xã to phường).</summary>
    public string KindOn(DateOnly day) => NameOn(day).Kind ?? Kind;

    /// <summary>Reference with the name of the day.</summary>
    public AgencyRef RefOn(DateOnly day) => NameOn(day) is var name ? new(Id, name.Name, name.ShortName) : throw new InvalidOperationException();
}

/// <summary>A name and the first day it is carried (null: always).</summary>
/// <param name="Name">In full: "UBND phường Cái Khế".</param>
/// <param name="ShortName">For screens.</param>
/// <param name="From">First day.</param>
/// <param name="Kind">The kind that came with this name; null when it is the agency's first.</param>
public sealed record AgencyName(string Name, string ShortName, DateOnly? From, string? Kind = null);

/// <summary>A level and the first day it holds.</summary>
public sealed record AgencyLevelChange(AgencyLevel Level, DateOnly From);

/// <summary>A parent and the first day it is one (null: always).</summary>
public sealed record AgencyParent(Guid? ParentId, DateOnly? From);

/// <summary>An agency as others name it, with the name of a given day.</summary>
public sealed record AgencyRef(Guid Id, string Name, string ShortName);

/// <summary>Groups used by plans in the column "phối hợp": kept as groups, resolved by date, never exploded into names.</summary>
public enum AgencyGroup
{
    /// <summary>Sở, ban, ngành thành phố.</summary>
    Department,
    /// <summary>UBND quận, huyện.</summary>
    District,
    /// <summary>UBND xã, phường, thị trấn.</summary>
    Commune,
    /// <summary>Đoàn thể chính trị - xã hội thành phố.</summary>
    MassOrganisation,
}
