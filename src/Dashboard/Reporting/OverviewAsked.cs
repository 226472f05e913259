using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Reporting;

/// <summary>What the address of the overview says, as it was typed, and what is wrong with it.</summary>
/// <param name="period">Code of a period.</param>
/// <param name="asOf">A day, as people write it.</param>
/// <param name="agency">Id of an agency.</param>
public sealed class OverviewAsked(string? period, string? asOf, string? agency)
{
    private readonly HashSet<string> wrong = [];
    private readonly List<string> messages = [];

    /// <summary>Code of a period.</summary>
    public string? Period { get; } = string.IsNullOrWhiteSpace(period) ? null : period.Trim();

    /// <summary>The day as typed.</summary>
    public string? AsOf { get; } = string.IsNullOrWhiteSpace(asOf) ? null : asOf.Trim();

    /// <summary>Id of an agency.</summary>
    public string? Agency { get; } = string.IsNullOrWhiteSpace(agency) ? null : agency.Trim();

    /// <summary>What is wrong, in words.</summary>
    public IReadOnlyList<string> Messages => messages;

    /// <summary>Whether a field was not understood.</summary>
    public bool IsWrong(string field) => wrong.Contains(field);

    /// <summary>What can be asked; what cannot be read is said and left out.</summary>
    public OverviewRequest First()
    {
        if (AsOf is not null && Shared.Dates.Parse(AsOf) is null)
            Refuse("asOf", $"“{AsOf}” không phải là ngày. Hãy viết như 10/09/2024.");
        if (Agency is not null && !Guid.TryParse(Agency, out _))
            Refuse("agency", "Không có cơ quan này.");
        return Now;
    }

    /// <summary>The same without what was refused, which is said.</summary>
    public OverviewRequest Without(IReadOnlyDictionary<string, string[]> errors)
    {
        foreach (var (field, said) in errors)
            Refuse(field, string.Join(" ", said));
        return Now;
    }

    private OverviewRequest Now => new(
        IsWrong("asOf") ? null : Shared.Dates.Parse(AsOf), IsWrong("period") ? null : Period, !IsWrong("agency") && Guid.TryParse(Agency, out var id) ? id : null);

    private void Refuse(string field, string message)
    {
        wrong.Add(field);
        messages.Add(message);
    }
}
