using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports;
using PlanTracker.Storage;

namespace PlanTracker.Bench;

/// <summary>
/// A whole plan report of a year with 120 agencies and 50,000 results on a SQLite file: preview, Excel, Word. A stopwatch, not a benchmark of iterations: what a
/// person waits for, first and later times, and what the processor had to do. Run with <c>dotnet run -c Release --project bench -- report</c>.
/// </summary>
internal static class PlanReportBench
{
    private const int Entries = 50_000;
    private const int Times = 5;

    public static async Task Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"plantracker-bench-{Guid.NewGuid():N}.db");
        try
        {
            var clock = new BusinessClock(TimeProvider.System, new DateOnly(2024, 12, 20));
            await using var services = new ServiceCollection().AddPlanStorage(new StorageOptions(StorageProvider.Sqlite, $"Data Source={file}"))
                .AddSingleton<IReportWriter, ReportWriter>().AddSingleton(clock).AddScoped<PlanReports>()
                .AddScoped<IReminderFigures, ReminderFigures>().AddScoped<INewsFigures, NewsFigures>()
                .AddScoped<IReportPart, AgencyReportsPart>().AddScoped<IReportPart, EventsPart>().AddScoped<IReportPart, LatePart>()
                .AddScoped<IReportPart, MoneyPart>().AddScoped<IReportPart, NewsPart>().BuildServiceProvider();
            await Database.Prepare(services, demo: true);
            var library = services.GetRequiredService<IPlanLibrary>();
            var plan = (await library.FindBySeedKey("246-2024", default))!;
            Fill(file, plan);
            var agencies = await services.GetRequiredService<IAgencyRegister>().All(default);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{agencies.Values.Count(a => a.ExistsOn(clock.Today))} agencies"));
            using var scope = services.CreateScope();
            var reports = scope.ServiceProvider.GetRequiredService<PlanReports>();
            var writer = new ReportWriter();
            var reader = new Actor(Guid.NewGuid(), "lanhdao", "Lãnh đạo", new HashSet<Role> { Role.Leader }, null, Door.Page);
            var request = new ReportRequest("2024-Y");
            await Time("preview, figures", async () => (await reports.Report(reader, plan.Id, request, default)).Value!.Rows.Count);
            await Time("preview with all appendices (agencies in Phụ lục II)", async () =>
                (await reports.Whole(reader, plan.Id, request, default)).Value!.Content.Agencies!.Blocks.Sum(b => b.Rows.Count));
            await Time("a page of Phụ lục III (events in all)", async () => (await reports.Events(reader, plan.Id, request, new(100, 200), default)).Value!.Total);
            var whole = (await reports.Whole(reader, plan.Id, request, default, withEvents: true)).Value!;
            await Time("Excel, writer alone (bytes)", () => Task.FromResult(writer.Workbook(whole).Length));
            await Time("Word, writer alone (bytes)", () => Task.FromResult(writer.Document(whole).Length));
            await Time("Excel, from the database (bytes)", async () =>
                (await reports.File(reader, plan.Id, request, ReportFormat.Excel, writer, false, default)).Value!.File.Bytes.Length);
            await Time("Word, from the database (bytes)", async () =>
                (await reports.File(reader, plan.Id, request, ReportFormat.Word, writer, false, default)).Value!.File.Bytes.Length);
            await Time("canonical JSON (characters)", () => Task.FromResult(FrozenReport.Write(whole).Length));
            var frozen = FrozenReport.Write(whole);
            await Time("canonical JSON read back (events)", () => Task.FromResult(FrozenReport.Read(frozen).Content.Events!.Count));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.Delete(file);
        }
    }

    private static async Task Time(string what, Func<Task<int>> work)
    {
        var (times, busy) = (new List<double>(), new List<double>());
        var result = 0;
        for (var time = 0; time < Times; time++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            result = await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
            busy.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: first {times[0]:0} ms (processor {busy[0]:0}), best of the others {times.Skip(1).Min():0} ms (processor {busy.Skip(1).Min():0}) [{result}]"));
    }

    /// <summary>Copies of the sample year's confirmed results, spread over the year, until there are so many.</summary>
    private static void Fill(string file, Plan plan)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT GROUP_CONCAT('\"' || name || '\"') FROM pragma_table_info('Entries') WHERE name NOT IN ('Id', 'Date', 'CountedOn')";
        var columns = (string)read.ExecuteScalar()!;
        using var insert = connection.CreateCommand();
        insert.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Entries - 1}),
              source AS (SELECT *, ROW_NUMBER() OVER (ORDER BY "Id") - 1 AS k, COUNT(*) OVER () AS size FROM "Entries" WHERE "PlanId" = $plan AND "Status" = 'Confirmed' AND "CorrectsEntryId" IS NULL)
            INSERT INTO "Entries" ("Id", "Date", "CountedOn", {columns})
            SELECT upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21)), d, d, {columns}
            FROM (SELECT lower(hex(randomblob(16))) AS h, date('2024-01-01', '+' || (i % 340) || ' days') AS d, source.* FROM n JOIN source ON source.k = n.i % source.size)
            """;
        insert.Parameters.AddWithValue("$plan", plan.Id.ToString().ToUpperInvariant());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{insert.ExecuteNonQuery()} results added"));
    }
}
