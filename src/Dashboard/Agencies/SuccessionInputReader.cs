using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Agencies;

/// <summary>Understands the form of a succession: agencies by their labels, shares as "0,5", choices of single things.</summary>
internal sealed class SuccessionInputReader(AgencyInput input, AgencyLookup lookup)
{
    /// <summary>The most rows that a form has.</summary>
    public const int MostRows = 200;

    private const string ChoicePrefix = "choice.";

    /// <summary>The areas whose things can be chosen.</summary>
    public static IReadOnlyList<string> Areas { get; } = ["leads", "users", "children", "obligations", "preparations", "difficulties", "inspections"];

    /// <summary>How many rows of a list are filled, counted to the last filled one.</summary>
    public static int Rows(AgencyInput input, string list) =>
        1 + Enumerable.Range(0, MostRows).LastOrDefault(i => input[$"{list}{i}"] is not null, -1);

    /// <summary>The order as typed.</summary>
    public Result<SuccessionOrder> Read()
    {
        if (!Enum.TryParse<SuccessionKind>(input["kind"], out var kind) || !Enum.IsDefined(kind))
            input.Wrong("kind", "Cần chọn loại sắp xếp.");
        var from = Enumerable.Range(0, MostRows).Select(i => input.Agency(lookup, $"from{i}", "from")).OfType<Guid>().ToList();
        var to = kind is SuccessionKind.Rename ? [] : ReadHeirs();
        var (day, date) = (input.Day("effectiveOn", required: true), input.Day("document.date", required: true));
        var choices = Areas.ToDictionary(area => area, ReadChoices);
        if (input.Errors.Count > 0)
            return Refusal.Invalid(input.Errors);
        return new SuccessionOrder(kind, day!.Value, from, to, new(input["document.number"] ?? "", date!.Value))
        {
            Name = kind is SuccessionKind.Rename ? new(input["name"] ?? "", input["shortName"], input["agencyKind"]) : null,
            Choices = choices,
        };
    }

    /// <summary>The order with what has no heir yet given to the one agency named for all of an area.</summary>
    public Result<SuccessionOrder> GiveRest(SuccessionPreview preview)
    {
        var choices = preview.Order.Choices.ToDictionary();
        foreach (var area in preview.Areas)
        {
            if (input.Agency(lookup, $"all.{area.Area}", area.Area) is { } heir)
                choices[area.Area] = [.. choices.GetValueOrDefault(area.Area) ?? [], .. area.Things.Where(t => t.To is null).Select(t => new Assignment(t.Id, heir))];
        }
        return input.Errors.Count > 0 ? Refusal.Invalid(input.Errors) : preview.Order with { Choices = choices };
    }

    /// <summary>Name of the field for the choice of one thing.</summary>
    public static string ChoiceName(string area, Guid thing) => $"{ChoicePrefix}{area}.{thing}";

    private List<SuccessionShare> ReadHeirs()
    {
        var heirs = new List<SuccessionShare>();
        var only = Rows(input, "to") <= 1;
        for (var i = 0; i < MostRows; i++)
        {
            if (input.Agency(lookup, $"to{i}", "to") is not { } heir)
                continue;
            if (input[$"share{i}"] is not { } text)
                heirs.Add(new(heir, only ? 1 : 0));
            else if (VietnameseNumber.Parse(text) is { } share)
                heirs.Add(new(heir, share));
            else
                input.Wrong("to", $"Tỷ lệ “{text}” chưa đọc được; viết như 0,5 hoặc 0,25.");
        }
        return heirs;
    }

    private IReadOnlyList<Assignment> ReadChoices(string area)
    {
        var choices = new List<Assignment>();
        foreach (var name in input.Texts.Keys.Where(k => k.StartsWith($"{ChoicePrefix}{area}.", StringComparison.Ordinal)).ToList())
        {
            if (!Guid.TryParse(name[(ChoicePrefix.Length + area.Length + 1)..], out var thing))
                continue;
            if (Guid.TryParse(input[name], out var chosen))
                choices.Add(new(thing, chosen));
            else if (input.Agency(lookup, name, area) is { } found)
                choices.Add(new(thing, found));
        }
        return choices;
    }
}
