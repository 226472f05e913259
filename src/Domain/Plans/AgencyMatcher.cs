using System.Text.RegularExpressions;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Plans;

/// <summary>What a wording was taken for.</summary>
/// <param name="Wording">As in the plan.</param>
/// <param name="AgencyId">The one agency of that name; null when none or several are.</param>
/// <param name="Candidates">Agencies of that name when there are several.</param>
public sealed record AgencyMatch(string Wording, Guid? AgencyId, IReadOnlyList<AgencyRef> Candidates);

/// <summary>Finds agencies by the names that a plan writes: without marks, case and punctuation, first by name, then by short name.</summary>
public sealed partial class AgencyMatcher
{
    private const int MostPieces = 8;
    private static readonly Dictionary<string, AgencyGroup> Groups = new()
    {
        ["so ban nganh"] = AgencyGroup.Department,
        ["so ban nganh thanh pho"] = AgencyGroup.Department,
        ["ubnd quan huyen"] = AgencyGroup.District,
        ["quan huyen"] = AgencyGroup.District,
        ["ubnd xa phuong thi tran"] = AgencyGroup.Commune,
        ["xa phuong thi tran"] = AgencyGroup.Commune,
        ["doan the chinh tri xa hoi"] = AgencyGroup.MassOrganisation,
        ["doan the chinh tri xa hoi thanh pho"] = AgencyGroup.MassOrganisation,
    };

    private readonly ILookup<string, AgencyRef> byName;
    private readonly ILookup<string, AgencyRef> byShortName;

    /// <summary>Of the agencies that exist on a day, by the names of that day.</summary>
    public AgencyMatcher(IEnumerable<Agency> agencies, DateOnly day)
    {
        var names = agencies.Where(a => a.ExistsOn(day)).Select(a => a.RefOn(day)).ToList();
        byName = names.ToLookup(n => Key(n.Name));
        byShortName = names.ToLookup(n => Key(n.ShortName));
    }

    /// <summary>The agency that a wording names.</summary>
    public AgencyMatch Match(string wording)
    {
        var key = Key(wording);
        var found = (byName[key].Any() ? byName[key] : byShortName[key]).ToList();
        return new(wording, found.Count == 1 && key.Length > 0 ? found[0].Id : null, found.Count > 1 ? found : []);
    }

    /// <summary>The group that a wording names ("UBND quận, huyện"); null when it names none.</summary>
    public static AgencyGroup? GroupOf(string wording) => Groups.TryGetValue(Key(wording), out var group) ? group : null;

    /// <summary>Agencies, groups and plain wording, in the order written; nothing of the wording is lost.</summary>
    public IReadOnlyList<SupportingParty> Supporting(string wording)
    {
        var pieces = Pieces(wording);
        var parties = new List<SupportingParty>();
        var open = -1;
        for (var at = 0; at < pieces.Count;)
        {
            if (Longest(wording, pieces, at) is not ({ } party, var length))
            {
                // "các cơ quan, đơn vị có liên quan" is one wording; a semicolon ends it.
                open = open < 0 ? at : open;
                if (pieces[at].EndsHard)
                    Free(at + 1);
                at++;
                continue;
            }
            Free(at);
            parties.Add(party);
            at += length;
        }
        Free(pieces.Count);
        return parties;

        void Free(int until)
        {
            if (open >= 0)
                parties.Add(new(null, null, wording[pieces[open].From..pieces[until - 1].To].Trim()));
            open = -1;
        }
    }

    private (SupportingParty? Party, int Length)? Longest(string wording, List<(int From, int To, bool EndsHard)> pieces, int at)
    {
        for (var length = Math.Min(MostPieces, pieces.Count - at); length > 0; length--)
        {
            var text = wording[pieces[at].From..pieces[at + length - 1].To].Trim();
            if (GroupOf(text) is { } group)
                return (new(null, group, text), length);
            if (Match(text).AgencyId is { } agency)
                return (new(agency, null, text), length);
        }
        return null;
    }

    private static List<(int From, int To, bool EndsHard)> Pieces(string wording)
    {
        var pieces = new List<(int, int, bool)>();
        var from = 0;
        foreach (Match cut in Cuts().Matches(wording))
        {
            Add(cut.Index, cut.Value.AsSpan().IndexOfAny(';', '\n') >= 0);
            from = cut.Index + cut.Length;
        }
        Add(wording.Length, true);
        return pieces;

        void Add(int to, bool endsHard)
        {
            if (!wording.AsSpan(from..to).IsWhiteSpace())
                pieces.Add((from, to, endsHard));
        }
    }

    // "Uỷ ban nhân dân các quận, huyện" and "UBND quận, huyện" are the same words.
    private static string Key(string text)
    {
        var words = Marks().Replace(VietnameseText.Fold(VietnameseText.IsClean(text) ? text : ""), " ").Trim();
        words = $" {words} ".Replace(" uy ban nhan dan ", " ubnd ", StringComparison.Ordinal).Replace(" tp ", " thanh pho ", StringComparison.Ordinal);
        return words.Replace(" cac ", " ", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex("[^\\p{L}\\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[;\n]+|,|(?<=\s)và(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Cuts();
}
