namespace PlanTracker.Domain.Tasks;

/// <summary>How far a task is, as its agency says.</summary>
public enum TaskState
{
    /// <summary>Chưa thực hiện.</summary>
    NotStarted,
    /// <summary>Đang thực hiện.</summary>
    Doing,
    /// <summary>Đã thực hiện.</summary>
    Done,
}

/// <summary>What an agency says of a task for a period (cập nhật nhiệm vụ): one per task, agency and period.</summary>
public sealed class TaskUpdate
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Whose update it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The period it is for.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>How far it is.</summary>
    public required TaskState State { get; set; }

    /// <summary>Kết quả thực hiện, or why nothing was done.</summary>
    public required string Narrative { get; set; }

    /// <summary>Who said it last.</summary>
    public required string SaidByName { get; set; }

    /// <summary>Whether Sở Nội vụ entered it for the agency (nhập thay).</summary>
    public bool IsOnBehalf { get; set; }

    /// <summary>When it was said last, UTC.</summary>
    public required DateTime SaidAt { get; set; }

    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What is said of a task.</summary>
/// <param name="Period">Code of the period: <c>2024-Q3</c>.</param>
/// <param name="State">How far it is.</param>
/// <param name="Narrative">Kết quả thực hiện.</param>
/// <param name="AgencyId">Whose update it is; null for the speaker's own agency.</param>
public sealed record TaskSaying(string Period, TaskState State, string? Narrative, Guid? AgencyId = null);

/// <summary>Tasks in Vietnamese.</summary>
public static class TaskWords
{
    /// <summary>The word of a state.</summary>
    public static string NameOf(TaskState state) => state switch
    {
        TaskState.NotStarted => "Chưa thực hiện",
        TaskState.Doing => "Đang thực hiện",
        _ => "Đã thực hiện",
    };
}

/// <summary>Reads what was said of tasks.</summary>
public interface ITaskBook
{
    /// <summary>All updates of a plan, of one period or of all, the first said first.</summary>
    Task<IReadOnlyList<TaskUpdate>> Updates(Guid planId, Guid? periodId, CancellationToken cancel);

    /// <summary>One update; null when not there.</summary>
    Task<TaskUpdate?> Update(Guid id, CancellationToken cancel);

    /// <summary>The plan of a task; null when there is no such task.</summary>
    Task<Guid?> PlanOf(Guid taskId, CancellationToken cancel);

    /// <summary>The preparations of a plan, by due day; of all plans for null.</summary>
    Task<IReadOnlyList<Preparation>> Preparations(Guid? planId, CancellationToken cancel);

    /// <summary>One preparation; null when not there.</summary>
    Task<Preparation?> Preparation(Guid id, CancellationToken cancel);
}

/// <summary>Tasks inside a write.</summary>
public interface ITaskChanges
{
    /// <summary>The update, tracked; null when not there.</summary>
    Task<TaskUpdate?> Load(Guid id, CancellationToken cancel);

    /// <summary>The update of an agency for a period, tracked; null when not there.</summary>
    Task<TaskUpdate?> Load(Guid taskId, Guid agencyId, Guid periodId, CancellationToken cancel);

    /// <summary>Adds an update.</summary>
    void Add(TaskUpdate update);

    /// <summary>The preparation, tracked; null when not there.</summary>
    Task<Preparation?> LoadPreparation(Guid id, CancellationToken cancel);

    /// <summary>The preparations that one of the agencies still owes, tracked.</summary>
    Task<IReadOnlyList<Preparation>> OpenPreparations(IReadOnlySet<Guid> agencies, CancellationToken cancel);

    /// <summary>Adds a preparation.</summary>
    void Add(Preparation preparation);
}
