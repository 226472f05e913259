using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Imports;

/// <summary>Writes a run of an import as a row of history.</summary>
internal static class ImportHistory
{
    /// <summary>That rows of a file were taken over, and how many.</summary>
    public static Change Applied(Actor actor, DateTime at, ImportJob job, ImportMode mode, RowCounts counts) => new()
    {
        At = at,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = actor.Agency?.Id,
        Door = actor.Door,
        Entity = "import",
        EntityId = job.Id,
        What = "apply",
        New = HistoryJson.Of(new { file = job.FileName, mode = mode is ImportMode.All ? "tất cả" : "các dòng đúng", counts.New, counts.Changed, counts.Unchanged, counts.Conflict, counts.Wrong }),
    };
}
