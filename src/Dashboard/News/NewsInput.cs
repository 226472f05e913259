using System.Globalization;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.News;

namespace PlanTracker.Dashboard.News;

/// <summary>The form of an item as text, shown again as it was typed.</summary>
internal static class NewsInput
{
    /// <summary>An empty form.</summary>
    public static TypedText Blank(string author) => new(("author", author), ("place", nameof(NewsPlace.Portal)), ("kind", nameof(NewsKind.Activity)));

    /// <summary>An item as it stands.</summary>
    public static TypedText Of(NewsContent c) => new(
        ("title", c.Title), ("body", c.Body), ("author", c.Author), ("kind", c.Kind.ToString()), ("field", c.Field.ToString()), ("campaign", c.Campaign),
        ("neverPublished", c.NeverPublished ? "true" : null), ("place", c.Place.ToString()), ("activityId", c.ActivityId?.ToString()),
        ("theme", c.Theme?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What was typed, in the domain's words.</summary>
    public static Result<NewsContent> Read(TypedText typed)
    {
        var content = new NewsContent
        {
            Title = typed["title"] ?? "",
            Body = typed["body"] ?? "",
            Author = typed["author"] ?? "",
            Kind = Choice<NewsKind>(typed, "kind", "loại tin"),
            Field = Choice<NewsField>(typed, "field", "lĩnh vực"),
            Campaign = typed["campaign"],
            NeverPublished = typed["neverPublished"] == "true",
            Place = Choice<NewsPlace>(typed, "place", "nơi đề nghị đăng"),
            ActivityId = Guid.TryParse(typed["activityId"], out var activity) ? activity : null,
            Theme = int.TryParse(typed["theme"], NumberStyles.None, CultureInfo.InvariantCulture, out var theme) ? theme : null,
        };
        return typed.Or(content);
    }

    /// <summary>A choice by its name; null when none was made.</summary>
    public static TEnum? Chosen<TEnum>(string? text)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Contains(text) ? Enum.Parse<TEnum>(text!) : null;

    private static TEnum Choice<TEnum>(TypedText typed, string name, string label)
        where TEnum : struct, Enum
    {
        if (Chosen<TEnum>(typed[name]) is { } value)
            return value;
        typed.Wrong(name, $"Chọn {label}.");
        return default;
    }
}
