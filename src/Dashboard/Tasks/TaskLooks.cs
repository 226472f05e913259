using PlanTracker.Domain.Tasks;

namespace PlanTracker.Dashboard.Tasks;

/// <summary>Classes and signs of the states of tasks and preparations.</summary>
internal static class TaskLooks
{
    public static string Css(TaskState? state) => state switch
    {
        TaskState.Done => "s-done",
        TaskState.Doing => "s-ontrack",
        TaskState.NotStarted => "s-notstarted",
        _ => "s-plain",
    };

    public static string Icon(TaskState? state) => state switch
    {
        TaskState.Done => "circle-check-f",
        TaskState.Doing => "circle-arrow-right",
        TaskState.NotStarted => "circle-dashed",
        _ => "hourglass",
    };

    public static string Of(TaskState? state) => state is { } known ? TaskWords.NameOf(known) : "Chưa cập nhật";

    public static string Css(PreparationView view) => view switch
    {
        { IsLate: true } => "s-overdue",
        { Preparation.State: PreparationState.Done } => "s-done",
        { Preparation.State: PreparationState.Sent } => "s-pend",
        { Preparation.State: PreparationState.Objected } => "s-returned",
        _ => "s-plain",
    };

    public static string Icon(PreparationView view) => view switch
    {
        { IsLate: true } => "alert-octagon-f",
        { Preparation.State: PreparationState.Done } => "circle-check-f",
        { Preparation.State: PreparationState.Sent } => "hourglass",
        { Preparation.State: PreparationState.Objected } => "arrow-back-up",
        { Preparation.State: PreparationState.Dropped } => "circle-minus",
        _ => "circle-dashed",
    };

    public static string Of(PreparationView view) =>
        view.IsLate ? $"Quá hạn · {PreparationWords.NameOf(view.Preparation.State).ToLowerInvariant()}" : PreparationWords.NameOf(view.Preparation.State);
}
