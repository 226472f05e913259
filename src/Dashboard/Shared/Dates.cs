using System.Globalization;

namespace PlanTracker.Dashboard.Shared;

/// <summary>Days as people and browsers write them: 05/3/2024 or 2024-03-05; anything else is not understood.</summary>
internal static class Dates
{
    private static readonly string[] Forms = ["d/M/yyyy", "yyyy-MM-dd"];

    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
