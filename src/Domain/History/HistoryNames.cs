using System.Text.Json.Nodes;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.History;

/// <summary>Names of the things that rows name by id.</summary>
/// <param name="Agencies">Agencies.</param>
/// <param name="Things">Plans, activities, targets.</param>
/// <param name="Channels">The list of channels, whose codes entries keep.</param>
internal sealed record HistoryNames(
    IReadOnlyDictionary<Guid, AgencyRef> Agencies, IReadOnlyDictionary<Guid, string> Things, IReadOnlyList<Channel> Channels)
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
            "bulletin" or "task" or "preparation" or "difficulty" or "inspection" or "unit-plan" or "unit-result" when Text(fields, "title") is { } title => title,
            "account" => Text(fields, "fullName") is { } person ? $"{person} ({Text(fields, "userName")})" : null,
            "agency" => Of(change.EntityId) ?? Text((fields?["names"] as JsonArray)?.LastOrDefault() as JsonObject, "name"),
            "agency-report" when change.AgencyId is { } owing => Of(owing),
            "indicator" => Text(fields, "name"),
            "report" => Text(fields, "file") ?? (Text(fields, "period") is { } period ? $"kỳ {period}" : null),
            "channel" => Text(fields, "name"),
            "import" => Text(fields, "file"),
            _ => Of(change.EntityId),
        };
    }

    private static string? Text(JsonObject? fields, string name) =>
        fields?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
