namespace PlanTracker.Domain.Agencies;

/// <summary>
/// Words looked for in names, without case and marks and from the beginning of a word on: "tan an" finds every Tân An, "an phu" no Tân Phú.
/// </summary>
internal sealed class AgencySearch(string search)
{
    private const string Council = "ubnd ";

    private readonly string wanted = VietnameseText.Fold(search).Trim();

    /// <summary>
    /// How well it fits (0 is the name itself, 1 begins with the words, 2 holds them, 3 by a name of another time), and the other name it was
    /// found by; null when it does not fit.
    /// </summary>
    public (int Rank, AgencyName? By)? Find(AgencyView view)
    {
        var current = view.Agency.NameOn(view.AsOf);
        if (RankOf(current, view.Kind) is { } rank)
            return (rank, null);
        var other = view.Agency.Names.LastOrDefault(n => n != current && RankOf(n, n.Kind ?? view.Agency.Kind) is not null);
        return other is null ? null : (3, other);
    }

    private int? RankOf(AgencyName name, string kind)
    {
        var full = VietnameseText.Fold(name.Name);
        var shortName = VietnameseText.Fold(name.ShortName);
        var own = Without(Without(full, Council), VietnameseText.Fold(kind) + " ");
        if (own == wanted || full == wanted || shortName == wanted)
            return 0;
        if (own.StartsWith(wanted, StringComparison.Ordinal) || full.StartsWith(wanted, StringComparison.Ordinal) || shortName.StartsWith(wanted, StringComparison.Ordinal))
            return 1;
        return $" {full} {shortName}".Contains(" " + wanted, StringComparison.Ordinal) ? 2 : null;
    }

    private static string Without(string name, string beginning) => name.StartsWith(beginning, StringComparison.Ordinal) ? name[beginning.Length..] : name;
}
