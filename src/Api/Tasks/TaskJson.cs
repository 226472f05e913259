using PlanTracker.Api.Agencies;
using PlanTracker.Api.Attachments;
using PlanTracker.Api.Plans;
using PlanTracker.Api.Progress;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Tasks;

namespace PlanTracker.Api.Tasks;

/// <summary>What an agency says of a task for a period.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="State">NotStarted, Doing or Done.</param>
/// <param name="Narrative">Kết quả thực hiện, or why nothing was done.</param>
/// <param name="AgencyId">Whose update it is; left out, the caller's own agency.</param>
internal sealed record TaskUpdateBody(string Period, TaskState State, string Narrative, Guid? AgencyId = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<TaskSaying> ToSaying() => new TaskSaying(Period, State, Narrative, AgencyId);
}

/// <summary>What of an update is changed.</summary>
internal sealed record TaskCorrectionBody(TaskState State, string Narrative)
{
    /// <summary>In the domain's words.</summary>
    public Result<TaskSaying> ToSaying() => new TaskSaying("", State, Narrative);
}

/// <summary>What an agency said of a task for a period.</summary>
internal sealed record TaskUpdateJson(
    Guid Id, Guid TaskId, AgencyRefJson Agency, string? Period, TaskState State, string Narrative, string SaidBy, bool OnBehalf, DateTime SaidAt,
    IReadOnlyList<EvidenceJson> Evidence)
{
    /// <summary>Of an update.</summary>
    public static TaskUpdateJson Of(SaidBefore said) => Of(said.Update, AgencyRefJson.Of(said.Agency), said.Period?.Code, said.Evidence);

    /// <summary>Of an update.</summary>
    public static TaskUpdateJson Of(TaskUpdate u, AgencyRefJson agency, string? period, IReadOnlyList<Domain.Progress.Evidence> evidence) => new(
        u.Id, u.TaskId, agency, period, u.State, u.Narrative, u.SaidByName, u.IsOnBehalf, u.SaidAt, [.. evidence.Select(AttachmentEndpoints.Shape)]);
}

/// <summary>An agency of a task, and what it said; null when nothing.</summary>
internal sealed record TaskVoiceJson(AgencyRefJson Agency, TaskUpdateJson? Update);

/// <summary>A task without a number, with who it is given to and what they said for the period.</summary>
internal sealed record TaskJson(
    Guid Id, Guid PlanId, int Order, string Number, string Heading, string Text, IReadOnlyList<PartyJson> Parties, string? Period, int Said, int Expected,
    IReadOnlyList<TaskVoiceJson> Voices)
{
    /// <summary>Of a task; agencies by the name of the day.</summary>
    public static TaskJson Of(TaskStanding standing, TaskBoard board, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var task = standing.Task;
        return new(
            task.Id, task.PlanId, task.Order, task.Number, task.Heading, task.Text,
            [.. task.Parties.Select(p => new PartyJson(p.AgencyId, p.Group, p.AgencyId is { } id ? agencies[id].RefOn(board.Day).Name : p.Wording))],
            board.Period?.Code, standing.Said, standing.Voices.Count,
            [.. standing.Voices.Select(v => new TaskVoiceJson(
                AgencyRefJson.Of(v.Agency), v.Update is { } u ? TaskUpdateJson.Of(u, AgencyRefJson.Of(v.Agency), board.Period?.Code, v.Evidence) : null))]);
    }
}

/// <summary>An agency that has not said something of all its tasks.</summary>
internal sealed record SilentAgencyJson(AgencyRefJson Agency, int Missing, int Given)
{
    /// <summary>Of a silent agency.</summary>
    public static SilentAgencyJson Of(SilentAgency silent) => new(AgencyRefJson.Of(silent.Agency), silent.Missing, silent.Given);
}
