namespace PlanTracker.Domain.Imports;

/// <summary>Writes the workbook that people fill in and send back: what <see cref="ITableReader"/> reads.</summary>
public interface ITemplateWriter
{
    /// <summary>The bytes of an .xlsx file.</summary>
    byte[] Write(ImportTemplate template);
}

/// <summary>A workbook to be filled in.</summary>
/// <param name="Title">Title of the guidance and of the file: "Mẫu danh sách tài khoản".</param>
/// <param name="Sheet">Name of the sheet with the table, up to 31 characters.</param>
/// <param name="Columns">The columns, from A.</param>
/// <param name="Guidance">Sentences for who fills it in, a paragraph each.</param>
public sealed record ImportTemplate(string Title, string Sheet, IReadOnlyList<TemplateColumn> Columns, IReadOnlyList<string> Guidance)
{
    /// <summary>Rows filled in beforehand, texts by column; none for an empty form.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];
}

/// <summary>A column of a workbook to be filled in. Its cells are text, so that codes keep their zeros and nothing becomes a formula.</summary>
/// <param name="Header">The heading, which the import looks for.</param>
/// <param name="Millimetres">Width on paper.</param>
/// <param name="IsNeeded">Whether every row needs it.</param>
/// <param name="Explanation">How to fill it in, for the guidance.</param>
public sealed record TemplateColumn(string Header, double Millimetres, bool IsNeeded, string Explanation)
{
    /// <summary>What may be chosen from a list; empty for free text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether something else than a choice may be typed, such as several choices in one cell.</summary>
    public bool TakesOther { get; init; }

    /// <summary>Whether the column is folded away: keys that programs read and people leave alone.</summary>
    public bool IsHidden { get; init; }
}
