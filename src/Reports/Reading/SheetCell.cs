using System.Globalization;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Reading;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>Words; also a number that was typed as text.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A day, or a day and a time.</summary>
    Date,
    /// <summary>A time of day or a span of hours, without a day.</summary>
    Time,
    /// <summary>True or false.</summary>
    Boolean,
    /// <summary>Nothing that could be taken over: <c>#REF!</c>, a formula never calculated, a text too long. The text says why.</summary>
    Error,
}

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">
/// As a person would type it: 15000 and 1,5 (no dots for thousands), 05/09/2024, TRUE; NFC, line breaks as \n, not trimmed. Of an error, what is wrong.
/// </param>
internal readonly record struct SheetCell(int Column, CellKind Kind, string Text)
{
    /// <summary>The number; null unless it is one.</summary>
    public decimal? Number { get; init; }

    /// <summary>The day and time; null unless it is one.</summary>
    public DateTime? Date { get; init; }

    /// <summary>Whether a formula gave it: the value is the one that the sender's program calculated last.</summary>
    public bool IsCalculated { get; init; }

    /// <summary>Its address in a row: <c>B7</c>.</summary>
    public string AddressIn(int row) => string.Create(CultureInfo.InvariantCulture, $"{Grid.Letters(Column)}{row}");
}

/// <summary>A row that holds something.</summary>
/// <param name="Number">From 1, as the program shows it.</param>
/// <param name="IsHidden">Hidden by hand or by a filter.</param>
/// <param name="Cells">From left to right; empty ones are left out.</param>
internal sealed record SheetRow(int Number, bool IsHidden, IReadOnlyList<SheetCell> Cells);

/// <summary>A sheet as read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">From top to bottom; empty ones are left out.</param>
internal sealed record ReadSheet(string Name, IReadOnlyList<SheetRow> Rows);
