namespace PlanTracker.Domain.Imports;

/// <summary>What is wrong in one cell of a table that was sent.</summary>
/// <param name="Cell">Address, such as <c>B7</c>.</param>
/// <param name="Found">What stands there, shortened; null for an empty cell.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record CellError(string Cell, string? Found, string Message)
{
    private const int Shown = 60;
    private const int Letters = 26;

    /// <summary>The error of a cell by row number and column, from 0.</summary>
    public static CellError At(int row, int column, string text, string message) => new($"{ColumnName(column)}{row}", Short(text), message);

    /// <summary>A column's letters: A, Z, AA.</summary>
    public static string ColumnName(int column) =>
        (column >= Letters ? ColumnName((column / Letters) - 1) : "") + (char)('A' + (column % Letters));

    /// <summary>Messages by cell, as a refusal carries them.</summary>
    public static IReadOnlyDictionary<string, string[]> ByCell(IEnumerable<CellError> errors) => errors
        .GroupBy(e => e.Cell).ToDictionary(g => g.Key, g => g.Select(e => e.Found is null ? e.Message : $"“{e.Found}”: {e.Message}").ToArray());

    private static string? Short(string text)
    {
        var shown = new string([.. text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '□' : c)]).Trim();
        return shown.Length == 0 ? null : shown.Length <= Shown ? shown : shown[..Shown] + "…";
    }
}
