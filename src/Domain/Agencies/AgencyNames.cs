namespace PlanTracker.Domain.Agencies;

/// <summary>Names that would be told apart by nobody.</summary>
internal static class AgencyNames
{
    /// <summary>
    /// Another agency that on some day from <paramref name="from"/> on exists beside this one, under the same parent and with the same full
    /// name; null when there is none.
    /// </summary>
    public static Agency? Twin(Agency agency, string name, Guid? parentId, DateOnly from, IEnumerable<Agency> all) => all
        .Where(other => other.Id != agency.Id)
        .FirstOrDefault(other => DaysOf(other, from).Any(day => agency.ExistsOn(day) && other.ExistsOn(day)
            && other.ParentOn(day) == parentId && Same(other.NameOn(day).Name, name)));

    /// <summary>The same words, whatever the case.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<DateOnly> DaysOf(Agency other, DateOnly from) => other.Names.Select(n => n.From)
        .Concat(other.Parents.Select(p => p.From)).Append(other.ValidFrom).OfType<DateOnly>().Where(day => day > from).Prepend(from);
}
