namespace PlanTracker.Reports.Form;

/// <summary>A piece of a row: one column or several in one, with text, a number or nothing. A value: a sheet of a year has hundreds of thousands.</summary>
/// <param name="First">First column.</param>
/// <param name="Last">Last column.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Text">Its text.</param>
/// <param name="Number">Its number; null for text.</param>
/// <param name="Format">Format of the number; null for the look's own.</param>
internal readonly record struct Piece(int First, int Last, CellLook Look, string Text = "", decimal? Number = null, string? Format = null)
{
    /// <summary>Text in one column.</summary>
    public Piece(int column, CellLook look, string text)
        : this(column, column, look, text)
    {
    }

    /// <summary>A number in one column, in a format; "-" when there is none.</summary>
    public static Piece Of(int column, CellLook look, decimal? number, string? format = null) => number is { } value
        ? new(column, column, look, "", value, format ?? (decimal.IsInteger(value) ? NumberFormats.Whole : NumberFormats.Fraction))
        : new(column, look, "-");

    /// <summary>A day as a date; "-" when there is none.</summary>
    public static Piece Of(int column, CellLook look, DateOnly? day) => Of(
        column, look, day is { } date ? date.DayNumber - FirstDay.DayNumber : null, NumberFormats.Day);

    /// <summary>Day 0 of spreadsheets.</summary>
    private static readonly DateOnly FirstDay = new(1899, 12, 30);
}
