using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Dashboard.Matrices;

/// <summary>What both maps have: the plan chosen by id or year, filters that stand in the address, one order besides the plan's own.</summary>
public abstract class MatrixPageBase : PageBase
{
    /// <summary>The order "worst first" in addresses.</summary>
    private protected const string WorstFirst = "worst";

    private protected List<string> WrongFilters { get; } = [];

    private protected IReadOnlyList<Plan> AllPlans { get; private set; } = [];

    /// <summary>Id of a plan.</summary>
    [SupplyParameterFromQuery(Name = "plan")] public string? PlanId { get; set; }

    /// <summary>Year of a plan, when none is named.</summary>
    [SupplyParameterFromQuery(Name = "year")] public string? YearText { get; set; }

    /// <summary>Level.</summary>
    [SupplyParameterFromQuery(Name = "level")] public string? LevelText { get; set; }

    /// <summary>Group.</summary>
    [SupplyParameterFromQuery(Name = "group")] public string? GroupText { get; set; }

    /// <summary>Order: <c>worst</c>, or the plan's own.</summary>
    [SupplyParameterFromQuery(Name = "sort")] public string? Sort { get; set; }

    [Inject] private protected PlanReading Plans { get; set; } = default!;

    private protected bool IsWorstFirst => Sort == WorstFirst;

    /// <summary>The plan asked for; null with a refusal shown, or when there is none.</summary>
    private protected async Task<Plan?> ChosenPlan()
    {
        AllPlans = (await Plans.List(Actor, null, new ListQuery(PageSize: ListQuery.MaxPageSize), Cancel)).Value?.Items ?? [];
        if (!string.IsNullOrEmpty(PlanId))
            return Given(await Plans.Find(Actor, Guid.TryParse(PlanId, out var id) ? id : Guid.Empty, Cancel));
        if (!string.IsNullOrEmpty(YearText))
        {
            var found = int.TryParse(YearText, CultureInfo.InvariantCulture, out var year) ? AllPlans.FirstOrDefault(p => p.Year == year) : null;
            if (found is not null)
                return found;
            WrongFilters.Add($"Không có kế hoạch của năm “{YearText}”; đang hiện kế hoạch hiện hành.");
        }
        return await Plans.Current(Actor, Cancel);
    }

    /// <summary>A value of a list that stands in the address; null, and said so, when it is not one.</summary>
    private protected TEnum? Chosen<TEnum>(string? text, string name)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (Enum.TryParse<TEnum>(text, out var value) && Enum.IsDefined(value))
            return value;
        WrongFilters.Add($"{name} được lọc không có; đang hiện tất cả.");
        return null;
    }

    /// <summary>An id that stands in the address; null, and said so, when it is not one of those there are.</summary>
    private protected Guid? Chosen(string? text, IEnumerable<Guid> known, string name)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (Guid.TryParse(text, out var id) && known.Contains(id))
            return id;
        WrongFilters.Add($"{name} được lọc không có; đang hiện tất cả.");
        return null;
    }

    /// <summary>A query of what is set.</summary>
    private protected static string Query(params (string Name, string? Value)[] parts) =>
        string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
}
