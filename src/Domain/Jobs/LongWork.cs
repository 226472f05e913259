using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Domain.Jobs;

/// <summary>Something that takes a while: a job, or the run of an import.</summary>
/// <param name="Job">The job; null for an import.</param>
/// <param name="Import">The import; null for a job.</param>
public sealed record LongWork(Job? Job, ImportJob? Import)
{
    private static readonly Dictionary<string, string> Imports = new()
    {
        [EntryImport.Kind] = "Nhập kết quả từ Excel", [FundingImport.Kind] = "Nhập kinh phí từ Excel", [UnitPlanImport.Kind] = "Nhập kế hoạch đơn vị từ Excel",
    };

    /// <summary>Its id.</summary>
    public Guid Id => Job?.Id ?? Import!.Id;

    /// <summary>What it is, for its person.</summary>
    public string Title => Job?.Title ?? $"{Imports.GetValueOrDefault(Import!.Kind, "Nhập từ Excel")}: {Import.FileName}";

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime CreatedAt => Job?.CreatedAt ?? Import!.CreatedAt;

    /// <summary>Whether it waits or is under way.</summary>
    public bool IsRunning => Job?.IsRunning ?? Import!.IsRunning;
}

/// <summary>Use case of the page that shows a person all of their long work: jobs, and imports of every kind.</summary>
public sealed class LongWorkReading(IJobBook jobs, IImportJobs imports)
{
    /// <summary>A page of the actor's own: what runs first, then the newest.</summary>
    public async Task<Result<PageOf<LongWork>>> Own(Actor actor, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        // The page is cut from the first of both; together they hold every row up to its end.
        var most = (int)Math.Min((long)query.Page * query.PageSize, int.MaxValue);
        var (ofJobs, countOfJobs) = await jobs.Own(actor.AccountId, most, cancel);
        var (ofImports, countOfImports) = await imports.Own(actor.AccountId, most, cancel);
        var shown = ofJobs.Select(j => new LongWork(j, null)).Concat(ofImports.Select(i => new LongWork(null, i)))
            .OrderByDescending(w => w.IsRunning).ThenByDescending(w => w.CreatedAt).ThenByDescending(w => w.Id)
            .Skip((int)Math.Min((query.Page - 1L) * query.PageSize, int.MaxValue)).Take(query.PageSize);
        return new PageOf<LongWork>([.. shown], countOfJobs + countOfImports, query.Page, query.PageSize);
    }
}
