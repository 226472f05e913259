using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Reporting;

/// <summary>Which report is asked for.</summary>
/// <param name="Code">Code of a period, or <c>custom</c>.</param>
/// <param name="From">First day, of <c>custom</c> only.</param>
/// <param name="To">Last day, of <c>custom</c> only.</param>
/// <param name="AsOf">The day asked for; default min(period's to, today).</param>
public sealed record ReportRequest(string Code, DateOnly? From = null, DateOnly? To = null, DateOnly? AsOf = null)
{
    /// <summary>The code of a free range.</summary>
    public const string Custom = "custom";

    /// <summary>Only of an agency (of a district with its communes); a preview always.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Only of what an agency leads; a preview always.</summary>
    public Guid? LeadId { get; init; }

    internal bool IsScoped => AgencyId is not null || LeadId is not null;
}

/// <summary>Finds the window that a report is asked of: a period of the calendar, or a free range.</summary>
internal static class ReportWindows
{
    /// <summary>The window of a request; or why there is none.</summary>
    public static async Task<Result<ReportWindow>> Of(IReportingCalendar calendar, Plan plan, ReportRequest request, CancellationToken cancel)
    {
        if (request.Code == ReportRequest.Custom)
            return CustomWindow(request);
        if (request.From is not null || request.To is not null)
            return Refusal.Invalid(request.From is not null ? "from" : "to", "Chỉ báo cáo theo khoảng tự chọn (custom) mới có ngày bắt đầu và kết thúc.");
        var periods = await calendar.Of(plan.Id, cancel);
        return periods.FirstOrDefault(p => p.Code == request.Code) is { } period
            ? new ReportWindow(period.Code, period.Name, period.From, period.To, period.Kind)
            : UnknownPeriod(string.Join(", ", periods.Select(p => p.Code).Append(ReportRequest.Custom)));
    }

    private static Result<ReportWindow> CustomWindow(ReportRequest request)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.From is null)
            errors["from"] = ["Cần ngày bắt đầu của khoảng báo cáo."];
        if (request.To is null)
            errors["to"] = ["Cần ngày kết thúc của khoảng báo cáo."];
        if (request.To < request.From)
            errors["to"] = ["Ngày kết thúc phải từ ngày bắt đầu trở đi."];
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : new ReportWindow(ReportRequest.Custom, "Khoảng tự chọn", request.From!.Value, request.To!.Value, PeriodKind.Custom);
    }

    /// <summary>The refusal for a period that is not there.</summary>
    /// <param name="known">Codes of those that are; empty when there are none to name.</param>
    public static Refusal UnknownPeriod(string known) => Refusal.NotFound(
        "periods.unknown", known.Length == 0 ? "Không có kỳ báo cáo này." : $"Không có kỳ báo cáo này. Các kỳ của kế hoạch: {known}.");
}

