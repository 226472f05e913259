using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Reading;
using PlanTracker.Reports.Templates;

namespace PlanTracker.TestKit;

/// <summary>Excel forms of the product, filled in as people do.</summary>
public static class FilledForm
{
    /// <summary>The rows of a workbook.</summary>
    public static ImportTable Read(byte[] workbook) => new TableReader().ReadRows(new MemoryStream(workbook)).Value!;

    /// <summary>The form with rows of target, date, quantity, title typed into its first empty rows.</summary>
    public static byte[] Of(ImportTable form, params string[][] rows)
    {
        var empty = form.Rows.Where(r => r.Cells.Skip(1).All(c => c.Length == 0)).ToList();
        return new TemplateWriter().Write(new("Thử", form.Sheet, [.. form.Headers.Select(h => new TemplateColumn(h, 30, false, ""))], [])
        {
            Rows = [.. rows.Select((r, i) => (IReadOnlyList<string>)[empty[i].Cells[0], .. r])],
        });
    }
}
