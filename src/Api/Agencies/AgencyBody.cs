using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Agencies;

/// <summary>A new agency.</summary>
/// <param name="Name">Tên đầy đủ.</param>
/// <param name="Kind">Loại: sở, phường, xã.</param>
/// <param name="Level">Cấp.</param>
/// <param name="ShortName">Tên gọi tắt; mặc định tên đầy đủ.</param>
/// <param name="ParentId">Đơn vị cấp trên.</param>
/// <param name="ValidFrom">Ngày bắt đầu; không ghi là từ trước mọi dữ liệu.</param>
/// <param name="OwesReports">Whether it owes periodic reports.</param>
/// <param name="Groups">Groups it belongs to.</param>
internal sealed record NewAgencyBody(
    string Name, string Kind, AgencyLevel Level, string? ShortName = null, Guid? ParentId = null, DateOnly? ValidFrom = null,
    bool OwesReports = true, IReadOnlyList<AgencyGroup>? Groups = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<NewAgency> ToAgency() => new NewAgency(Name, ShortName, Kind, Level, ParentId, ValidFrom, OwesReports, Groups ?? []);
}

/// <summary>A new parent from a day on.</summary>
internal sealed record NewParentBody(Guid ParentId, DateOnly From);

/// <summary>A new level from a day on.</summary>
internal sealed record NewLevelBody(AgencyLevel Level, DateOnly From);

/// <summary>A change of an agency; what is not sent stays. Its full name changes by a succession only.</summary>
/// <param name="ShortName">Tên gọi tắt, sửa lại.</param>
/// <param name="OwesReports">Whether it owes periodic reports.</param>
/// <param name="Groups">Groups it belongs to.</param>
/// <param name="Parent">Đơn vị cấp trên mới, từ một ngày.</param>
/// <param name="Level">Cấp mới, từ một ngày.</param>
internal sealed record AgencyEditBody(
    string? ShortName = null, bool? OwesReports = null, IReadOnlyList<AgencyGroup>? Groups = null, NewParentBody? Parent = null,
    NewLevelBody? Level = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<AgencyEdit> ToEdit() => new AgencyEdit(
        ShortName, OwesReports, Groups, Parent is { } parent ? new(parent.ParentId, parent.From) : null,
        Level is { } level ? new(level.Level, level.From) : null);
}
