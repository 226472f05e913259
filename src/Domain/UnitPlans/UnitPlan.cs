namespace PlanTracker.Domain.UnitPlans;

/// <summary>States of an agency's own plan.</summary>
public enum UnitPlanStatus
{
    /// <summary>Đang soạn: seen by the agency itself, and by Sở Nội vụ.</summary>
    Draft,
    /// <summary>Đã ban hành: numbered and dated; changes need a reason.</summary>
    Issued,
}

/// <summary>An agency's own plan under the city's (kế hoạch của đơn vị, VI.1.a): one per agency and city plan.</summary>
public sealed class UnitPlan
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The city's plan that it is under.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Whose plan it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The plan of the agency above that it is under: a commune's under its district's. It stays as it was when agencies change.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Number and symbol: <c>12/KH-UBND</c>; null while it is a draft.</summary>
    public string? Number { get; set; }

    /// <summary>Day of issue; null while it is a draft.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Trích yếu.</summary>
    public required string Title { get; set; }

    /// <summary>Ghi chú.</summary>
    public string? Note { get; set; }

    /// <summary>State.</summary>
    public UnitPlanStatus Status { get; set; }

    /// <summary>Kế hoạch mẫu: Sở Nội vụ lets others copy its activities.</summary>
    public bool IsModel { get; set; }

    /// <summary>Its activities.</summary>
    public List<UnitActivity> Activities { get; init; } = [];

    /// <summary>Raised by every change of the plan or its activities; what If-Match compares.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Number and title without marks and case, for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>The next place among its activities.</summary>
    internal int NextOrder => Activities.Select(a => a.Order).DefaultIfEmpty().Max() + 1;

    internal void KeepSearchText() => SearchText = VietnameseText.Fold($"{Number} {Title}");
}

/// <summary>One activity of an agency's own plan. It may have no quantity at all: channels, work that goes on all the time.</summary>
public sealed class UnitActivity
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan it belongs to.</summary>
    public required Guid UnitPlanId { get; init; }

    /// <summary>TT, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>Nội dung, verbatim.</summary>
    public required string Title { get; set; }

    /// <summary>Hình thức, kênh.</summary>
    public string? Channel { get; set; }

    /// <summary>Số lượng/tần suất, verbatim ("01 chương trình/tháng"); empty when the plan gives none.</summary>
    public string QuantityWording { get; set; } = "";

    /// <summary>Unit of the quantity; empty without one.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Thời gian, verbatim.</summary>
    public string Time { get; set; } = "";

    /// <summary>The city's activity it serves; null when it is the agency's own (riêng của đơn vị).</summary>
    public Guid? CityActivityId { get; set; }

    /// <summary>The target of that activity that is measured in the same unit; null when none is.</summary>
    public Guid? CityTargetId { get; set; }

    /// <summary>Versions of the quantity, number 0 is the plan's own; empty when it has none.</summary>
    public List<UnitQuantity> Quantities { get; init; } = [];

    /// <summary>First day it is no longer carried out; null while it is.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it ended.</summary>
    public string? EndedReason { get; set; }

    /// <summary>The quantity in force on the day; null when it has none.</summary>
    public decimal? QuantityOn(DateOnly day) =>
        (Quantities.Where(q => q.EffectiveOn <= day).OrderBy(q => q.EffectiveOn).ThenBy(q => q.Number).LastOrDefault() ?? Quantities.MinBy(q => q.Number))?.Value;

    /// <summary>Whether it is still carried out on the day.</summary>
    public bool RunsOn(DateOnly day) => EndedOn is null || day < EndedOn;
}

/// <summary>A version of the quantity of an agency's own activity.</summary>
/// <param name="Number">0 for the plan's own, then 1, 2.</param>
/// <param name="Value">The value.</param>
/// <param name="EffectiveOn">First day in force.</param>
/// <param name="Reason">Why it was changed; null for the plan's own.</param>
/// <param name="ByName">Who recorded it.</param>
/// <param name="At">When, UTC.</param>
public sealed record UnitQuantity(int Number, decimal Value, DateOnly EffectiveOn, string? Reason, string ByName, DateTime At);

/// <summary>The head of an agency's plan as it is drafted.</summary>
/// <param name="AgencyId">Whose; null for the actor's own agency.</param>
/// <param name="Title">Trích yếu.</param>
/// <param name="ParentId">The plan of the agency above.</param>
/// <param name="Note">Ghi chú.</param>
/// <param name="Reason">Why, of a change after issue.</param>
public sealed record UnitPlanOrder(Guid? AgencyId, string? Title, Guid? ParentId = null, string? Note = null, string? Reason = null);

/// <summary>Number and day of issue.</summary>
public sealed record UnitPlanNumber(string? Number, DateOnly IssuedOn);

/// <summary>An activity as it is written.</summary>
/// <param name="Title">Nội dung.</param>
/// <param name="Channel">Hình thức, kênh.</param>
/// <param name="QuantityWording">Số lượng, tần suất as the plan writes it; read as a number when it can be read in one way.</param>
/// <param name="Quantity">The number for the whole time; null for none, or to have the wording read.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Time">Thời gian.</param>
/// <param name="CityActivityId">The city's activity; null when it is the agency's own.</param>
/// <param name="Reason">Why, of a change after issue.</param>
public sealed record UnitActivityOrder(
    string? Title, string? Channel = null, string? QuantityWording = null, decimal? Quantity = null, string? Unit = null, string? Time = null,
    Guid? CityActivityId = null, string? Reason = null);

/// <summary>The end of an activity after its plan was issued.</summary>
public sealed record UnitActivityEnd(DateOnly On, string? Reason);

/// <summary>Which plans are asked for; null means all.</summary>
/// <param name="PlanId">Under a city plan.</param>
/// <param name="AgencyIds">Of one of these agencies.</param>
/// <param name="OnlyModels">Model plans only.</param>
public sealed record UnitPlanFilter(Guid? PlanId = null, IReadOnlyCollection<Guid>? AgencyIds = null, bool OnlyModels = false);

/// <summary>Reads agencies' own plans: whole, as they are small; and what was done of them, summed by the database.</summary>
public interface IUnitPlanBook
{
    /// <summary>Those of a filter, with their activities.</summary>
    Task<IReadOnlyList<UnitPlan>> Of(UnitPlanFilter filter, CancellationToken cancel);

    /// <summary>One with its activities; null when not there.</summary>
    Task<UnitPlan?> Find(Guid id, CancellationToken cancel);

    /// <summary>What was done of the activities of a city plan's unit plans by a day (countedOn); activities without results are absent.</summary>
    Task<IReadOnlyDictionary<Guid, UnitDone>> Done(Guid planId, DateOnly asOf, CancellationToken cancel);

    /// <summary>Results, the latest day first.</summary>
    Task<IReadOnlyList<UnitResult>> Results(UnitResultFilter filter, CancellationToken cancel);

    /// <summary>One result; null when not there.</summary>
    Task<UnitResult?> Result(Guid id, CancellationToken cancel);
}

/// <summary>Agencies' own plans inside a write.</summary>
public interface IUnitPlanChanges
{
    /// <summary>The plan with its activities, tracked; null when not there.</summary>
    Task<UnitPlan?> Load(Guid id, CancellationToken cancel);

    /// <summary>Every plan of the agencies, tracked.</summary>
    Task<IReadOnlyList<UnitPlan>> OfAgencies(IReadOnlySet<Guid> agencies, CancellationToken cancel);

    /// <summary>The result, tracked; null when not there.</summary>
    Task<UnitResult?> LoadResult(Guid id, CancellationToken cancel);

    /// <summary>What was done of activities by a day.</summary>
    Task<IReadOnlyDictionary<Guid, UnitDone>> Done(Guid planId, DateOnly asOf, CancellationToken cancel);

    /// <summary>Whether a result was ever recorded of the activity, also one that was withdrawn.</summary>
    Task<bool> HasResults(Guid unitActivityId, CancellationToken cancel);

    /// <summary>Adds a plan.</summary>
    void Add(UnitPlan plan);

    /// <summary>Adds an activity to a plan that is there.</summary>
    void Add(UnitPlan plan, UnitActivity activity);

    /// <summary>Adds a result.</summary>
    void Add(UnitResult result);

    /// <summary>Takes a draft away, with its activities.</summary>
    void Remove(UnitPlan plan);

    /// <summary>Takes an activity out of a draft.</summary>
    void Remove(UnitPlan plan, UnitActivity activity);
}
