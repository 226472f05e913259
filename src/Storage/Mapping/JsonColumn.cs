using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PlanTracker.Storage.Mapping;

/// <summary>Small lists and wording that no query looks into: one text column of JSON, letters as they are, enums by name.</summary>
internal static class JsonColumn
{
    /// <summary>How JSON is written.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A list of immutable items that is added to in place.</summary>
    public static PropertyBuilder<List<T>> HasJsonList<T>(this PropertyBuilder<List<T>> property) => property.HasConversion(
        new ValueConverter<List<T>, string>(list => Write(list), text => Read<List<T>>(text)),
        new ValueComparer<List<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));

    /// <summary>A list that is only ever replaced.</summary>
    public static ComplexTypePropertyBuilder<IReadOnlyList<T>> HasJsonList<T>(this ComplexTypePropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(list => Write(list), text => ReadArray<T>(text)),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));

    /// <summary>An immutable record that is only ever replaced.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class? => property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), text => Read<T>(text)),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b) || Equals(a, b), value => 0, value => value));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    /// <summary>Most lists of a year of results are empty: those cost nothing.</summary>
    private static T[] ReadArray<T>(string text) => text is "[]" ? [] : Read<T[]>(text);
}
