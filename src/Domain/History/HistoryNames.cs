using System.Text.Json.Nodes;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.History;

/// <summary>Names of the things that rows name by id.</summary>
/// <param name="Agencies">Agencies.</param>
/// <param name="Things">Plans, activities, targets.</param>
internal sealed record HistoryNames(IReadOnlyDictionary<Guid, AgencyRef> Agencies, IReadOnlyDictionary<Guid, string> Things)
{
    /// <summary>The name of a thing; null when it is not known here.</summary>
    public string? Of(Guid id) => Agencies.TryGetValue(id, out var agency) ? agency.Name : Things.GetValueOrDefault(id);

    /// <summary>What a row is about, by name.</summary>
    public string? SubjectOf(Change change)
    {
        var fields = HistoryDetails.Read(change.New) as JsonObject ?? HistoryDetails.Read(change.Old) as JsonObject;
        return change.Entity switch
        {
            "entry" => Text(fields?["content"] as JsonObject, "title"),
            "news" => Text(fields?["content"] as JsonObject, "title"),
            "bulletin" => Text(fields, "title"),
            "account" => Text(fields, "fullName") is { } person ? $"{person} ({Text(fields, "userName")})" : null,
            "agency" => Of(change.EntityId) ?? Text((fields?["names"] as JsonArray)?.LastOrDefault() as JsonObject, "name"),
            "report" => Text(fields, "file"),
            _ => Of(change.EntityId),
        };
    }

    private static string? Text(JsonObject? fields, string name) =>
        fields?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
