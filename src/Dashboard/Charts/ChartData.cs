using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanTracker.Dashboard.Charts;

/// <summary>Kinds of chart.</summary>
public enum ChartKind
{
    /// <summary>Lines over days.</summary>
    Line,
    /// <summary>Streams between stages.</summary>
    Flow,
}

/// <summary>A line of a chart, or the amounts of streams.</summary>
/// <param name="Name">Its name, also the heading of its column.</param>
/// <param name="Look">How it is drawn: <c>planned</c>, <c>actual</c>, <c>forecast</c>, <c>amount</c>.</param>
public sealed record ChartSeries(string Name, string Look);

/// <summary>A day of lines, or one stream.</summary>
/// <param name="Name">What it is of, as it stands in the table.</param>
/// <param name="Values">By series; null where there is none.</param>
/// <param name="On">The day, of lines.</param>
/// <param name="To">Where it goes, of a stream.</param>
public sealed record ChartRow(string Name, IReadOnlyList<decimal?> Values, DateOnly? On = null, string? To = null);

/// <summary>What a chart draws and its table shows: the same numbers, once.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="RowHead">Heading of the first column.</param>
/// <param name="Series">Lines.</param>
/// <param name="Rows">Points or streams, in order.</param>
public sealed record ChartData(ChartKind Kind, string Unit, string RowHead, IReadOnlyList<ChartSeries> Series, IReadOnlyList<ChartRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What is marked by a line of its own: the target; null for none.</summary>
    public decimal? Mark { get; init; }

    /// <summary>The words of that line.</summary>
    public string? MarkName { get; init; }

    /// <summary>For the script; Razor escapes it for the attribute it stands in.</summary>
    internal string Json => JsonSerializer.Serialize(this, Options);
}
