using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Plans;

/// <summary>Writes changes of drafts as history rows of the plan they become.</summary>
internal static class PlanHistory
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Change Row(Actor actor, DateTime at, Guid planId, string what, object? old, object? now) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        Door = actor.Door,
        Entity = "plan",
        EntityId = planId,
        What = what,
        Old = old is null ? null : JsonSerializer.Serialize(old, Json),
        New = now is null ? null : JsonSerializer.Serialize(now, Json),
    };
}
