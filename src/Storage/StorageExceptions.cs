using Microsoft.Data.Sqlite;
using Npgsql;

namespace PlanTracker.Storage;

/// <summary>The database could not be written in time; the same request may succeed later (503).</summary>
public sealed class StorageBusyException(Exception? inner) : Exception("The database is busy.", inner);

/// <summary>No room is left for the database; reading goes on (507).</summary>
public sealed class StorageFullException(Exception inner) : Exception("No room is left for the database.", inner);

/// <summary>The database cannot be used; the message is one line for the operator, in Vietnamese.</summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Finds the cause of a database's error among its wrappings.</summary>
internal static class StorageFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;

    /// <summary>The typed exception of a busy or full database; null for anything else.</summary>
    public static Exception? Typed(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked }:
                case PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected }:
                    return new StorageBusyException(fault);
                case SqliteException { SqliteErrorCode: SqliteFull }:
                case PostgresException { SqlState: PostgresErrorCodes.DiskFull }:
                    return new StorageFullException(fault);
            }
        }
        return null;
    }
}
