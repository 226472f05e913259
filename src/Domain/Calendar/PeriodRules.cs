using System.Text.RegularExpressions;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Calendar;

/// <summary>A period as it is asked for. Field names are the API's.</summary>
/// <param name="Code">Code, of a new period; null for one that is there.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind, of a new period.</param>
/// <param name="From">First day.</param>
/// <param name="To">Cut-off, inclusive.</param>
/// <param name="DueDates">Due days by level; a level that is not named owes no report.</param>
/// <param name="Reason">Why it is changed; needed once obligations were made.</param>
public sealed record PeriodInput(
    string? Code, string? Name, PeriodKind Kind, DateOnly From, DateOnly To, IReadOnlyDictionary<string, DateOnly> DueDates, string? Reason = null);

/// <summary>Something about a due day that a person should look at; it is not moved.</summary>
/// <param name="Level">Level.</param>
/// <param name="DueOn">The due day.</param>
/// <param name="Message">In Vietnamese.</param>
public sealed record PeriodWarning(string Level, DateOnly DueOn, string Message);

/// <summary>What a period may be.</summary>
public static partial class PeriodRules
{
    /// <summary>The level of Sở Nội vụ itself, which sends the plan's report on.</summary>
    public const string Coordinator = "Coordinator";

    /// <summary>Levels that may have a due day, in the order of reporting.</summary>
    public static IReadOnlyList<string> Levels { get; } =
        [nameof(AgencyLevel.Commune), nameof(AgencyLevel.Department), nameof(AgencyLevel.Organisation), nameof(AgencyLevel.District), Coordinator];

    private const int MaxName = 100;
    private const int LongestDays = 400;
    private const int LatestDueDays = 366;
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2100, 12, 31);

    /// <summary>The level in Vietnamese.</summary>
    public static string NameOf(string level) => level == Coordinator ? "Sở Nội vụ"
        : Enum.TryParse<AgencyLevel>(level, out var known) ? LevelWords.NameOf(known) : level;

    /// <summary>
    /// Warns of due days on weekends and holidays, and of units that are due after those who compile them; they are not moved.
    /// </summary>
    public static IReadOnlyList<PeriodWarning> Warnings(ReportingPeriod period, WorkingDays days)
    {
        var warnings = new List<PeriodWarning>();
        foreach (var due in InOrder(period.DueDates))
        {
            if (due.DueOn < days.FirstAfter(period.To))
                warnings.Add(new(due.Level, due.DueOn, TooEarly(due.Level, due.DueOn, period.To, days)));
            else if (days.WhyNot(due.DueOn) is { } why)
                warnings.Add(new(due.Level, due.DueOn, $"Hạn của {NameOf(due.Level)} {due.DueOn:dd/MM/yyyy} rơi vào ngày nghỉ ({why}); hạn vẫn giữ nguyên."));
        }
        if (period.DueDateOf(AgencyLevel.District) is { } district && period.DueDateOf(AgencyLevel.Commune) > district)
            warnings.Add(new(nameof(AgencyLevel.District), district, "Hạn của quận, huyện sớm hơn hạn của xã, phường nên chưa đủ báo cáo để tổng hợp."));
        return warnings;
    }

    /// <summary>Due days in the order of levels.</summary>
    public static IEnumerable<PeriodDueDate> InOrder(IEnumerable<PeriodDueDate> dueDates) => dueDates.OrderBy(d => Levels.ToList().IndexOf(d.Level));

    /// <summary>What is wrong with a period; null when nothing is. Weekends and holidays are not wrong, see <see cref="Warnings"/>.</summary>
    public static Refusal? Check(PeriodInput input, bool isNew, WorkingDays days)
    {
        var errors = new FieldErrors();
        if (isNew && (input.Code is null || !Code().IsMatch(input.Code) || input.Code == ReportRequest.Custom))
            errors.Add("code", "Mã kỳ gồm 2 đến 30 chữ cái không dấu, chữ số, dấu gạch ngang, ví dụ 2024-Q3; không dùng “custom”.");
        errors.Line("name", input.Name, MaxName, "Tên kỳ", needed: true);
        if (!Enum.IsDefined(input.Kind))
            errors.Add("kind", "Loại kỳ không có trong danh mục.");
        if (input.From < First || input.From > Last)
            errors.Add("from", "Ngày đầu kỳ phải trong khoảng từ năm 2000 đến năm 2100.");
        else if (input.To < input.From)
            errors.Add("to", "Ngày chốt số liệu phải từ ngày đầu kỳ trở đi.");
        else if (input.To.DayNumber - input.From.DayNumber > LongestDays)
            errors.Add("to", "Một kỳ dài tối đa 400 ngày.");
        else
            CheckDueDates(errors, input, days);
        return errors.Refusal;
    }

    private static void CheckDueDates(FieldErrors errors, PeriodInput input, WorkingDays days)
    {
        foreach (var (level, dueOn) in input.DueDates)
        {
            var field = $"dueDates.{level}";
            if (!Levels.Contains(level))
                errors.Add("dueDates", $"Hạn gửi chỉ ghi cho các cấp: {string.Join(", ", Levels)}.");
            else if (dueOn <= input.To)
                errors.Add(field, $"Hạn gửi {dueOn:dd/MM/yyyy} phải sau ngày chốt số liệu {input.To:dd/MM/yyyy}.");
            else if (dueOn.DayNumber - input.To.DayNumber > LatestDueDays)
                errors.Add(field, "Hạn gửi cách ngày chốt số liệu tối đa 366 ngày.");
            else if (dueOn < days.FirstAfter(input.To))
                errors.Add(field, TooEarly(level, dueOn, input.To, days));
        }
    }

    private static string TooEarly(string level, DateOnly dueOn, DateOnly cutOff, WorkingDays days) =>
        $"Hạn của {NameOf(level)} {dueOn:dd/MM/yyyy} chưa đúng quy định: sau ngày chốt {cutOff:dd/MM/yyyy} phải có ít nhất một ngày làm việc. Sớm nhất là {days.FirstAfter(cutOff):dd/MM/yyyy}.";

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9\-]{1,29}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
