using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>
/// An indicator (chỉ số) of agency reports: data of Sở Nội vụ. It is never deleted: one that is retired is asked for no more and stays on the
/// reports that have it.
/// </summary>
public sealed class Indicator
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Stable code, such as <c>Conferences</c>: letters and digits, beginning with a letter; what reports and programs name it by.</summary>
    public required string Code { get; init; }

    /// <summary>What is counted, and how; replaced whole by a change.</summary>
    public required IndicatorTerms Terms { get; set; }

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What an indicator counts, and how.</summary>
public sealed record IndicatorTerms
{
    /// <summary>Name on screens and in reports.</summary>
    public required string Name { get; init; }

    /// <summary>Unit: cuộc, lượt, tờ.</summary>
    public required string Unit { get; init; }

    /// <summary>Place on the form, from 1; two with the same place stand by their codes.</summary>
    public required int Order { get; init; }

    /// <summary>Whether the figures of agencies below are added up; otherwise they stay theirs.</summary>
    public bool SumsOverAgencies { get; init; } = true;

    /// <summary>How figures of several periods become one of the year.</summary>
    public OverTime OverTime { get; init; }

    /// <summary>Whether parts of the unit can be counted.</summary>
    public bool AllowsDecimals { get; init; }

    /// <summary>Code of the indicator that counts the people who came; null when nobody counts them.</summary>
    public string? PeopleCode { get; init; }

    /// <summary>Whether reports are asked for it.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Which results fill it in beforehand.</summary>
    public IReadOnlyList<EntryMatch> Matches { get; init; } = [];

    /// <summary>Whether it is filled in beforehand with the socialised money of all results.</summary>
    public bool CountsSocialisedMoney { get; init; }

    /// <inheritdoc />
    public bool Equals(IndicatorTerms? other) => other is not null && Matches.SequenceEqual(other.Matches)
        && (Name, Unit, Order, SumsOverAgencies, OverTime, AllowsDecimals, PeopleCode, IsActive, CountsSocialisedMoney)
        == (other.Name, other.Unit, other.Order, other.SumsOverAgencies, other.OverTime, other.AllowsDecimals, other.PeopleCode, other.IsActive, other.CountsSocialisedMoney);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Unit, Order);
}

/// <summary>How figures of periods that follow each other become one figure of the year.</summary>
public enum OverTime
{
    /// <summary>Cộng dồn.</summary>
    Sum,
    /// <summary>Lấy số mới nhất.</summary>
    Latest,
    /// <summary>Lấy số lớn nhất.</summary>
    Max,
}

/// <summary>Results that an indicator counts: those that have all of what is named here.</summary>
/// <param name="Channel">Channel code of the result; null for any.</param>
/// <param name="Form">Form of the plan (III.1-6); null for any.</param>
/// <param name="Unit">Unit of the result's target, without regard to case; null for any.</param>
public sealed record EntryMatch(string? Channel, int? Form, string? Unit)
{
    /// <summary>Whether a result has all that is named.</summary>
    public bool Fits(EntryContent entry, string unit) =>
        (Channel is null || Channel == entry.Channel) && (Form is null || Form == entry.Form)
        && (Unit is null || string.Equals(Unit, unit, StringComparison.OrdinalIgnoreCase));
}
