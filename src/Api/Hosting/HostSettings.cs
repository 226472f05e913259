using System.Globalization;
using Microsoft.Data.Sqlite;
using PlanTracker.Storage;
using PlanTracker.Storage.Files;

namespace PlanTracker.Api.Hosting;

/// <summary>What the operator set, with the defaults filled in.</summary>
/// <param name="Demo">Sample data, loopback only.</param>
/// <param name="Storage">Which database.</param>
/// <param name="Evidence">Folder of evidence files, and how large one may be.</param>
/// <param name="Today">The business day, when it is moved.</param>
internal sealed record HostSettings(bool Demo, StorageOptions Storage, EvidenceOptions Evidence, DateOnly? Today)
{
    /// <summary>Reads settings; relative paths start at the content root.</summary>
    /// <exception cref="StartRefusedException">One is wrong.</exception>
    public static HostSettings Read(IConfiguration configuration, string contentRoot, bool demo)
    {
        var provider = ProviderOf(configuration["Database:Provider"]);
        var evidence = Path.GetFullPath(configuration["Storage:EvidencePath"] ?? Path.Combine("data", demo ? "evidence-demo" : "evidence"), contentRoot);
        return new(demo, new(provider, ConnectionOf(provider, configuration.GetConnectionString("PlanTracker"), contentRoot, demo)),
            new(evidence, MegabytesOf(configuration["Storage:EvidenceMaxMegabytes"]) * 1024L * 1024L),
            DayOf(configuration["Clock:Today"]) ?? (demo ? PlanTracker.Storage.Seed.Demo.StoryEndsOn : null));
    }

    private static StorageProvider ProviderOf(string? text) => text switch
    {
        null or "" => StorageProvider.Sqlite,
        _ when Enum.TryParse<StorageProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider) => provider,
        _ => throw new StartRefusedException($"Database__Provider là '{text}'; chỉ nhận Sqlite hoặc PostgreSQL."),
    };

    private static int MegabytesOf(string? text) =>
        string.IsNullOrEmpty(text) ? EvidenceOptions.DefaultMegabytes
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is >= 1 and <= 1000 ? megabytes
        : throw new StartRefusedException($"Storage__EvidenceMaxMegabytes là '{text}'; cần một số nguyên từ 1 đến 1000.");

    private static DateOnly? DayOf(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new StartRefusedException($"Clock__Today là '{text}'; cần một ngày viết yyyy-MM-dd.");

    private static string ConnectionOf(StorageProvider provider, string? text, string contentRoot, bool demo)
    {
        if (provider is StorageProvider.PostgreSql)
            return text ?? throw new StartRefusedException("Thiếu ConnectionStrings__PlanTracker của PostgreSQL.");
        SqliteConnectionStringBuilder connection;
        try
        {
            connection = new(text ?? $"Data Source=data/{(demo ? "plantracker-demo" : "plantracker")}.db");
        }
        catch (ArgumentException)
        {
            throw new StartRefusedException("ConnectionStrings__PlanTracker không đúng dạng của SQLite.");
        }
        if (connection.DataSource is "" or ":memory:")
            throw new StartRefusedException("ConnectionStrings__PlanTracker cần tên tệp: Data Source=....");
        connection.DataSource = Path.GetFullPath(connection.DataSource, contentRoot);
        return connection.ConnectionString;
    }
}

/// <summary>The program cannot start; the message is one line for the operator.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
