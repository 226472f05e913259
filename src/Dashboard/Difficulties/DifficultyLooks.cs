using PlanTracker.Domain.Difficulties;

namespace PlanTracker.Dashboard.Difficulties;

/// <summary>Classes and signs of the states of difficulties.</summary>
internal static class DifficultyLooks
{
    public static string Css(DifficultyState state) => state switch
    {
        DifficultyState.Raised => "s-pend",
        DifficultyState.Escalated => "s-behind",
        DifficultyState.Answered => "s-ontrack",
        _ => "s-plain",
    };

    public static string Icon(DifficultyState state) => state switch
    {
        DifficultyState.Raised => "hourglass",
        DifficultyState.Escalated => "alert-triangle",
        DifficultyState.Answered => "check",
        _ => "circle-minus",
    };
}
