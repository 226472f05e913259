using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanTracker.Domain;

/// <summary>Numbers as Vietnamese offices write them: dot for thousands, comma for decimals. The one parser of forms and imports.</summary>
public static partial class VietnameseNumber
{
    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    };

    /// <summary>
    /// Reads "15.000" as fifteen thousand, "1,5" as one and a half, "01" as one. What can be read two ways ("1.5", "15.00") is not understood:
    /// null, never a guess.
    /// </summary>
    public static decimal? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        return Written().IsMatch(trimmed) && decimal.TryParse(trimmed, NumberStyles.Number, Format, out var number) ? number : null;
    }

    /// <summary>As the plan writes amounts: two digits below ten ("05"), dot for thousands, comma for decimals; zero is "0".</summary>
    public static string Wording(decimal number) =>
        number is > 0 and < 10 && decimal.IsInteger(number) ? "0" + Show(number) : Show(number);

    /// <summary>Dot for thousands, comma for decimals, no leading zero.</summary>
    public static string Show(decimal number) => number.ToString("#,##0.####", Format);

    /// <summary>Percent with one decimal ("66,7"); "-" when there is none.</summary>
    public static string Percent(decimal? percent) => percent?.ToString("#,##0.0", Format) ?? "-";

    [GeneratedRegex(@"^-?(0|[0-9]{1,18}|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
