using System.Text;
using System.Text.Json;
using PlanTracker.Domain;
using PlanTracker.Domain.History;

namespace PlanTracker.Storage.History;

/// <summary>Looks for words in what a row says: the person, the reason, the values before and after, but not the names of fields.</summary>
internal static class HistorySearch
{
    /// <summary>Whether the folded words are in one of them.</summary>
    public static bool Finds(Change change, string folded) =>
        Holds(change.AccountName, folded) || Holds(change.Reason, folded) || Values(change.New, folded) || Values(change.Old, folded);

    private static bool Holds(string? text, string folded) => text is not null && VietnameseText.Fold(text).Contains(folded, StringComparison.Ordinal);

    private static bool Values(string? json, string folded)
    {
        if (json is null)
            return false;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String && Holds(reader.GetString(), folded))
                    return true;
            }
            return false;
        }
        catch (JsonException)
        {
            return Holds(json, folded);
        }
    }
}
