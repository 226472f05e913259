using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;

namespace PlanTracker.Domain.Difficulties;

/// <summary>Writes what happens to difficulties as history rows.</summary>
internal static class DifficultyHistory
{
    /// <summary>Kind of thing in history.</summary>
    public const string Entity = "difficulty";

    /// <summary>The fields that history compares.</summary>
    public static string Fields(Difficulty difficulty) => HistoryJson.Of(new
    {
        difficulty.Title,
        difficultyState = difficulty.State,
        difficulty.Text,
        difficulty.Proposal,
        difficulty.ActivityId,
        difficulty.TaskId,
        document = difficulty.Steps is [.., var last] ? last.Document : null,
    });

    /// <summary>The row of one change.</summary>
    public static Change Row(Actor actor, DateTime at, Difficulty difficulty, string what, string? before, string? reason) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = difficulty.OwnerId,
        Door = actor.Door,
        Entity = Entity,
        EntityId = difficulty.Id,
        What = what,
        Old = before,
        New = Fields(difficulty),
        Reason = reason,
    };
}

/// <summary>
/// Difficulties raised in agency reports: a report that names one when it is submitted has one in the register, linked to the report, whose
/// words stay the report's. Submitted again without one, it closes what nobody has answered.
/// </summary>
public static class ReportedDifficulties
{
    /// <summary>Keeps the register in step with what was just submitted.</summary>
    /// <param name="actor">Who submitted.</param>
    /// <param name="changes">The write of the submission.</param>
    /// <param name="obligation">What it meets.</param>
    /// <param name="period">Name of the period.</param>
    /// <param name="submission">What was submitted.</param>
    /// <param name="cancel">Ends when the caller goes away.</param>
    public static async Task Keep(
        Actor actor, IChanges changes, Obligation obligation, string period, ReportSubmission submission, CancellationToken cancel)
    {
        var content = submission.Snapshot.Content;
        var known = await changes.Difficulties.LoadByObligation(obligation.Id, cancel);
        if (content.Difficulties is null)
        {
            if (known is { State: DifficultyState.Raised })
                Close(actor, changes, known, submission);
            return;
        }
        var title = $"Khó khăn, vướng mắc nêu trong báo cáo {period}";
        var search = Difficulty.SearchOf(title, content.Difficulties, content.Proposals);
        if (known is not null)
        {
            if (known.SearchText == search)
                return;
            var before = DifficultyHistory.Fields(known);
            known.SearchText = search;
            if (known.State is DifficultyState.Closed)
                known.State = DifficultyState.Raised;
            known.Version++;
            changes.Record(DifficultyHistory.Row(actor, submission.At, known, "raise", before, null));
            return;
        }
        var raised = new Difficulty
        {
            PlanId = obligation.PlanId, AgencyId = obligation.AgencyId, ObligationId = obligation.Id, Title = title, RaisedAt = submission.At,
            RaisedByName = submission.ByName, SearchText = search,
        };
        changes.Difficulties.Add(raised);
        changes.Record(DifficultyHistory.Row(actor, submission.At, raised, "raise", null, null));
    }

    private static void Close(Actor actor, IChanges changes, Difficulty known, ReportSubmission submission)
    {
        var before = DifficultyHistory.Fields(known);
        known.Steps.Add(new(DifficultyVerb.Close, "Báo cáo gửi lại không còn nêu khó khăn, vướng mắc này.", null, submission.At, submission.ByName));
        known.State = DifficultyState.Closed;
        known.Version++;
        changes.Record(DifficultyHistory.Row(actor, submission.At, known, "close", before, known.Steps[^1].Text));
    }
}
