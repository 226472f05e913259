using System.Text.Json.Serialization;

namespace PlanTracker.Domain.Imports;

/// <summary>What an import makes of a row.</summary>
public enum RowState
{
    /// <summary>Mới: makes something.</summary>
    New,
    /// <summary>Thay đổi: changes what is there.</summary>
    Changed,
    /// <summary>Không đổi: is there already, as in the file.</summary>
    Unchanged,
    /// <summary>Xung đột: what is there was changed by somebody else since the file was made, or can no longer be changed.</summary>
    Conflict,
    /// <summary>Sai: a cell is wrong.</summary>
    Wrong,
}

/// <summary>Which rows an import takes over.</summary>
public enum ImportMode
{
    /// <summary>All, or nothing when one is wrong or in conflict.</summary>
    All,
    /// <summary>The good ones; the others are handed back as a workbook.</summary>
    Good,
}

/// <summary>A cell that differs from what is there.</summary>
/// <param name="Cell">Address: <c>D7</c>.</param>
/// <param name="Column">Its heading.</param>
/// <param name="Old">What is there; null when nothing is.</param>
/// <param name="New">What the file says; null for an empty cell.</param>
public sealed record CellDifference(string Cell, string Column, string? Old, string? New);

/// <summary>A row as an import judged it.</summary>
/// <param name="Number">The row's number in the sheet.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="What">What it is, in short, for lists.</param>
/// <param name="Cells">Cells that differ; of a new row all that hold something.</param>
/// <param name="Errors">What is wrong, by cell.</param>
public sealed record ImportedRow(
    int Number, RowState State, string What, IReadOnlyList<CellDifference> Cells, IReadOnlyList<CellError> Errors)
{
    /// <summary>What there is to know besides: hidden in the file, just like another row, why it is in conflict.</summary>
    public string? Note { get; init; }

    /// <summary>The thing it is about; null for a new row before it was taken over.</summary>
    public Guid? Id { get; init; }

    /// <summary>The key that a handed-back row carries instead of its own, so that sending it again means the same thing.</summary>
    public string? KeyToHandBack { get; init; }

    /// <summary>Whether it is handed back to be mended.</summary>
    [JsonIgnore]
    public bool IsBad => State is RowState.Wrong or RowState.Conflict;
}

/// <summary>How many rows there are of each state.</summary>
public sealed record RowCounts(int New, int Changed, int Unchanged, int Conflict, int Wrong)
{
    /// <summary>No rows.</summary>
    public static RowCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Rows that change something.</summary>
    [JsonIgnore]
    public int Good => New + Changed;

    /// <summary>Rows that are handed back.</summary>
    [JsonIgnore]
    public int Bad => Conflict + Wrong;

    /// <summary>All rows.</summary>
    [JsonIgnore]
    public int Total => New + Changed + Unchanged + Conflict + Wrong;

    /// <summary>The count of one state.</summary>
    public int this[RowState state] => state switch
    {
        RowState.New => New,
        RowState.Changed => Changed,
        RowState.Unchanged => Unchanged,
        RowState.Conflict => Conflict,
        _ => Wrong,
    };

    /// <summary>Counts rows.</summary>
    public static RowCounts Of(IEnumerable<ImportedRow> rows)
    {
        var by = rows.CountBy(r => r.State).ToDictionary();
        int Count(RowState state) => by.GetValueOrDefault(state);
        return new(Count(RowState.New), Count(RowState.Changed), Count(RowState.Unchanged), Count(RowState.Conflict), Count(RowState.Wrong));
    }
}

/// <summary>What an import does, or would do, row by row.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Rows">All rows that hold something, in the order of the file.</param>
public sealed record ImportOutcome(string Sheet, IReadOnlyList<ImportedRow> Rows)
{
    /// <summary>How many of each state.</summary>
    [JsonIgnore]
    public RowCounts Counts => RowCounts.Of(Rows);

    /// <summary>The refusal of an import that takes all or nothing, with everything that is wrong by cell; null when all can be taken.</summary>
    /// <param name="code">Stable code.</param>
    public Refusal? WhyNotAll(string code)
    {
        var bad = Rows.Where(r => r.IsBad).ToList();
        return bad.Count == 0 ? null : Refusal.Unreadable(
            code, $"Trang “{Sheet}” có {VietnameseNumber.Show(bad.Count)} dòng cần sửa. Chưa có gì được ghi.",
            CellError.ByCell(bad.SelectMany(r => r.Errors.Count > 0 ? r.Errors : [new CellError($"A{r.Number}", null, r.Note ?? "")])));
    }
}

/// <summary>The words of rows' states.</summary>
public static class RowWords
{
    /// <summary>The word of a state.</summary>
    public static string NameOf(RowState state) => state switch
    {
        RowState.New => "Mới",
        RowState.Changed => "Thay đổi",
        RowState.Unchanged => "Không đổi",
        RowState.Conflict => "Xung đột",
        _ => "Cần sửa",
    };
}
