using System.Globalization;
using PlanTracker.Domain.Activities;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>Agencies' own plans in Vietnamese.</summary>
public static class UnitPlanWords
{
    /// <summary>What an activity without a link is called.</summary>
    public const string Own = "Riêng của đơn vị";

    /// <summary>The word of a state.</summary>
    public static string NameOf(UnitPlanStatus status) => status is UnitPlanStatus.Draft ? "Đang soạn" : "Đã ban hành";

    /// <summary>The word of a state.</summary>
    public static string NameOf(UnitResultStatus status) => status switch
    {
        UnitResultStatus.Submitted => "Chờ xác nhận",
        UnitResultStatus.Confirmed => "Đã xác nhận",
        UnitResultStatus.Returned => "Trả lại",
        _ => "Đã rút",
    };

    /// <summary>"12. Tờ gấp".</summary>
    public static string ChoiceOf(Activity activity) => string.Create(CultureInfo.InvariantCulture, $"{activity.Order}. {activity.ShortTitle}");

    /// <summary>The quantity as shown: the plan's wording, or the number; a dash when it has none.</summary>
    public static string QuantityOf(UnitActivity activity, DateOnly day) =>
        activity.Quantities.Count > 1 && activity.QuantityOn(day) is { } changed ? $"{VietnameseNumber.Wording(changed)} {activity.Unit}"
        : activity.QuantityWording.Length > 0 ? activity.QuantityWording
        : activity.QuantityOn(day) is { } value ? $"{VietnameseNumber.Wording(value)} {activity.Unit}" : "–";

    /// <summary>"12/KH-UBND ngày 15/01/2024", or that it is being written.</summary>
    public static string NumberOf(UnitPlan plan) => plan.Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{number} ngày {plan.IssuedOn:dd/MM/yyyy}") : "chưa có số";
}
