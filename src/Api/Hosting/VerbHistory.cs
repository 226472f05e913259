using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting;

/// <summary>Notes in the history of a database that it was copied or restored. The work is done by then: what cannot be noted is only said.</summary>
internal static class VerbHistory
{
    /// <summary>Notes a verb and its file.</summary>
    public static async Task Note(HostSettings settings, string verb, string file)
    {
        try
        {
            await using var services = new ServiceCollection().AddPlanStorage(settings.Storage).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            if ((await scope.ServiceProvider.GetRequiredService<PlanDb>().Database.GetPendingMigrationsAsync()).Any())
                throw new InvalidOperationException("cơ sở dữ liệu do bản cũ hơn tạo ra");
            var clock = new BusinessClock(TimeProvider.System, settings.Today);
            await scope.ServiceProvider.GetRequiredService<IHistoryLog>().Append(
                Export.Row(Actor.System, clock.UtcNow, Door.System, "database", Guid.Empty, verb, new { file = Path.GetFileName(file) }), CancellationToken.None);
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or DbUpdateException or StorageBusyException or StorageFullException)
        {
            await Console.Error.WriteLineAsync($"Không ghi được việc này vào lịch sử: {fault.Message.Split('\n')[0]}.");
        }
    }
}
