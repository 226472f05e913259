using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Obligations;

/// <summary>A duty as it is asked for. Field names are the API's.</summary>
/// <param name="Kind">What is owed, of a new one; a change keeps it.</param>
/// <param name="PeriodKinds">Kinds of period, of a new one; a change keeps them.</param>
/// <param name="Title">In words.</param>
/// <param name="AgencyIds">Who owes.</param>
/// <param name="ReceiverId">Who receives.</param>
/// <param name="DueAfterDays">Days from cut-off to due day.</param>
public sealed record DutyInput(
    DutyKind Kind, IReadOnlyList<PeriodKind> PeriodKinds, string? Title, IReadOnlyList<Guid> AgencyIds, Guid ReceiverId, int DueAfterDays);

/// <summary>The end of a duty as it is asked for.</summary>
/// <param name="On">The first cut-off it is not owed for.</param>
/// <param name="Reason">Why.</param>
public sealed record DutyEndInput(DateOnly On, string? Reason);

/// <summary>What a duty may be.</summary>
public static class DutyRules
{
    private const int MaxTitle = 200;
    private const int MostAgencies = 500;
    private const int LatestDays = 60;

    /// <summary>What is wrong with a duty; null when nothing is.</summary>
    /// <param name="input">The duty.</param>
    /// <param name="isNew">Whether it is new: then what it is and for which periods is judged too.</param>
    /// <param name="agencies">Every agency.</param>
    /// <param name="periods">The periods of the plan that cut off today or later.</param>
    /// <param name="today">Today.</param>
    /// <param name="days">Which days are worked.</param>
    public static Refusal? Check(
        DutyInput input, bool isNew, IReadOnlyDictionary<Guid, Agency> agencies, IEnumerable<ReportingPeriod> periods, DateOnly today, WorkingDays days)
    {
        var errors = new FieldErrors();
        errors.Line("title", input.Title, MaxTitle, "Nội dung phải gửi", needed: true);
        if (isNew && !Enum.IsDefined(input.Kind))
            errors.Add("kind", "Loại việc phải gửi không có trong danh mục.");
        if (isNew && (input.PeriodKinds.Count == 0 || !input.PeriodKinds.All(Enum.IsDefined)))
            errors.Add("periodKinds", "Chọn ít nhất một loại kỳ trong danh mục.");
        if (input.AgencyIds.Count is 0 or > MostAgencies)
            errors.Add("agencyIds", "Chọn từ 1 đến 500 cơ quan, đơn vị phải gửi.");
        else if (input.AgencyIds.FirstOrDefault(id => !Exists(id)) is var gone && gone != default)
            errors.Add("agencyIds", agencies.GetValueOrDefault(gone) is { } ended ? $"{ended.NameOn(today).Name} không còn hoạt động." : "Có cơ quan, đơn vị không có trong danh mục.");
        if (!Exists(input.ReceiverId))
            errors.Add("receiverId", "Chọn nơi nhận trong các cơ quan, đơn vị đang hoạt động.");
        else if (input.AgencyIds.Contains(input.ReceiverId))
            errors.Add("agencyIds", "Nơi nhận không thể vừa là cơ quan phải gửi.");
        if (input.DueAfterDays is < 1 or > LatestDays)
            errors.Add("dueAfterDays", "Hạn gửi từ 1 đến 60 ngày sau ngày chốt số liệu.");
        else if (TooEarly(input, periods, days) is { } tooEarly)
            errors.Add("dueAfterDays", tooEarly);
        return errors.Refusal;

        bool Exists(Guid id) => agencies.GetValueOrDefault(id)?.ExistsOn(today) is true;
    }

    /// <summary>What a person should look at: due days to come that are not worked; they are not moved.</summary>
    public static IReadOnlyList<string> Warnings(ReportingDuty duty, IEnumerable<ReportingPeriod> periods, DateOnly today, WorkingDays days) => duty.End is not null ? [] :
    [
        .. periods.Where(p => p.To >= today && duty.PeriodKinds.Contains(p.Kind)).OrderBy(p => p.To)
            .Select(p => (p.Name, DueOn: p.To.AddDays(duty.DueAfterDays))).Where(p => !days.IsWorked(p.DueOn))
            .Select(p => $"{p.Name}: hạn {p.DueOn:dd/MM/yyyy} rơi vào ngày nghỉ ({days.WhyNot(p.DueOn)}); hạn vẫn giữ nguyên."),
    ];

    private static string? TooEarly(DutyInput input, IEnumerable<ReportingPeriod> periods, WorkingDays days)
    {
        var worst = periods.Where(p => input.PeriodKinds.Contains(p.Kind)).Select(p => (Period: p, Least: days.FirstAfter(p.To).DayNumber - p.To.DayNumber))
            .OrderByDescending(p => p.Least).FirstOrDefault();
        return worst.Period is { } period && input.DueAfterDays < worst.Least
            ? $"Sau ngày chốt phải có ít nhất một ngày làm việc. Kỳ {period.Name} chốt {period.To:dd/MM/yyyy}, hạn sớm nhất là {days.FirstAfter(period.To):dd/MM/yyyy}: cần ít nhất {worst.Least} ngày."
            : null;
    }
}
