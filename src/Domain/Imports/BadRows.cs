namespace PlanTracker.Domain.Imports;

/// <summary>The rows that an import did not take over, as a workbook of the same form with what is wrong beside each.</summary>
public static class BadRows
{
    /// <summary>Field of the column that says what is wrong; a form that hands rows back knows it and reads nothing from it.</summary>
    public const string Field = "importErrors";

    /// <summary>Its heading.</summary>
    public const string Header = "Cần sửa (không nhập cột này)";

    private const double Millimetres = 90;

    /// <summary>The form with the bad rows filled in.</summary>
    /// <param name="form">The empty form; its last column is the one that says what is wrong, its rows are replaced.</param>
    /// <param name="shape">The form as the import knows it: the fields of its columns, in order.</param>
    /// <param name="table">The table that was sent.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="keyField">Field of the column with keys.</param>
    public static ImportTemplate Of(ImportTemplate form, FormShape shape, FormTable table, ImportOutcome outcome, string keyField)
    {
        var rows = table.Rows.ToDictionary(r => r.Number);
        return form with
        {
            Title = form.Title + " (các dòng cần sửa)",
            Columns = [.. form.Columns, new TemplateColumn(Header, Millimetres, false, "Chỗ sai của dòng, theo từng ô của tệp đã gửi. Sửa xong gửi lại tệp này.")],
            Rows = [.. outcome.Rows.Where(r => r.IsBad && rows.ContainsKey(r.Number)).Select(r => Row(r, rows[r.Number]))],
        };

        IReadOnlyList<string> Row(ImportedRow bad, ImportRow row) =>
        [
            .. shape.Columns.Where(c => c.Field != Field)
                .Select(c => c.Field == keyField && bad.KeyToHandBack is { } key ? key : table.Text(row, c.Field)),
            What(bad, shape),
        ];
    }

    private static string What(ImportedRow bad, FormShape shape)
    {
        var errors = bad.Errors.Select(e => $"Ô {e.Cell}{(e.Found is null ? "" : $" “{e.Found}”")}: {e.Message}");
        var differs = bad.State is RowState.Conflict
            ? bad.Cells.Select(c => $"{c.Column}: trên hệ thống là “{c.Old ?? "(trống)"}”, trong tệp là “{c.New ?? "(trống)"}”.") : [];
        return string.Join("\n", new[] { bad.Note }.OfType<string>().Concat(errors).Concat(differs).Take(shape.Columns.Count));
    }
}
