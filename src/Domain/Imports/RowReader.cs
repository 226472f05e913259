using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanTracker.Domain.Imports;

/// <summary>
/// Understands the cells of one row: numbers and days as offices write them, names of a list. What cannot be read, or can be read two ways,
/// is an error of its cell and never a guess.
/// </summary>
public sealed partial class RowReader(FormTable table, ImportRow row)
{
    private static readonly string[] Days = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];
    private static readonly string[] DaysWithTime = ["d/M/yyyy H:mm", "d/M/yyyy H:mm:ss"];

    /// <summary>What is wrong so far.</summary>
    public List<CellError> Errors { get; } = [];

    /// <summary>The row.</summary>
    public ImportRow Row => row;

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string field) => table.Has(field);

    /// <summary>Whether the cell holds nothing to take over.</summary>
    public bool IsBroken(string field) => table.Broken(row, field) is not null;

    /// <summary>The cell's text, NFC and trimmed; null when it is empty or holds nothing to take over, which is then an error.</summary>
    public string? Text(string field)
    {
        if (table.Broken(row, field) is { } broken)
        {
            Wrong(field, broken);
            return null;
        }
        return VietnameseText.Clean(table.Text(row, field));
    }

    /// <summary>Names an error of a cell, once.</summary>
    public void Wrong(string field, string message)
    {
        var error = table.Error(row, field, message);
        if (!Errors.Exists(e => e.Cell == error.Cell && e.Message == message))
            Errors.Add(error);
    }

    /// <summary>Whether a cell was named already.</summary>
    public bool IsWrong(string field) => table.Has(field) && Errors.Exists(e => e.Cell == table.Address(row, field));

    /// <summary>A number; null when the cell is empty or wrong.</summary>
    public decimal? Number(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (!table.IsNumber(row, field) && TwoWays().Match(text) is { Success: true })
        {
            Wrong(field, $"đọc được hai cách. Nếu là hàng nghìn, viết {text.Replace(',', '.')}; nếu là số lẻ, viết bớt số 0 cuối hoặc định dạng ô là số.");
            return null;
        }
        if (VietnameseNumber.Parse(text) is { } number)
            return number;
        Wrong(field, HasDot().IsMatch(text)
            ? "đọc được hai cách hoặc không đọc được. Dấu chấm chỉ để tách hàng nghìn (15.000), dấu phẩy cho số lẻ (1,5)."
            : "không đọc được thành số. Viết 15.000 hoặc 1,5, không kèm đơn vị.");
        return null;
    }

    /// <summary>A whole number; null when the cell is empty or wrong.</summary>
    /// <param name="field">Field.</param>
    /// <param name="max">The largest, and with a minus sign the smallest.</param>
    public long? Whole(string field, long max)
    {
        if (Number(field) is not { } number)
            return null;
        if (decimal.IsInteger(number) && Math.Abs(number) <= max)
            return (long)number;
        Wrong(field, decimal.IsInteger(number) ? $"số quá lớn (tối đa {VietnameseNumber.Show(max)})." : "cần số nguyên.");
        return null;
    }

    /// <summary>A day; null when the cell is empty or wrong. A time of day beside it is passed over.</summary>
    public DateOnly? Day(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateTime.TryParseExact(text, DaysWithTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return DateOnly.FromDateTime(time);
        Wrong(field, table.IsNumber(row, field) ? "ô là một số, không phải ngày. Định dạng ô là ngày, hoặc gõ 05/3/2024."
            : ShortYear().IsMatch(text) ? "năm viết hai chữ số nên chưa rõ thế kỷ. Viết đủ bốn chữ số: 05/3/2024."
            : MonthFirst().IsMatch(text) ? "có vẻ viết tháng trước ngày. Viết ngày/tháng/năm: 05/3/2024."
            : "không phải là ngày. Viết ngày/tháng/năm: 05/3/2024.");
        return null;
    }

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2},[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TwoWays();

    [GeneratedRegex(@"^-?[0-9][0-9.,]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex HasDot();

    [GeneratedRegex(@"^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^(?:0?[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01])/[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();
}
