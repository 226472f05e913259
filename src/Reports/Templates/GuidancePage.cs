using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Templates;

/// <summary>The sheet that says how to fill in the table.</summary>
internal static class GuidancePage
{
    private static readonly CellLook Paragraph = new(new(12), Across.Left, Down.Top);
    private static readonly CellLook Head = Looks.TableHead with { Face = new(12, Bold: true) };
    private static readonly CellLook Cell = new(new(12), Across.Left, Bordered: true);

    /// <summary>Title, paragraphs, and a table of the columns.</summary>
    public static SheetBuilder Build(ImportTemplate template, StyleBook styles)
    {
        var builder = new SheetBuilder(new Grid([50, 30, 150]), styles);
        builder.Line(Looks.Subject with { Across = Across.Left }, template.Title);
        foreach (var sentence in template.Guidance)
            builder.Line(Paragraph, sentence);
        builder.Space(9);
        builder.Row(24, new(0, Head, "Cột"), new(1, Head, "Bắt buộc"), new(2, Head, "Cách điền"));
        foreach (var column in template.Columns)
        {
            builder.Row(0,
                new(0, Cell, column.Header), new(1, Cell with { Across = Across.Centre }, column.IsNeeded ? "Có" : "Không"), new(2, Cell, column.Explanation));
        }
        return builder;
    }
}
