using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.History;

/// <summary>One field that a change made different.</summary>
/// <param name="Field">The field as written: <c>content.title</c>.</param>
/// <param name="Name">Its name in Vietnamese.</param>
/// <param name="Old">Before, in words; null when there was nothing.</param>
/// <param name="New">After; null when there is nothing left.</param>
public sealed record FieldChange(string Field, string Name, string? Old, string? New);

/// <summary>Compares what a row says of before and after, and says it in words.</summary>
public static class HistoryDetails
{
    /// <summary>The fields that differ, in the order they were written.</summary>
    internal static IReadOnlyList<FieldChange> Of(Change change, HistoryNames names)
    {
        var (before, after) = (Flat(change.Old), Flat(change.New));
        return
        [
            .. after.Keys.Union(before.Keys)
                .Select(field => new FieldChange(
                    field, NameOf(field, change.Entity),
                    Words(before.GetValueOrDefault(field), field, change.Entity, names), Words(after.GetValueOrDefault(field), field, change.Entity, names)))
                .Where(f => f.Old != f.New),
        ];
    }

    /// <summary>The fields of one side; a text that is no JSON is itself the value.</summary>
    public static JsonNode? Read(string? json)
    {
        if (json is null)
            return null;
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }

    private static Dictionary<string, JsonNode?> Flat(string? json)
    {
        var flat = new Dictionary<string, JsonNode?>();
        Add(flat, "", Read(json));
        return flat;
    }

    private static void Add(Dictionary<string, JsonNode?> flat, string path, JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
                Add(flat, path.Length == 0 ? name : $"{path}.{name}", value);
        }
        else if (node is JsonArray { Count: > 0 } rows && rows.All(r => LabelOf(r) is not null))
        {
            foreach (var row in rows)
                Add(flat, $"{path}[{LabelOf(row)}]", row);
        }
        else if (node is not null)
        {
            flat[path] = node;
        }
    }

    /// <summary>Targets are told apart by their label: what changed of 13a is not to be looked for among all.</summary>
    private static string? LabelOf(JsonNode? row) => row is JsonObject fields && fields["label"] is JsonValue label && label.TryGetValue<string>(out var text) ? text : null;

    private static string NameOf(string field, string thing)
    {
        if (field.Length == 0)
            return "Nội dung";
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.LastIndexOf("].", StringComparison.Ordinal));
        return open < 0 || close < open ? FieldNames.NameOf(field, thing) : $"Dòng {field[(open + 1)..close]}: {FieldNames.NameOf(field[(close + 2)..])}";
    }

    private static string? Words(JsonNode? node, string field, string thing, HistoryNames names) => node switch
    {
        null => null,
        JsonArray { Count: 0 } => null,
        JsonArray items => string.Join("; ", items.Select(i => Words(i, field, thing, names)).Where(w => w is not null)),
        JsonObject parts => string.Join(", ", parts.Select(p => Words(p.Value, p.Key, thing, names)).Where(w => w is not null)),
        JsonValue value => Words(value, field[(field.LastIndexOf('.') + 1)..], thing, names),
        _ => node.ToJsonString(),
    };

    private static string? Words(JsonValue value, string field, string thing, HistoryNames names)
    {
        if (value.TryGetValue<bool>(out var yes))
            return yes ? "có" : "không";
        if (value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<decimal>(out var number))
            return VietnameseNumber.Show(number);
        if (!value.TryGetValue<string>(out var text))
            return value.ToJsonString();
        if (Guid.TryParseExact(text, "D", out var id))
            return names.Of(id) ?? text;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        if (text.Length > 18 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return HistoryWords.Instant(instant);
        return field == "channel" ? names.Channels.NameOf(text) : HistoryWords.OfCode(field, thing, text) ?? text;
    }
}
