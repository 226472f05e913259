using PlanTracker.Api.Agencies;
using PlanTracker.Domain;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Obligations;

/// <summary>The end of a duty.</summary>
internal sealed record DutyEndJson(DateOnly On, string By, DateTime At, string Reason);

/// <summary>A duty that a plan gives to named agencies beside the regime's own reports.</summary>
internal sealed record DutyJson(
    Guid Id, Guid PlanId, DutyKind Kind, string Title, IReadOnlyList<AgencyRefJson> Agencies, AgencyRefJson Receiver, IReadOnlyList<PeriodKind> PeriodKinds,
    int DueAfterDays, DutyEndJson? End, IReadOnlyList<string> Warnings)
{
    /// <summary>Of a view.</summary>
    public static DutyJson Of(DutyView view) => view.Duty is var duty ? new(
        duty.Id, duty.PlanId, duty.Kind, duty.Title, [.. view.Agencies.Select(AgencyRefJson.Of)], AgencyRefJson.Of(view.Receiver), duty.PeriodKinds,
        duty.DueAfterDays, duty.End is { } end ? new(end.On, end.By, end.At, end.Reason) : null, view.Warnings) : throw new InvalidOperationException();
}

/// <summary>A duty to give.</summary>
/// <param name="Kind">Báo cáo, hay cung cấp thông tin, nội dung.</param>
/// <param name="Title">Nội dung phải gửi.</param>
/// <param name="AgencyIds">Các cơ quan, đơn vị phải gửi.</param>
/// <param name="ReceiverId">Nơi nhận.</param>
/// <param name="PeriodKinds">Loại kỳ phải gửi.</param>
/// <param name="DueAfterDays">Hạn gửi, số ngày sau ngày chốt số liệu.</param>
internal sealed record NewDutyBody(
    DutyKind Kind, string Title, IReadOnlyList<Guid> AgencyIds, Guid ReceiverId, IReadOnlyList<PeriodKind> PeriodKinds, int DueAfterDays)
{
    /// <summary>In the domain's words.</summary>
    public Result<DutyInput> ToInput() => new DutyInput(Kind, PeriodKinds, Title, AgencyIds, ReceiverId, DueAfterDays);
}

/// <summary>A duty as it should be; what is owed and for which kinds of period stays.</summary>
/// <param name="Title">Nội dung phải gửi.</param>
/// <param name="AgencyIds">Các cơ quan, đơn vị phải gửi, từ các kỳ chốt từ hôm nay.</param>
/// <param name="ReceiverId">Nơi nhận.</param>
/// <param name="DueAfterDays">Hạn gửi, số ngày sau ngày chốt số liệu.</param>
internal sealed record DutyBody(string Title, IReadOnlyList<Guid> AgencyIds, Guid ReceiverId, int DueAfterDays)
{
    /// <summary>In the domain's words.</summary>
    public Result<DutyInput> ToInput() => new DutyInput(default, [], Title, AgencyIds, ReceiverId, DueAfterDays);
}

/// <summary>The end of a duty.</summary>
/// <param name="On">Không phải gửi nữa cho các kỳ chốt từ ngày này.</param>
/// <param name="Reason">Lý do.</param>
internal sealed record DutyEndBody(DateOnly On, string Reason)
{
    /// <summary>In the domain's words.</summary>
    public Result<DutyEndInput> ToInput() => new DutyEndInput(On, Reason);
}
