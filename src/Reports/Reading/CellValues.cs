using System.Globalization;

namespace PlanTracker.Reports.Reading;

/// <summary>What the file says of a cell, before it is understood.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Type">The file's word for its type: <c>s</c>, <c>inlineStr</c>, <c>str</c>, <c>b</c>, <c>e</c>, <c>d</c>; null or <c>n</c> for a number.</param>
/// <param name="Style">Index of its format.</param>
/// <param name="IsCalculated">A formula gave it.</param>
internal readonly record struct RawCell(int Column, string? Type, int Style, bool IsCalculated);

/// <summary>Understands cells: texts, numbers as they were typed, days by their number format.</summary>
internal sealed class CellValues(IReadOnlyList<string> shared, IReadOnlyList<FormatKind> formats, bool from1904)
{
    private const double SecondsPerDay = 86_400;
    /// <summary>Largest whole number that a double holds exactly.</summary>
    private const double Exact = 9_007_199_254_740_992;
    /// <summary>Digits that a spreadsheet keeps.</summary>
    private const string Kept = "G15";

    private static readonly DateTime Epoch1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Epoch1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The cell; null when it holds nothing.</summary>
    public SheetCell? Read(in RawCell raw, string value)
    {
        if (value.Length == 0 && raw.Type is null or "n" or "s")
            return raw.IsCalculated ? Wrong(raw, "Công thức chưa được tính. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi gửi.") : null;
        var cell = raw.Type switch
        {
            "s" => Shared(raw, value),
            "inlineStr" or "str" => Words(raw, CellText.Read(value)),
            "b" => new(raw.Column, CellKind.Boolean, value is "1" or "true" ? "TRUE" : "FALSE"),
            "e" => Wrong(raw, $"Ô chứa lỗi {(value.Length is > 0 and <= 20 ? value : "của công thức")}."),
            "d" => Iso(raw, value),
            null or "n" => Numeric(raw, value),
            _ => Wrong(raw, "Ô có kiểu dữ liệu không đọc được."),
        };
        return cell is { } read ? read with { IsCalculated = raw.IsCalculated } : null;
    }

    private static SheetCell Wrong(in RawCell raw, string why) => new(raw.Column, CellKind.Error, why);

    private static SheetCell? Words(in RawCell raw, string text) =>
        text.Length == 0 ? null : text.Length > Limits.CellCharacters ? Wrong(raw, CellText.TooLong) : new(raw.Column, CellKind.Text, text);

    private SheetCell? Shared(in RawCell raw, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
            ? Words(raw, shared[index]) : Wrong(raw, "Ô trỏ tới văn bản không có trong tệp.");

    private static SheetCell Iso(in RawCell raw, string value) =>
        DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Dated(raw, date) : Wrong(raw, "Ô có ngày không đọc được.");

    private SheetCell? Numeric(in RawCell raw, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Wrong(raw, "Ô có số không đọc được.");
        return (raw.Style >= 0 && raw.Style < formats.Count ? formats[raw.Style] : FormatKind.Number) switch
        {
            FormatKind.Date => DayOf(number) is { } date ? Dated(raw, date) : Wrong(raw, "Ô có ngày không có thật."),
            FormatKind.Time => Timed(raw, number),
            _ => Counted(raw, number),
        };
    }

    private static SheetCell Counted(in RawCell raw, double number)
    {
        var kept = double.IsInteger(number) && Math.Abs(number) < Exact ? number.ToString("F0", CultureInfo.InvariantCulture) : number.ToString(Kept, CultureInfo.InvariantCulture);
        return decimal.TryParse(kept, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? new(raw.Column, CellKind.Number, exact.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',')) { Number = exact }
            : Wrong(raw, "Ô có số quá lớn.");
    }

    /// <summary>The day of a serial number; null when there is none. Day 60 of 1900 is a 29 February that never was.</summary>
    private DateTime? DayOf(double serial)
    {
        var seconds = Math.Round(serial * SecondsPerDay);
        if (serial < 0 || seconds >= 2_958_466 * SecondsPerDay || (!from1904 && (int)serial == 60))
            return null;
        var epoch = from1904 ? Epoch1904 : serial < 60 ? Epoch1900.AddDays(1) : Epoch1900;
        return DateTime.MaxValue - epoch > TimeSpan.FromSeconds(seconds) ? epoch.AddSeconds(seconds) : null;
    }

    private static SheetCell Dated(in RawCell raw, DateTime date) => new(
        raw.Column, CellKind.Date,
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : date.Second == 0 ? "dd/MM/yyyy HH:mm" : "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture))
    { Date = date };

    private static SheetCell Timed(in RawCell raw, double days)
    {
        var seconds = Math.Round(days * SecondsPerDay);
        if (days < 0 || seconds > 2_958_466 * SecondsPerDay)
            return Wrong(raw, "Ô có giờ không có thật.");
        var span = TimeSpan.FromSeconds(seconds);
        var hours = (long)span.TotalHours;
        var text = string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{span.Minutes:00}:{span.Seconds:00}");
        return new(raw.Column, CellKind.Time, span.Seconds == 0 ? text[..^3] : text);
    }
}
