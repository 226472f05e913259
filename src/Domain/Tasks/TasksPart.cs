using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tasks;

/// <summary>One row of the report's part on tasks.</summary>
/// <param name="Number">"VI.2.d".</param>
/// <param name="Text">Its wording.</param>
/// <param name="GivenTo">Who it is given to, groups as groups.</param>
/// <param name="Said">How many said something of it in the period.</param>
/// <param name="Expected">How many it is given to.</param>
/// <param name="State">How far it is, in words: "Đang thực hiện", "Đã thực hiện 12, đang thực hiện 7".</param>
/// <param name="Result">What was said, an agency a line where there are several.</param>
public sealed record TaskRow(string Number, string Text, string GivenTo, int Said, int Expected, string State, string? Result);

/// <summary>The report's part on tasks (section VI of the plan).</summary>
/// <param name="Rows">All tasks, in order; of a report of one agency those it has.</param>
/// <param name="Done">Tasks that everybody asked has done.</param>
/// <param name="Doing">Tasks begun.</param>
/// <param name="Silent">Tasks of which nobody said anything.</param>
public sealed record TaskTable(IReadOnlyList<TaskRow> Rows, int Done, int Doing, int Silent);

/// <summary>Fills what agencies said of their tasks in the period of a report.</summary>
public sealed class TasksPart(IReportingCalendar calendar, TaskReading reading) : IReportPart
{
    private const int MostLines = 12;

    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        if (query.Plan.Tasks.Count == 0 || (await calendar.Of(query.Plan.Id, cancel)).FirstOrDefault(p => p.Code == query.Window.Code) is not { } period)
            return content;
        var standing = await reading.Stand(query.Plan, period, cancel);
        if (query.Scope is { } scope)
            standing = [.. standing.Select(t => t with { Voices = [.. t.Voices.Where(v => scope.Members.Contains(v.Agency.Id))] }).Where(t => t.Voices.Count > 0)];
        if (standing.All(t => t.Said == 0))
            return content;
        return content with
        {
            Tasks = new(
                [.. standing.Select(RowOf)], standing.Count(IsDone), standing.Count(t => t.Said > 0 && !IsDone(t)), standing.Count(t => t.Said == 0)),
        };
    }

    private static bool IsDone(TaskStanding task) => task.Voices.Count > 0 && task.CountOf(TaskState.Done) == task.Voices.Count;

    private static TaskRow RowOf(TaskStanding task) => new(
        task.Task.Number, task.Task.Text, task.GivenTo, task.Said, task.Voices.Count, StateOf(task), ResultOf(task));

    private static string StateOf(TaskStanding task)
    {
        if (task.Said == 0)
            return "Chưa có thông tin";
        if (task.Voices is [{ Update: { } only }])
            return TaskWords.NameOf(only.State);
        var said = new[] { TaskState.Done, TaskState.Doing, TaskState.NotStarted }.Where(s => task.CountOf(s) > 0).Select(s => $"{TaskWords.NameOf(s)}: {task.CountOf(s)}");
        return string.Join("; ", said) + (task.Said < task.Voices.Count ? $"; chưa cập nhật: {task.Voices.Count - task.Said}" : "");
    }

    private static string? ResultOf(TaskStanding task)
    {
        var said = task.Voices.Where(v => v.Update is not null).ToList();
        if (said.Count == 0)
            return null;
        if (task.Voices.Count == 1)
            return said[0].Update!.Narrative;
        var rest = said.Count > MostLines ? $"\nvà {said.Count - MostLines} cơ quan khác." : "";
        return string.Join('\n', said.Take(MostLines).Select(v => $"{v.Agency.ShortName}: {v.Update!.Narrative}")) + rest;
    }
}
