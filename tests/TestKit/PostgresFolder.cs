using System.Diagnostics;
using System.Globalization;

namespace PlanTracker.TestKit;

/// <summary>The temporary folder of a <see cref="PostgresCluster"/>: who made it, the server's programs run on it, its end.</summary>
internal sealed class PostgresFolder
{
    private const string Prefix = "plan-pg-";
    private readonly string path;

    private PostgresFolder(string path) => this.path = path;

    public string Data => Path.Combine(path, "data");

    public string ServerLog => Path.Combine(path, "server.log");

    private string CommandLog => Path.Combine(path, "commands.log");

    private string OwnerFile => Path.Combine(path, "owner");

    public static PostgresFolder Create()
    {
        var folder = new PostgresFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
        using var self = Process.GetCurrentProcess();
        File.WriteAllText(folder.OwnerFile, Identity(self));
        return folder;
    }

    /// <summary>A test host that was killed leaves its server running: stop it, whoever comes next.</summary>
    public static async Task RemoveAbandoned()
    {
        foreach (var found in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var folder = new PostgresFolder(found);
            if (folder.IsAbandoned())
            {
                await folder.Remove();
            }
        }
    }

    /// <summary>Runs one of PostgreSQL's programs; its output goes to a log, which is the message when it fails.</summary>
    public async Task Run(string program, params string[] arguments)
    {
        var programs = Programs();
        // The server refuses to run as root: Debian's package has made an account for it.
        string[] command = Environment.IsPrivilegedProcess
            ? ["runuser", "-u", "postgres", "--", Path.Combine(programs, program), .. arguments]
            : [Path.Combine(programs, program), .. arguments];
        if (Environment.IsPrivilegedProcess)
        {
            await Start("chown", "postgres", path);
        }

        // By the shell into a file: a pipe of ours would be inherited by the server, and reading it would never end.
        if (await Start("sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", CommandLog, .. command]) != 0)
        {
            var log = string.Join('\n', new[] { CommandLog, ServerLog }.Where(File.Exists).Select(File.ReadAllText));
            throw new InvalidOperationException($"{program} failed:\n{log}");
        }
    }

    public async Task Remove()
    {
        try
        {
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            {
                await Run("pg_ctl", "stop", "-D", Data, "-m", "immediate");
            }

            Directory.Delete(path, recursive: true);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Another user's, or another assembly is removing it right now: not ours to fail on.
            Trace.WriteLine(reason.Message);
        }
    }

    private bool IsAbandoned()
    {
        try
        {
            if (!File.Exists(OwnerFile))
            {
                return Directory.GetCreationTimeUtc(path).AddMinutes(10) < TimeProvider.System.GetUtcNow();
            }

            var owner = File.ReadAllText(OwnerFile);
            using var process = Process.GetProcessById(int.Parse(owner.Split(' ')[0], CultureInfo.InvariantCulture));
            return Identity(process) != owner;
        }
        catch (ArgumentException)
        {
            return true; // No such process.
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    // A process number alone is used again one day.
    private static string Identity(Process process) =>
        FormattableString.Invariant($"{process.Id} {new DateTimeOffset(process.StartTime).ToUnixTimeSeconds()}");

    private static string Programs() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .MaxBy(folder => folder, StringComparer.Ordinal)
        ?? throw new InvalidOperationException("PostgreSQL's server is not installed: run bin/setup.");

    private static async Task<int> Start(string program, params string[] arguments)
    {
        // From the root folder: the account may not be allowed to enter this one.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
