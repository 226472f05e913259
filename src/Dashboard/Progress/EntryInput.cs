using System.Globalization;
using Microsoft.AspNetCore.Http;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Progress;

/// <summary>What was typed into the form of an entry, as text: shown again as it was, understood by <see cref="EntryInputReader"/>.</summary>
public sealed class EntryInput
{
    /// <summary>How many rows for supporting agencies an empty form has.</summary>
    public const int SupportingRows = 5;

    private const int MaxSupportingRows = 200;

    private readonly Dictionary<string, string> texts;
    private readonly HashSet<string> themes;

    private EntryInput(Dictionary<string, string> texts, IEnumerable<string> themes, IReadOnlyList<string>? fields = null) =>
        (this.texts, this.themes, Fields) = (texts, [.. themes], fields ?? []);

    /// <summary>The text of a field by its name in the form; null when nothing was typed.</summary>
    public string? this[string name] => texts.GetValueOrDefault(name);

    /// <summary>The numbers of the themes ticked, as text.</summary>
    public IReadOnlySet<string> Themes => themes;

    /// <summary>The fields ticked when an entry is returned.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Rows for supporting agencies, shown or sent.</summary>
    public int Rows => Math.Max(SupportingRows, 1 + Enumerable.Range(0, MaxSupportingRows).LastOrDefault(i => this[$"supportingAgency{i}"] is not null));

    /// <summary>An empty form: the day, the target when there is only one, and a key of its own, so that sending it twice makes one entry.</summary>
    public static EntryInput Blank(DateOnly day, Guid? targetId) => new(Filled(("date", Words.Day(day)), ("targetId", targetId?.ToString()), NewKey()), []);

    /// <summary>The form after one was sent: the same target, day, way of holding it and supporting agencies.</summary>
    public static EntryInput Next(ProgressEntry sent)
    {
        var input = Of(sent);
        return input.Keeping(name => name is "targetId" or "date" or "mode" || name.StartsWith("supporting", StringComparison.Ordinal), []);
    }

    /// <summary>
    /// A copy of an earlier entry for a new one: what describes it, not what was counted, spent or proved. A target or a channel that is no
    /// longer there is left open.
    /// </summary>
    public static EntryInput CopyOf(ProgressEntry earlier, DateOnly day, IEnumerable<Guid> targets, IEnumerable<Channel> channels)
    {
        var input = Of(earlier);
        var copy = input.Keeping(
            name => name is "title" or "place" or "mode" or "form" or "note"
                || (name == "targetId" && targets.Contains(earlier.Content.TargetId))
                || (name == "channel" && channels.Any(c => c.Code == earlier.Content.Channel))
                || name.StartsWith("supporting", StringComparison.Ordinal),
            input.Themes);
        Add(copy.texts, ("date", Words.Day(day)));
        return copy;
    }

    private EntryInput Keeping(Func<string, bool> keeps, IEnumerable<string> keptThemes)
    {
        var kept = texts.Where(t => keeps(t.Key)).ToDictionary(t => t.Key, t => t.Value);
        Add(kept, NewKey());
        return new(kept, keptThemes);
    }

    private static (string Name, string? Value) NewKey() => ("clientKey", Guid.CreateVersion7().ToString());

    /// <summary>The start of an adjusting entry.</summary>
    public static EntryInput Correcting(EntryView corrected, DateOnly day) => new(
        Filled(
            ("date", Words.Day(day)), ("targetId", corrected.Target.Id.ToString()), ("title", Cut($"Điều chỉnh: {corrected.Entry.Content.Title}")),
            ("correctsEntryId", corrected.Entry.Id.ToString()), NewKey()),
        []);

    /// <summary>As it was sent.</summary>
    public static EntryInput From(IFormCollection form) => new(
        form.Where(f => f.Key is not ("themes" or "fields")).Select(f => (f.Key, Value: f.Value.ToString())).Where(f => !string.IsNullOrWhiteSpace(f.Value))
            .ToDictionary(f => f.Key, f => f.Value),
        form["themes"].OfType<string>(), [.. form["fields"].OfType<string>()]);

    /// <summary>An entry as it stands, for changing it.</summary>
    public static EntryInput Of(ProgressEntry entry)
    {
        var content = entry.Content;
        var texts = Filled(
            ("targetId", content.TargetId.ToString()), ("memberId", content.MemberId?.ToString()), ("date", Words.Day(content.Date)), ("quantity", VietnameseNumber.Show(content.Quantity)),
            ("title", content.Title), ("place", content.Place), ("mode", content.Mode?.ToString()), ("peopleReached", Show(content.PeopleReached)),
            ("attendances", Show(content.Attendances)), ("cadenceSlot", content.CadenceSlot), ("form", content.Form?.ToString(CultureInfo.InvariantCulture)),
            ("channel", content.Channel), ("note", content.Note), ("noEvidenceReason", content.NoEvidenceReason),
            ("correctsEntryId", content.CorrectsEntryId?.ToString()), ("correctionReason", content.CorrectionReason));
        foreach (var (index, row) in content.Supporting.Index())
            Add(texts, ($"supportingAgency{index}", row.AgencyId.ToString()), ($"supportingShare{index}", row.Share));
        foreach (var spending in content.Spent)
            Add(texts, (SpentName(spending.Source), VietnameseNumber.Show(spending.Amount)));
        return new(texts, content.Themes.Select(n => n.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Name of the field for money from a source.</summary>
    public static string SpentName(FundingSource source) => $"spent{source}";

    private static string? Show(int? number) => number is { } n ? VietnameseNumber.Show(n) : null;

    private static string Cut(string title) => title.Length <= 500 ? title : title[..500];

    private static Dictionary<string, string> Filled(params (string Name, string? Value)[] fields)
    {
        var texts = new Dictionary<string, string>();
        Add(texts, fields);
        return texts;
    }

    private static void Add(Dictionary<string, string> texts, params (string Name, string? Value)[] fields)
    {
        foreach (var (name, value) in fields.Where(f => !string.IsNullOrEmpty(f.Value)))
            texts[name] = value!;
    }
}
