using PlanTracker.Api.Access;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Api.Imports;

/// <summary>A cell that differs from what is there.</summary>
/// <param name="Cell">Address, such as <c>D7</c>.</param>
/// <param name="Column">Its heading.</param>
/// <param name="Old">What is there.</param>
/// <param name="New">What the file says.</param>
internal sealed record CellDifferenceJson(string Cell, string Column, string? Old, string? New);

/// <summary>A row of a file.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="State">New, Changed, Unchanged, Conflict, Wrong.</param>
/// <param name="What">What it is, in short.</param>
/// <param name="Id">The thing it is about, or that it became.</param>
/// <param name="Note">What there is to know besides.</param>
/// <param name="Cells">Cells that differ; of a new row all that hold something.</param>
/// <param name="Errors">What is wrong, by cell.</param>
internal sealed record ImportedRowJson(
    int Row, RowState State, string What, Guid? Id, string? Note, IReadOnlyList<CellDifferenceJson> Cells, IReadOnlyList<CellErrorJson> Errors);

/// <summary>An import, row by row.</summary>
/// <param name="Id">Its id: it can be found again, by its sender.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="FileName">The file as it was called.</param>
/// <param name="State">Checking, Checked, Applying, Done, Refused, BrokenOff.</param>
/// <param name="DryRun">Nothing was changed.</param>
/// <param name="Mode">Which rows were taken over; null before.</param>
/// <param name="Message">Why it was refused.</param>
/// <param name="Done">Rows that were worked on so far, while it is going on.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="New">Rows that make something.</param>
/// <param name="Changed">Rows that change something.</param>
/// <param name="Unchanged">Rows that are there already.</param>
/// <param name="Conflict">Rows of what somebody else changed meanwhile.</param>
/// <param name="Wrong">Rows with something wrong.</param>
/// <param name="BadRows">Where the rows to be mended are handed back as a workbook; null when there are none.</param>
/// <param name="Rows">All rows.</param>
internal sealed record ImportJson(
    Guid Id, Guid PlanId, string FileName, ImportState State, bool DryRun, ImportMode? Mode, string? Message, int? Done, string? Sheet,
    int New, int Changed, int Unchanged, int Conflict, int Wrong, string? BadRows, IReadOnlyList<ImportedRowJson> Rows)
{
    /// <summary>Of an import.</summary>
    public static ImportJson Of(ImportJob job, ImportOutcome? outcome, int? done = null)
    {
        var counts = outcome?.Counts ?? job.Counts ?? RowCounts.None;
        return new(
            job.Id, job.PlanId, job.FileName, job.State, job.State is not ImportState.Done, job.Mode, job.Message, done, outcome?.Sheet, counts.New, counts.Changed,
            counts.Unchanged, counts.Conflict, counts.Wrong, counts.Bad > 0 ? $"/api/v1/imports/{job.Id}/bad-rows.xlsx" : null,
            [.. (outcome?.Rows ?? []).Select(Of)]);
    }

    private static ImportedRowJson Of(ImportedRow row) => new(
        row.Number, row.State, row.What, row.Id, row.Note, [.. row.Cells.Select(c => new CellDifferenceJson(c.Cell, c.Column, c.Old, c.New))],
        [.. row.Errors.Select(e => new CellErrorJson(e.Cell, e.Found, e.Message))]);
}
