using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Npgsql;
using Xunit;

namespace PlanTracker.TestKit;

/// <summary>
/// A PostgreSQL server of this test assembly's own, on loopback and a free port, gone when the assembly is done. Use it as
/// <c>[assembly: AssemblyFixture(typeof(PostgresCluster))]</c> and ask for a database per test with <see cref="NewDatabase"/>.
/// The machine's own cluster on 5432 is never touched.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private const int Attempts = 3;
    private readonly PostgresFolder folder = PostgresFolder.Create();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new();
    private int port;
    private int databases;

    /// <summary>Creates the cluster and starts it: about a second.</summary>
    public async ValueTask InitializeAsync()
    {
        await PostgresFolder.RemoveAbandoned();
        await folder.Run("initdb", "-D", folder.Data, "-U", "plan", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        for (var attempt = 1; ; attempt++)
        {
            port = FreePort();
            try
            {
                await folder.Run("pg_ctl", "start", "-w", "-D", folder.Data, "-l", folder.ServerLog, "-o", ServerOptions());
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Someone took the port between our look and the server's start.
            }
        }
    }

    /// <summary>A new, empty database named after the calling test; the answer is its connection string.</summary>
    public Task<string> NewDatabase([CallerMemberName] string test = "") => Create(test, "template1");

    /// <summary>A new database that is a copy of one that <paramref name="fill"/> filled, once for all tests of the assembly.</summary>
    public async Task<string> NewCopy(string template, Func<string, Task> fill) =>
        await Create(template, await templates.GetOrAdd(template, name => new Lazy<Task<string>>(() => Template(name, fill))).Value);

    private async Task<string> Template(string name, Func<string, Task> fill)
    {
        var connectionString = await Create($"{name}_template", "template1");
        await fill(connectionString);
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection); // A database with connections cannot be copied.
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private async Task<string> Create(string test, string template)
    {
        var number = Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        var name = $"{number}_{test}".ToLowerInvariant();
        name = name[..Math.Min(name.Length, 60)];
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = $"create database \"{name}\" template \"{template}\"";
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Stops the server at once and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await folder.Remove();
    }

    // Idle connections of finished tests are given back soon, or a few hundred tests would use up the server's.
    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "plan",
        Database = database,
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 2,
        ConnectionPruningInterval = 1,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private string ServerOptions() =>
        $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
        + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
