using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using PlanTracker.Reports.Measure;

namespace PlanTracker.Reports.Form;

/// <summary>The styles of a workbook: each look is written once, when it is first used.</summary>
internal sealed class StyleBook
{
    private const string FontName = "Times New Roman";
    private const uint BuiltInWhole = 3;
    private const uint BuiltInText = 49;
    private const uint FirstOwnFormat = 164;

    private readonly List<Font> fonts = [new(new FontSize { Val = 12 }, new FontName { Val = FontName }, new FontFamilyNumbering { Val = 1 })];
    private readonly List<Fill> fills =
        [new(new PatternFill { PatternType = PatternValues.None }), new(new PatternFill { PatternType = PatternValues.Gray125 })];
    private readonly List<CellFormat> formats = [new() { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 }];

    private readonly Dictionary<(CellLook, bool), uint> indexes = [];
    private readonly Dictionary<(CellLook Look, string? Format, bool Quoted), string> names = new(SameLook.Instance);
    private readonly Dictionary<Face, uint> faces = [];
    private readonly Dictionary<string, uint> colours = [];
    private readonly Dictionary<string, uint> numberFormats = [];

    /// <summary>Index of the style of a look; quoted when the text must never become a formula.</summary>
    public uint Index(CellLook look, bool quoted = false)
    {
        if (indexes.TryGetValue((look, quoted), out var index))
            return index;
        formats.Add(FormatOf(look, quoted));
        return indexes[(look, quoted)] = (uint)formats.Count - 1;
    }

    /// <summary>The same as the file writes it, found by the look itself: no cell compares looks part by part.</summary>
    public string Name(CellLook look, string? format = null, bool quoted = false)
    {
        if (names.TryGetValue((look, format, quoted), out var name))
            return name;
        var index = Index(format is null ? look : look with { Format = format }, quoted);
        return names[(look, format, quoted)] = index.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The style sheet with everything used so far.</summary>
    public Stylesheet Stylesheet()
    {
        var sheet = new Stylesheet();
        if (numberFormats.Count > 0)
        {
            var own = numberFormats.OrderBy(f => f.Value).Select(f => new NumberingFormat { NumberFormatId = f.Value, FormatCode = f.Key });
            sheet.Append(new NumberingFormats(own) { Count = (uint)numberFormats.Count });
        }
        sheet.Append(
            new Fonts(fonts) { Count = (uint)fonts.Count },
            new Fills(fills) { Count = (uint)fills.Count },
            new Borders(NoBorder(), ThinBorder()) { Count = 2 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(formats) { Count = (uint)formats.Count },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
        return sheet;
    }

    private CellFormat FormatOf(CellLook look, bool quoted)
    {
        var isNumber = look.Format is not null and not NumberFormats.AsText;
        return new(new Alignment
        {
            Horizontal = look.Across switch
            {
                Across.Left => HorizontalAlignmentValues.Left,
                Across.Right => HorizontalAlignmentValues.Right,
                _ => HorizontalAlignmentValues.Center,
            },
            Vertical = look.Down switch
            {
                Down.Top => VerticalAlignmentValues.Top,
                Down.Bottom => VerticalAlignmentValues.Bottom,
                _ => VerticalAlignmentValues.Center,
            },
            // A number cannot wrap: one wider than its column shrinks instead of turning into ####.
            WrapText = isNumber ? null : true,
            ShrinkToFit = isNumber ? true : null,
            TextRotation = look.Turned ? 90u : null,
        })
        {
            NumberFormatId = look.Format is null ? 0 : FormatId(look.Format),
            FontId = FontId(look.Face),
            FillId = look.Fill is null ? 0 : FillId(look.Fill),
            BorderId = look.Bordered ? 1u : 0u,
            FormatId = 0,
            QuotePrefix = quoted ? true : null,
            ApplyNumberFormat = look.Format is not null,
            ApplyFont = true,
            ApplyFill = look.Fill is not null,
            ApplyBorder = look.Bordered,
            ApplyAlignment = true,
        };
    }

    private uint FormatId(string format)
    {
        if (format == NumberFormats.Whole)
            return BuiltInWhole;
        if (format == NumberFormats.AsText)
            return BuiltInText;
        if (!numberFormats.TryGetValue(format, out var id))
            numberFormats[format] = id = FirstOwnFormat + (uint)numberFormats.Count;
        return id;
    }

    private uint FontId(Face face)
    {
        if (faces.TryGetValue(face, out var id))
            return id;
        var font = new Font();
        if (face.Bold)
            font.Append(new Bold());
        if (face.Italic)
            font.Append(new Italic());
        font.Append(new FontSize { Val = face.Size }, Black(), new FontName { Val = FontName }, new FontFamilyNumbering { Val = 1 });
        fonts.Add(font);
        return faces[face] = (uint)fonts.Count - 1;
    }

    private uint FillId(string colour)
    {
        if (colours.TryGetValue(colour, out var id))
            return id;
        fills.Add(new(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }, new BackgroundColor { Indexed = 64 })
        {
            PatternType = PatternValues.Solid,
        }));
        return colours[colour] = (uint)fills.Count - 1;
    }

    private static Color Black() => new() { Rgb = "FF000000" };

    private static Border NoBorder() => new(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());

    private static Border ThinBorder() => new(
        Thin(new LeftBorder()), Thin(new RightBorder()), Thin(new TopBorder()), Thin(new BottomBorder()), new DiagonalBorder());

    private static T Thin<T>(T side)
        where T : BorderPropertiesType
    {
        side.Style = BorderStyleValues.Thin;
        side.AppendChild<OpenXmlElement>(Black());
        return side;
    }

    private sealed class SameLook : IEqualityComparer<(CellLook Look, string? Format, bool Quoted)>
    {
        public static readonly SameLook Instance = new();

        public bool Equals((CellLook Look, string? Format, bool Quoted) x, (CellLook Look, string? Format, bool Quoted) y) =>
            ReferenceEquals(x.Look, y.Look) && x.Quoted == y.Quoted && x.Format == y.Format;

        public int GetHashCode([DisallowNull] (CellLook Look, string? Format, bool Quoted) key) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(key.Look), key.Format?.Length, key.Quoted);
    }
}
