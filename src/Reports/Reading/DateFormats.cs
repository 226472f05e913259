using System.Buffers;
using System.Globalization;

namespace PlanTracker.Reports.Reading;

/// <summary>What a number format makes of a number.</summary>
internal enum FormatKind
{
    /// <summary>A number.</summary>
    Number,
    /// <summary>A day, perhaps with a time.</summary>
    Date,
    /// <summary>A time without a day.</summary>
    Time,
}

/// <summary>Which formats of a file show numbers as dates.</summary>
internal static class DateFormats
{
    /// <summary>Of a span that may exceed a day: [h]:mm.</summary>
    private static readonly SearchValues<char> SpanLetters = SearchValues.Create("hHmMsS");

    /// <summary>The kind of each cell format of the style part, by index.</summary>
    public static IReadOnlyList<FormatKind> Read(SafePackage package, string part)
    {
        var own = new Dictionary<string, FormatKind>();
        var kinds = new List<FormatKind>();
        var inFormats = false;
        using var reader = package.Read(part);
        while (reader.Read())
        {
            if (reader.IsStart && reader.Name == "numFmt" && own.Count < Limits.Formats)
                own[reader.Attribute("numFmtId") ?? ""] = KindOf(reader.Attribute("formatCode") ?? "");
            else if (reader.IsStart && reader.Name == "xf" && inFormats && kinds.Count < Limits.Formats)
                kinds.Add(BuiltIn(reader.Attribute("numFmtId") ?? "0", own));
            if (reader.Name == "cellXfs")
                inFormats = reader.IsStart && !reader.IsEnd;
        }
        return kinds;
    }

    /// <summary>The kind of a format, from the words of its first section.</summary>
    public static FormatKind KindOf(string code)
    {
        var (day, time, month, number) = (false, false, false, false);
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (char.ToLowerInvariant(code[at]))
            {
                case '"':
                    at = EndOf(code, at, '"');
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[' when code.AsSpan(at + 1).IndexOfAnyExcept(SpanLetters) is var end && end > 0 && code[at + 1 + end] == ']':
                    time = true;
                    at += end + 1;
                    break;
                case '[':
                    at = EndOf(code, at, ']');
                    break;
                case 'd' or 'y':
                    day = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case '#' or '?' or '%':
                    number = true;
                    break;
            }
        }
        return number ? FormatKind.Number : day || (month && !time) ? FormatKind.Date : time ? FormatKind.Time : FormatKind.Number;
    }

    private static FormatKind BuiltIn(string id, Dictionary<string, FormatKind> own) =>
        own.TryGetValue(id, out var kind) ? kind
        : !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? FormatKind.Number
        : number is >= 14 and <= 17 or 22 ? FormatKind.Date
        : number is >= 18 and <= 21 or >= 45 and <= 47 ? FormatKind.Time
        : FormatKind.Number;

    private static int EndOf(string code, int from, char end) =>
        code.IndexOf(end, from + 1) is var at && at < 0 ? code.Length : at;
}
