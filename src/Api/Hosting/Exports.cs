using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;
using PlanTracker.Storage;

namespace PlanTracker.Api.Hosting;

/// <summary>
/// Notes downloads in history. Reading must go on when nothing can be written: a busy or full database costs the row, which is said in the
/// log, and not the download.
/// </summary>
internal sealed partial class Exports(IHistoryLog log, BusinessClock clock, ILogger<Exports> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Notes that somebody takes a file; a person's cookie is the door of pages, a program's token that of the API.</summary>
    public async Task Note(HttpContext http, Actor actor, string entity, Guid entityId, object fields)
    {
        var door = http.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme ? Door.Page : Door.Api;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await log.Append(Export.Row(actor, clock.UtcNow, door, entity, entityId, "export", fields), patience.Token);
        }
        catch (Exception fault) when (IsStorage(fault) || (fault is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
        {
            NotNoted(logger, entity, actor.AccountId, fault);
        }
    }

    private static bool IsStorage(Exception fault) => fault is StorageBusyException or StorageFullException or DbException or DbUpdateException;

    [LoggerMessage(LogLevel.Warning, "A download ({Entity}) by account {AccountId} was not noted in history")]
    private static partial void NotNoted(ILogger logger, string entity, Guid accountId, Exception fault);
}
