using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Dashboard.AgencyReports;

/// <summary>The form of an indicator as text.</summary>
internal static class IndicatorInput
{
    /// <summary>The field of what is filled in beforehand. Not called <c>matches</c> as in the contract: a field of that name hides <c>form.matches</c> from scripts.</summary>
    public const string Prefilling = "prefilledFrom";

    private const string Channel = "kênh", Form = "hình thức", Unit = "đơn vị";

    /// <summary>The form of an indicator as it stands.</summary>
    public static TypedText Of(IndicatorTerms terms) => new(
        ("name", terms.Name), ("unit", terms.Unit), ("order", Words.Number(terms.Order)), ("overTime", terms.OverTime.ToString()),
        ("peopleCode", terms.PeopleCode), ("isActive", Flag(terms.IsActive)), ("sumsOverAgencies", Flag(terms.SumsOverAgencies)),
        ("allowsDecimals", Flag(terms.AllowsDecimals)), ("countsSocialisedMoney", Flag(terms.CountsSocialisedMoney)),
        (Prefilling, string.Join('\n', terms.Matches.Select(Line))));

    /// <summary>What was typed.</summary>
    public static Result<IndicatorTerms> Read(TypedText typed)
    {
        var order = typed.Number("order", "thứ tự");
        var matches = new List<EntryMatch>();
        foreach (var line in (typed[Prefilling] ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (MatchOf(line) is { } match)
                matches.Add(match);
            else
                typed.Wrong(Prefilling, $"“{(line.Length > 60 ? line[..60] + "…" : line)}” chưa đúng dạng. Ví dụ: kênh=Leaflet; đơn vị=tờ.");
        }
        return typed.Or(new IndicatorTerms
        {
            Name = typed["name"] ?? "",
            Unit = typed["unit"] ?? "",
            Order = order is >= 1 and <= 1000 && decimal.IsInteger(order.Value) ? (int)order.Value : 0,
            OverTime = Enum.TryParse<OverTime>(typed["overTime"], out var way) ? way : OverTime.Sum,
            PeopleCode = typed["peopleCode"],
            IsActive = typed["isActive"] == "true",
            SumsOverAgencies = typed["sumsOverAgencies"] == "true",
            AllowsDecimals = typed["allowsDecimals"] == "true",
            CountsSocialisedMoney = typed["countsSocialisedMoney"] == "true",
            Matches = matches,
        });
    }

    private static string? Flag(bool value) => value ? "true" : null;

    private static string Line(EntryMatch match) => string.Join("; ", new[]
    {
        match.Channel is null ? null : $"{Channel}={match.Channel}", match.Form is null ? null : $"{Form}={match.Form}", match.Unit is null ? null : $"{Unit}={match.Unit}",
    }.OfType<string>());

    private static EntryMatch? MatchOf(string line)
    {
        var match = new EntryMatch(null, null, null);
        foreach (var part in line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } value])
                return null;
            var key = VietnameseText.Fold(name);
            if (key == VietnameseText.Fold(Channel))
                match = match with { Channel = value };
            else if (key == VietnameseText.Fold(Unit))
                match = match with { Unit = value };
            else if (key == VietnameseText.Fold(Form) && VietnameseNumber.Parse(value) is >= 1 and <= 100 and var form && decimal.IsInteger(form))
                match = match with { Form = (int)form };
            else
                return null;
        }
        return match is { Channel: null, Form: null, Unit: null } ? null : match;
    }
}
