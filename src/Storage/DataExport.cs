using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Once;

namespace PlanTracker.Storage;

/// <summary>A table as it leaves the program.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Columns">Names of its columns.</param>
/// <param name="Rows">Its rows, by key: text, numbers as such, null.</param>
public sealed record ExportedTable(string Name, IReadOnlyList<string> Columns, IAsyncEnumerable<object?[]> Rows);

/// <summary>
/// Reads everything for an export, as of one moment, also beside a running server. What opens doors is left out: passwords, tokens, links, keys,
/// sessions; and what only the program itself needs. Bytes are files: see <see cref="IssuedFiles"/>.
/// </summary>
public sealed class DataExport : IAsyncDisposable
{
    private static readonly HashSet<Type> Kept =
    [
        typeof(SignInSession), typeof(ApiToken), typeof(DataProtectionKey), typeof(SetupSecret), typeof(AccountLink), typeof(IdempotencyKey),
        typeof(Domain.Displays.DisplayLink), typeof(HeldFormRow), typeof(Jobs.KeptJob),
        typeof(IdentityUserClaim<Guid>), typeof(IdentityRoleClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>),
        typeof(IdentityUserPasskey<Guid>),
    ];

    private static readonly HashSet<string> Hidden =
    [
        nameof(Account.PasswordHash), nameof(Account.SecurityStamp), nameof(Account.ConcurrencyStamp), nameof(Account.LastCodeHash),
    ];

    private readonly PlanDb db;
    private readonly DbTransaction moment;

    private DataExport(PlanDb db, DbTransaction moment) => (this.db, this.moment) = (db, moment);

    /// <summary>Opens the database at one moment.</summary>
    /// <exception cref="DatabaseRefusedException">It cannot be read; the message is one line for the operator.</exception>
    public static async Task<DataExport> Open(StorageOptions options, CancellationToken cancel = default)
    {
        var db = ReadOnlyDb.Open(options);
        try
        {
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                throw new DatabaseRefusedException("Cơ sở dữ liệu do bản cũ hơn tạo ra: hãy khởi động máy chủ bản này một lần rồi xuất lại.");
            await db.Database.OpenConnectionAsync(cancel);
            var connection = db.Database.GetDbConnection();
            // A deferred transaction of SQLite takes no lock: writers go on meanwhile.
            return new(db, connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel));
        }
        catch (Exception fault) when (fault is DbException or System.Net.Sockets.SocketException)
        {
            await db.DisposeAsync();
            throw new DatabaseRefusedException($"Không đọc được cơ sở dữ liệu: {fault.GetBaseException().Message.Split('\n')[0].Trim()}", fault);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>The tables by name, each to be read before the next.</summary>
    public IEnumerable<ExportedTable> Tables()
    {
        foreach (var table in db.Model.GetRelationalModel().Tables.Where(t => !t.EntityTypeMappings.Any(m => Kept.Contains(m.TypeBase.ClrType))).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var columns = table.Columns.Where(c => !IsBytes(c) && !Hidden.Contains(c.Name)).ToList();
            yield return new(table.Name, [.. columns.Select(c => c.Name)], Rows(table, columns));
        }
    }

    /// <summary>The files of issued reports: an unambiguous name, and the bytes.</summary>
    public async IAsyncEnumerable<(string Name, byte[] Bytes)> IssuedFiles()
    {
        await using var command = Command("""SELECT "Sha256", "Name", "Bytes" FROM "ReportFiles" ORDER BY "Id" """);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return ($"{reader.GetString(0)[..12]} {reader.GetString(1)}", reader.GetFieldValue<byte[]>(2));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await moment.DisposeAsync();
        await db.DisposeAsync();
    }

    private async IAsyncEnumerable<object?[]> Rows(ITable table, List<IColumn> columns)
    {
        var helper = db.GetService<ISqlGenerationHelper>();
        string Name(string name) => helper.DelimitIdentifier(name);
        var key = table.PrimaryKey is { } primary ? $" ORDER BY {string.Join(", ", primary.Columns.Select(c => Name(c.Name)))}" : "";
        await using var command = Command($"SELECT {string.Join(", ", columns.Select(c => Name(c.Name)))} FROM {Name(table.Name)}{key}");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object?[columns.Count];
            for (var index = 0; index < row.Length; index++)
                row[index] = reader.IsDBNull(index) ? null : ValueOf(columns[index], reader.GetValue(index));
            yield return row;
        }
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = moment;
        // Names come from the model, never from anybody's input.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Quantities are stored as scaled integers: they leave as the numbers they are.</summary>
    private static object? ValueOf(IColumn column, object stored) =>
        column.PropertyMappings[0].TypeMapping.Converter is { } converter && Nullable.GetUnderlyingType(converter.ModelClrType) is var inner && (inner ?? converter.ModelClrType) == typeof(decimal)
            ? converter.ConvertFromProvider(stored)
            : stored switch
            {
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
                DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
                Guid id => id.ToString(),
                _ => stored,
            };

    private static bool IsBytes(IColumn column) => column.PropertyMappings.Any(m => (m.TypeMapping.Converter?.ProviderClrType ?? m.Property.ClrType) == typeof(byte[]));
}
