using Microsoft.AspNetCore.Http;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Agencies;

/// <summary>What was typed into a form of agencies, as text: shown again as it was, understood by the readers below.</summary>
public sealed class AgencyInput
{
    private readonly Dictionary<string, string> texts = [];
    private readonly Dictionary<string, string[]> errors = [];

    /// <summary>The text of a field; null when nothing was typed.</summary>
    public string? this[string name]
    {
        get => texts.GetValueOrDefault(name);
        set
        {
            if (string.IsNullOrWhiteSpace(value))
                texts.Remove(name);
            else
                texts[name] = value;
        }
    }

    /// <summary>The groups ticked.</summary>
    public IReadOnlySet<string> Groups { get; private init; } = new HashSet<string>();

    /// <summary>Fields and texts, for carrying them through a second form.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>What could not be read, by field.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => errors;

    /// <summary>As it was sent.</summary>
    public static AgencyInput From(IFormCollection form)
    {
        var input = new AgencyInput { Groups = form["groups"].OfType<string>().ToHashSet() };
        foreach (var (name, value) in form.Where(f => f.Key is not ("groups" or "_handler" or "__RequestVerificationToken")))
            input[name] = value.ToString();
        return input;
    }

    /// <summary>An agency as it stands, for changing it.</summary>
    public static AgencyInput Of(AgencyView view)
    {
        var input = new AgencyInput { Groups = view.Agency.Groups.Select(g => g.ToString()).ToHashSet() };
        input["shortName"] = view.Name.ShortName;
        input["owesReports"] = view.Agency.OwesReports ? "true" : null;
        return input;
    }

    /// <summary>The agency typed, without which the agency's rules need not be asked.</summary>
    internal Result<NewAgency> ToNew(AgencyLookup lookup)
    {
        var parent = Agency(lookup, "parentId", "parentId");
        var from = Day("validFrom", required: false);
        var level = Level("level", required: true);
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : new NewAgency(this["name"], this["shortName"], this["kind"], level!.Value, parent, from, this["owesReports"] is not null, ReadGroups());
    }

    /// <summary>The change typed.</summary>
    internal Result<AgencyEdit> ToEdit(AgencyLookup lookup)
    {
        var (parent, level) = (Agency(lookup, "parent", "parent.parentId"), Level("level", required: false));
        var parentFrom = Day("parent.from", required: parent is not null);
        var levelFrom = Day("level.from", required: level is not null);
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : new AgencyEdit(
                this["shortName"], this["owesReports"] is not null, ReadGroups(), parent is { } above ? new(above, parentFrom) : null,
                level is { } known ? new(known, levelFrom!.Value) : null);
    }

    /// <summary>Notes that a field could not be read.</summary>
    internal void Wrong(string field, string message) => errors[field] = [.. errors.GetValueOrDefault(field, []), message];

    /// <summary>A day; null when not typed or not read.</summary>
    internal DateOnly? Day(string name, bool required)
    {
        if (this[name] is not { } text)
        {
            if (required)
                Wrong(name, "Cần ghi ngày, ví dụ 01/03/2025.");
            return null;
        }
        if (Dates.Parse(text) is { } day)
            return day;
        Wrong(name, $"“{text}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 01/03/2025.");
        return null;
    }

    /// <summary>An agency by its label; null when not typed or not found.</summary>
    internal Guid? Agency(AgencyLookup lookup, string name, string field)
    {
        if (this[name] is not { } text)
            return null;
        var (id, wrong) = lookup.Find(text);
        if (wrong is not null)
            Wrong(field, wrong);
        return id;
    }

    private AgencyLevel? Level(string name, bool required)
    {
        if (Enum.TryParse<AgencyLevel>(this[name], out var level) && Enum.IsDefined(level))
            return level;
        if (required || this[name] is not null)
            Wrong(name, "Cần chọn cấp.");
        return null;
    }

    private List<AgencyGroup> ReadGroups() => [.. Enum.GetValues<AgencyGroup>().Where(g => Groups.Contains(g.ToString()))];
}
