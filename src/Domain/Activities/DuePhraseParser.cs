using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Activities;

/// <summary>What was read from the wording of a time: the due date, or why there is none.</summary>
/// <param name="On">The due date; null when not understood.</param>
/// <param name="Why">Why not, in one Vietnamese sentence.</param>
public sealed record DueReading(DateOnly? On, string? Why);

/// <summary>Reads the wording of a time ("quý II", "6 tháng đầu năm", "trước ngày 30/6/2024") as the last day to be done by.</summary>
public static partial class DuePhraseParser
{
    private const int MaxLength = 200;
    private const string Year = @"(?:\s*(?:/|-|nam)\s*(?<year>[0-9]{4}))?";
    private static readonly string[] Quarters = ["", "i", "ii", "iii", "iv"];

    /// <summary>Reads the wording; what names no last day ("thường xuyên", "cả năm", empty) is due at the end of the plan's time.</summary>
    /// <param name="wording">As in the plan.</param>
    /// <param name="time">The plan's time: dates outside it are not understood, and it says the year where none is written.</param>
    public static DueReading Parse(string? wording, PlanTime time)
    {
        if (VietnameseText.Clean(wording) is not { } clean)
            return new(time.To, null);
        if (clean.Length > MaxLength || !VietnameseText.IsClean(clean))
            return Not("Phần thời gian quá dài hoặc có ký tự không đọc được.");
        var text = VietnameseText.Fold(clean).TrimEnd('.', ';', ' ');
        if (WholeTime().Match(text) is { Success: true } whole)
            return whole.Groups["year"] is { Success: true } year && Number(year) != time.To.Year
                ? Not("Năm này không phải năm kết thúc của kế hoạch.") : new(time.To, null);
        var lead = Lead().Match(text);
        text = text[lead.Length..];
        // "từ tháng 3 đến tháng 9/2024", "quý II - quý III", "quý II, III": due at the end of the last.
        if (Range().Match(text) is { Success: true } range)
            text = range.Groups["last"].Value is var last && range.Groups["kind"].Value is var kind && last.StartsWith(kind, StringComparison.Ordinal)
                ? last : $"{kind} {last}";
        if (Span(text, time) is not { } span)
            return Not("Hãy ghi ngày cụ thể.");
        if (span.From is null)
            return Not("Ngày này không có, hoặc chưa rõ năm.");
        var due = lead.Groups["before"].Success ? span.From.Value.AddDays(-1) : span.To!.Value;
        return time.Holds(due) ? new(due, null) : Not($"{due:dd/MM/yyyy} nằm ngoài thời gian của kế hoạch.");
    }

    private static (DateOnly? From, DateOnly? To)? Span(string text, PlanTime time)
    {
        if (Half().Match(text) is { Success: true } half)
        {
            var months = Number(half.Groups["months"]);
            return half.Groups["first"].Success
                ? Months(YearOf(half, time), 1, months) : Months(YearOf(half, time), 13 - months, months);
        }
        if (Quarter().Match(text) is { Success: true } quarter)
        {
            var number = Array.IndexOf(Quarters, quarter.Groups["quarter"].Value);
            number = number > 0 ? number : Number(quarter.Groups["quarter"]);
            return Months(YearOf(quarter, time), number * 3 - 2, 3);
        }
        if (Month().Match(text) is { Success: true } month)
            return Months(YearOf(month, time), Number(month.Groups["month"]), 1);
        if (Day().Match(text) is not { Success: true } day)
            return null;
        var on = YearOf(day, time) is { } year ? DayOf(year, Number(day.Groups["month"]), Number(day.Groups["day"])) : null;
        return (on, on);
    }

    private static (DateOnly? From, DateOnly? To) Months(int? year, int month, int count) =>
        DayOf(year, month, 1) is { } from && month + count <= 13 ? (from, from.AddMonths(count).AddDays(-1)) : (null, null);

    private static DateOnly? DayOf(int? year, int month, int day) =>
        year is >= 2000 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year.Value, month)
            ? new(year.Value, month, day) : null;

    private static int? YearOf(Match match, PlanTime time) => match.Groups["year"] is { Success: true } year ? Number(year) : time.OnlyYear;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static DueReading Not(string why) => new(null, why);

    [GeneratedRegex(@"^(?:(?:trong|ca|suot|hang)\s+)*nam(?:\s+(?<year>[0-9]{4}))?\z|^(?:thuc hien\s+)?(?:thuong xuyen|lien tuc|dinh ky)(?:[,;]?\s+(?:lien tuc|thuong xuyen|trong nam|hang nam|ca nam))*(?:\s+(?<year>[0-9]{4}))?\z|^hang (?:thang|quy|tuan)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeTime();

    [GeneratedRegex(@"^(?:(?:thuc hien|hoan thanh|xong|han|trong|vao|cuoi|den het|den|het|cham nhat|tu|la|truoc(?<before>(?=\s+(?:ngay|thang|quy|[0-9]))))\s+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?<kind>quy|thang|ngay)\s+[0-9iv/]+(?:\s+nam\s+[0-9]{4})?(?:\s*(?:,|va|-|–|den|den het)\s*(?:(?:quy|thang|ngay)\s+)?[0-9iv]+)*\s*(?:,|va|-|–|den het|den)\s*(?<last>(?:(?:quy|thang|ngay)\s+)?[0-9iv]+[^,]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^0?(?<months>[369])\s+thang\s+(?:(?<first>dau)|cuoi)\s+nam(?:\s+(?<year>[0-9]{4}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"^quy\s+(?<quarter>i{1,3}|iv|[1-4])" + Year + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^thang\s+(?<month>0?[1-9]|1[0-2])" + Year + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?:ngay\s+)?(?<day>[0-9]{1,2})\s*(?:/|-|\.|thang)\s*(?<month>[0-9]{1,2})(?:\s*(?:/|-|\.|nam)\s*(?<year>[0-9]{4}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
