using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Domain.Imports;
using PlanTracker.Reports.Form;

namespace PlanTracker.Reports.Templates;

/// <summary>Lists to choose from, taken from a sheet of their own: a list written into the rule itself holds 255 characters only.</summary>
internal static class DropDowns
{
    /// <summary>The last row that offers a list.</summary>
    public const int LastRow = 10_001;

    /// <summary>The rules of the columns with choices; null when there is none.</summary>
    public static DataValidations? Of(ImportTemplate template, string listSheet)
    {
        var lists = template.Columns.Index().Where(c => c.Item.Choices.Count > 0).Select((c, list) => RuleOf(c.Item, c.Index, listSheet, list)).ToList();
        return lists.Count == 0 ? null : new DataValidations(lists) { Count = (uint)lists.Count };
    }

    private static DataValidation RuleOf(TemplateColumn column, int index, string listSheet, int list)
    {
        var (letters, source) = (Grid.Letters(index), Grid.Letters(list));
        return new(new Formula1(string.Create(CultureInfo.InvariantCulture, $"'{listSheet}'!${source}$2:${source}${column.Choices.Count + 1}")))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = !column.TakesOther,
            ErrorTitle = "Không có trong danh mục",
            Error = "Hãy chọn một mục trong danh sách.",
            SequenceOfReferences = new ListValue<StringValue>([string.Create(CultureInfo.InvariantCulture, $"{letters}2:{letters}{LastRow}")]),
        };
    }
}
