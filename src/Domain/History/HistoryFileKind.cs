using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Jobs;

namespace PlanTracker.Domain.History;

/// <summary>Writes history as a file; the host has it.</summary>
public interface IHistoryFileWriter
{
    /// <summary>Writes all rows as CSV.</summary>
    Task<byte[]> Write(IAsyncEnumerable<HistoryView> rows, CancellationToken cancel);
}

/// <summary>Makes the file of history in the background: the rows that its person may see, as the filter finds them.</summary>
public sealed class HistoryFileKind(HistoryReading reading, IHistoryFileWriter writer, BusinessClock clock) : IJobKind
{
    /// <summary>Name in <see cref="Job.Kind"/>.</summary>
    public const string Kind = "history-file";

    private const string Csv = "text/csv; charset=utf-8";
    private const int Often = 500;

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Refusal? Demand(Actor actor) => HistoryReading.Demand(actor);

    /// <summary>Who has moved to another agency, or may see less or more than when it was made, makes another file.</summary>
    public string ScopeOf(Actor actor) => actor.May(Operation.ReadHistory)
        ? "all" : string.Join(' ', actor.Predecessors.Append(actor.Agency?.Id ?? Guid.Empty).Order());

    /// <summary>An order.</summary>
    public static Result<JobOrder> Order(HistoryFilter filter, string? search) =>
        new JobOrder(Kind, filter == new HistoryFilter() && search is null ? "Lịch sử thay đổi, tệp CSV" : "Lịch sử thay đổi theo điều kiện lọc, tệp CSV",
            JobInput.Write(new Wanted(filter, search)));

    /// <inheritdoc/>
    public async Task<Result<JobMade>> Run(Actor actor, Job job, JobProgress progress, CancellationToken cancel)
    {
        var wanted = JobInput.Read<Wanted>(job);
        if ((await reading.Walk(actor, wanted.Filter, wanted.Search, cancel)).Refused(out var refusal, out var rows))
            return refusal;
        var bytes = await writer.Write(Told(rows, progress), cancel);
        var name = $"Lịch sử thay đổi {clock.Today:dd-MM-yyyy}.csv";
        return new JobMade(null, new(name, Csv, bytes, new("history", Guid.Empty, HistoryJson.Of(new { file = name, filter = wanted.Said }))));
    }

    private static async IAsyncEnumerable<HistoryView> Told(IAsyncEnumerable<HistoryView> rows, JobProgress progress)
    {
        var done = 0;
        await foreach (var row in rows)
        {
            if (done++ % Often == 0)
                progress(new($"Đã ghi {VietnameseNumber.Show(done - 1)} dòng", done, 0));
            yield return row;
        }
    }

    private sealed record Wanted(HistoryFilter Filter, string? Search)
    {
        /// <summary>The filter as the address of the file says it; null for all.</summary>
        [System.Text.Json.Serialization.JsonIgnore]
        public string? Said
        {
            get
            {
                var said = string.Join('&', new (string Name, string? Value)[]
                {
                    ("entity", Filter.Entity), ("id", Filter.EntityId?.ToString()), ("account", Filter.AccountId?.ToString()), ("agency", Filter.AgencyId?.ToString()),
                    ("what", Filter.What), ("door", Filter.Door?.ToString()), ("from", Day(Filter.From)), ("to", Day(Filter.To)), ("search", Search),
                }.Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));
                return said.Length == 0 ? null : said;
            }
        }

        private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
