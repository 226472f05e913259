using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Form;

/// <summary>Place of text in its cell, across.</summary>
internal enum Across { Left, Centre, Right }

/// <summary>Place of text in its cell, down.</summary>
internal enum Down { Middle, Top, Bottom }

/// <summary>How a cell looks. Equal looks share one style of the file.</summary>
/// <param name="Face">Size, bold, italic.</param>
/// <param name="Across">Place across.</param>
/// <param name="Down">Place down.</param>
/// <param name="Fill">Background RRGGBB; null for none.</param>
/// <param name="Bordered">Thin black lines around.</param>
/// <param name="Format">Number format; null for text in a general cell.</param>
/// <param name="Turned">Written upwards, in narrow heads.</param>
internal sealed record CellLook(
    Face Face, Across Across = Across.Centre, Down Down = Down.Middle, string? Fill = null, bool Bordered = false, string? Format = null, bool Turned = false);

/// <summary>Number formats: the separators shown are those of the reader's locale.</summary>
internal static class NumberFormats
{
    public const string Whole = "#,##0";
    public const string Fraction = "#,##0.####";
    public const string OneDecimal = "#,##0.0";
    public const string Day = "dd\\/mm\\/yyyy";
    /// <summary>What is typed stays as typed.</summary>
    public const string AsText = "@";
}

/// <summary>The looks of an official document (Nghị định 30/2020/NĐ-CP) and of its tables.</summary>
internal static class Looks
{
    private const string HeadGrey = "F2F2F2";

    public static readonly CellLook ParentBody = new(new(12));
    public static readonly CellLook IssuingBody = new(new(12, Bold: true));
    public static readonly CellLook Country = new(new(12, Bold: true));
    public static readonly CellLook Motto = new(new(13, Bold: true));
    public static readonly CellLook Number = new(new(13));
    public static readonly CellLook PlaceAndDate = new(new(13, Italic: true));
    public static readonly CellLook Subject = new(new(14, Bold: true));
    public static readonly CellLook Remark = new(new(13, Italic: true));
    public static readonly CellLook AddressedTo = new(new(14));
    public static readonly CellLook AppendixTitle = new(new(13, Bold: true));

    public static readonly CellLook TableHead = new(new(10, Bold: true), Fill: HeadGrey, Bordered: true);
    public static readonly CellLook TableText = new(new(10), Across.Left, Bordered: true);
    public static readonly CellLook TableCentred = new(new(10), Bordered: true);
    public static readonly CellLook TableTotal = new(new(11, Bold: true), Across.Left, Fill: HeadGrey, Bordered: true);
    public static readonly CellLook TableMoney = new(new(10), Across.Right, Bordered: true);
    public static readonly CellLook SmallHead = new(new(9, Bold: true), Fill: HeadGrey, Bordered: true);
    public static readonly CellLook SmallTurned = SmallHead with { Turned = true };
    public static readonly CellLook SmallText = new(new(9), Across.Left, Bordered: true);
    public static readonly CellLook SmallCentred = new(new(9), Bordered: true);
    public static readonly CellLook SmallBlock = new(new(9, Bold: true), Fill: HeadGrey, Bordered: true);
    public static readonly CellLook Note = new(new(9, Italic: true), Across.Left, Down.Top);

    public static readonly CellLook RecipientsHead = new(new(12, Bold: true, Italic: true), Across.Left);
    public static readonly CellLook Recipient = new(new(11), Across.Left, Down.Top);
    public static readonly CellLook SignerTitle = new(new(14, Bold: true), Down: Down.Top);
    public static readonly CellLook SignerName = new(new(14, Bold: true), Down: Down.Bottom);
}
