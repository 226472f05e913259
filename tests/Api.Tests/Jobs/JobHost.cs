using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Reporting;
using PlanTracker.Reports;

namespace PlanTracker.Api.Tests.Jobs;

/// <summary>The sample year ten days later, so that Quý III can be issued, with a writer of files that can be held up.</summary>
public sealed class JobHost : DemoHost
{
    /// <summary>While it is closed no file is written.</summary>
    internal Gate Writing { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Clock:Today", "2024-09-20");
        builder.ConfigureTestServices(services => services.AddSingleton<IReportWriter>(new Held(Writing)));
    }

    /// <summary>Something that is passed when it is open.</summary>
    internal sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim isOpen = new(true);

        public void Close() => isOpen.Reset();

        public void Open() => isOpen.Set();

        public void Pass() => isOpen.Wait();

        public void Dispose() => isOpen.Dispose();
    }

    private sealed class Held(Gate gate) : IReportWriter
    {
        private readonly ReportWriter writer = new();

        public byte[] Workbook(PlanReport report)
        {
            gate.Pass();
            return writer.Workbook(report);
        }

        public byte[] Document(PlanReport report, bool sectionOnly = false)
        {
            gate.Pass();
            return writer.Document(report, sectionOnly);
        }
    }
}

/// <summary>Waits for jobs, as programs do: by asking.</summary>
internal static class JobRequests
{
    /// <summary>Where a job is, once it was taken in.</summary>
    public static string Taken(this Said said)
    {
        Assert.True(said.Status == 202, $"{said.Status} {said.Body}");
        Assert.Equal((string)said.Body!["self"]!, said.Response.Headers.Location!.OriginalString);
        return (string)said.Body["self"]!;
    }

    /// <summary>The job when it has ended.</summary>
    public static async Task<System.Text.Json.Nodes.JsonNode> Ended(this HttpClient client, string self)
    {
        while (true)
        {
            var job = await DemoHost.Get(client, self);
            if ((string)job["state"]! is not ("Waiting" or "Running"))
                return job;
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
