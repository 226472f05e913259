using PlanTracker.Domain;
using PlanTracker.Domain.Calendar;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Calendar;

/// <summary>Something about a due day that a person should look at.</summary>
internal sealed record PeriodWarningJson(string Level, DateOnly DueOn, string Message);

/// <summary>A period of a regime, with its due days counted from the cut-off.</summary>
internal sealed record RegimePeriodJson(string Suffix, string Name, PeriodKind Kind, YearDay From, YearDay To, IReadOnlyDictionary<string, int> DueAfter);

/// <summary>A regime that calendars are made from.</summary>
internal sealed record RegimeJson(string Code, string Name, string Source, IReadOnlyList<RegimePeriodJson> Periods)
{
    /// <summary>Of a regime.</summary>
    public static RegimeJson Of(ReportingRegime regime) => new(
        regime.Code, regime.Name, regime.Source, [.. regime.Periods.Select(p => new RegimePeriodJson(p.Suffix, p.Name, p.Kind, p.From, p.To, p.DueAfter))]);
}

/// <summary>A holiday, or a weekend day worked instead of one.</summary>
internal sealed record HolidayJson(Guid Id, DateOnly Day, string Name, bool IsWorked)
{
    /// <summary>Of a holiday.</summary>
    public static HolidayJson Of(Holiday holiday) => new(holiday.Id, holiday.Day, holiday.Name, holiday.IsWorked);
}

/// <summary>A holiday to add.</summary>
/// <param name="Day">Ngày.</param>
/// <param name="Name">Tên.</param>
/// <param name="IsWorked">Ngày cuối tuần làm bù.</param>
internal sealed record HolidayBody(DateOnly Day, string Name, bool IsWorked = false)
{
    /// <summary>In the domain's words.</summary>
    public Result<HolidayInput> ToInput() => new HolidayInput(Day, Name, IsWorked);
}

/// <summary>A period to add.</summary>
/// <param name="Code">Mã, ví dụ 2024-Q3.</param>
/// <param name="Name">Tên.</param>
/// <param name="From">Ngày đầu.</param>
/// <param name="To">Ngày chốt số liệu.</param>
/// <param name="Kind">Loại.</param>
/// <param name="DueDates">Hạn gửi theo cấp; cấp không ghi thì không phải gửi.</param>
/// <param name="Reason">Lý do.</param>
internal sealed record NewPeriodBody(
    string Code, string Name, DateOnly From, DateOnly To, PeriodKind Kind = PeriodKind.Custom, IReadOnlyDictionary<string, DateOnly>? DueDates = null,
    string? Reason = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<PeriodInput> ToInput() => new PeriodInput(Code, Name, Kind, From, To, DueDates ?? new Dictionary<string, DateOnly>(), Reason);
}

/// <summary>A period as it should be.</summary>
/// <param name="Name">Tên.</param>
/// <param name="From">Ngày đầu.</param>
/// <param name="To">Ngày chốt số liệu.</param>
/// <param name="DueDates">Hạn gửi theo cấp; cấp không ghi thì không phải gửi.</param>
/// <param name="Reason">Lý do; cần khi đã có nghĩa vụ báo cáo của kỳ.</param>
internal sealed record PeriodBody(string Name, DateOnly From, DateOnly To, IReadOnlyDictionary<string, DateOnly> DueDates, string? Reason = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<PeriodInput> ToInput() => new PeriodInput(null, Name, PeriodKind.Custom, From, To, DueDates, Reason);
}

/// <summary>Which periods to make.</summary>
/// <param name="Regime">Mã chế độ báo cáo.</param>
/// <param name="Year">Năm báo cáo; mặc định năm của kế hoạch.</param>
/// <param name="Kinds">Chỉ các loại kỳ này; không ghi là tất cả.</param>
internal sealed record GenerateBody(string Regime, int? Year = null, IReadOnlyList<PeriodKind>? Kinds = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<(string RegimeCode, int? Year, IReadOnlyList<PeriodKind> Kinds)> ToInput() => (Regime, Year, Kinds ?? []);
}

/// <summary>Why a period is withdrawn.</summary>
/// <param name="Reason">Lý do.</param>
internal sealed record WithdrawPeriodBody(string Reason)
{
    /// <summary>In the domain's words.</summary>
    public Result<string> ToReason() => Reason;
}

/// <summary>A period that was withdrawn.</summary>
/// <param name="Dropped">Số nghĩa vụ báo cáo không còn nữa.</param>
internal sealed record WithdrawnJson(int Dropped);
