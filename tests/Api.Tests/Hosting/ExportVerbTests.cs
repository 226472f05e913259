using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Api.Hosting;

namespace PlanTracker.Api.Tests.Hosting;

/// <summary>The command that takes everything out, beside a running server.</summary>
public sealed class ExportVerbTests
{
    [Fact]
    public async Task Everything_leaves_as_csv_and_files_beside_a_running_server()
    {
        using var folder = new Folder();
        await using var host = new DemoHost();
        await host.InitializeAsync();
        var settings = host.Services.GetRequiredService<HostSettings>();
        using var client = await host.As("lanhdao");
        var issued = await client.GetByteArrayAsync($"{Requests.Base}/plans/{await client.PlanId()}/reports/2024-H1.xlsx", TestContext.Current.CancellationToken);

        Assert.Equal(0, await Verbs.Run("export", folder.Path, settings));

        var plans = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "Plans.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), plans[..3]);
        Assert.Contains("\"246/KH-UBND\"", Encoding.UTF8.GetString(plans), StringComparison.Ordinal);
        var files = Directory.GetFiles(Path.Combine(folder.Path, "bao-cao-da-ban-hanh"));
        Assert.Contains(files, f => File.ReadAllBytes(f).AsSpan().SequenceEqual(issued));
        await Assert.ThrowsAsync<StartRefusedException>(() => Verbs.Run("export", folder.Path, settings));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    [InlineData("có \"ngoặc\"", "\"có \"\"ngoặc\"\"\"")]
    [InlineData(-400, "-400")]
    [InlineData(1.5, "1.5")]
    [InlineData(null, "")]
    public void A_cell_keeps_its_lines_and_is_no_formula(object? value, string cell) => Assert.Equal(cell, Csv.Line([value], keepLines: true));

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"plantracker-export-{Guid.NewGuid():N}");

        public void Dispose()
        {
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
        }
    }
}
