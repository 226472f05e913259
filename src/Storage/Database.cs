using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.Agencies;
using PlanTracker.Storage.History;
using PlanTracker.Storage.Seed;

namespace PlanTracker.Storage;

/// <summary>Makes the configured database ready for a server.</summary>
public static class Database
{
    /// <summary>
    /// Takes the SQLite file for this server, brings the schema up to date, links a history that was not, and loads what is missing of the start-up data; with
    /// <paramref name="demo"/> the sample year too. Nothing is touched that this program did not make.
    /// </summary>
    /// <exception cref="DatabaseRefusedException">It cannot or must not be used; the message is one line for the operator.</exception>
    public static async Task Prepare(IServiceProvider services, bool demo, CancellationToken cancel = default)
    {
        var options = services.GetRequiredService<StorageOptions>();
        try
        {
            if (options.Provider is StorageProvider.Sqlite)
                await SqliteFileCheck.Run(options.ConnectionString, services.GetRequiredService<ServerLock>(), cancel);
            await using var db = await services.GetRequiredService<IDbContextFactory<PlanDb>>().CreateDbContextAsync(cancel);
            await Migrate(db, cancel);
            await HistoryBackfill.Run(db, services.GetRequiredService<WriteDoor>(), cancel);
            await Seeding.Run(db, demo, services.GetService<IReportWriter>(), services.GetService<INewsImages>(), services.GetRequiredService<TimeProvider>(), cancel);
            services.GetRequiredService<AgencyRegister>().Forget();
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or System.Net.Sockets.SocketException)
        {
            throw new DatabaseRefusedException($"Không mở được cơ sở dữ liệu: {FirstLine(fault.GetBaseException().Message)}", fault);
        }
    }

    private static async Task Migrate(PlanDb db, CancellationToken cancel)
    {
        if (await db.Database.CanConnectAsync(cancel))
        {
            var known = db.Database.GetMigrations().ToHashSet();
            var newer = (await db.Database.GetAppliedMigrationsAsync(cancel)).Where(m => !known.Contains(m)).ToList();
            if (newer.Count > 0)
                throw new DatabaseRefusedException("Cơ sở dữ liệu do một phiên bản mới hơn của chương trình tạo ra: hãy chạy phiên bản đó.");
        }
        await db.Database.MigrateAsync(cancel);
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
