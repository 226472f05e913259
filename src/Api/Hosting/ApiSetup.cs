using Microsoft.AspNetCore.HostFiltering;
using PlanTracker.Api.Access;
using PlanTracker.Api.Activities;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.AgencyReports;
using PlanTracker.Api.Attachments;
using PlanTracker.Api.Calendar;
using PlanTracker.Api.Charts;
using PlanTracker.Api.Difficulties;
using PlanTracker.Api.Displays;
using PlanTracker.Api.Funding;
using PlanTracker.Api.History;
using PlanTracker.Api.Obligations;
using PlanTracker.Api.Imports;
using PlanTracker.Api.Inspections;
using PlanTracker.Api.Jobs;
using PlanTracker.Api.News;
using PlanTracker.Api.Plans;
using PlanTracker.Api.Progress;
using PlanTracker.Api.Reminders;
using PlanTracker.Api.Reporting;
using PlanTracker.Api.Search;
using PlanTracker.Api.Tasks;
using PlanTracker.Api.UnitPlans;
using PlanTracker.Api.Work;

namespace PlanTracker.Api.Hosting;

/// <summary>The REST API: how it reads, writes and refuses, and what is in it.</summary>
internal static class ApiSetup
{
    public static void AddApi(this IServiceCollection services)
    {
        // First of all filters: the headers stand on the answers of the others too.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, Headers>());
        services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Faults>();
        services.AddSingleton<Idempotency>();
        services.AddHostedService<IdempotencyBroom>();
        services.Configure<ExceptionHandlerOptions>(options => options.SuppressDiagnosticsCallback = context => !Faults.IsFault(context.Exception));
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapTokens();
        api.MapSession();
        api.MapUsers();
        api.MapUserImport();
        api.MapOwnAccount();
        api.MapPlans();
        api.MapDrafts();
        api.MapNextYear();
        api.MapActivities();
        api.MapAmendments();
        api.MapFunding();
        api.MapTasks();
        api.MapPreparations();
        api.MapDifficulties();
        api.MapInspections();
        api.MapUnitPlans();
        api.MapUnitResults();
        api.MapAttachments();
        api.MapFundingFiles();
        api.MapEntries();
        api.MapEntryFlow();
        api.MapEvidence();
        api.MapChannels();
        api.MapWork();
        api.MapSearch();
        api.MapImports();
        api.MapJobs();
        api.MapReports();
        api.MapIssuing();
        api.MapFigures();
        api.MapCalendar();
        api.MapObligations();
        api.MapDuties();
        api.MapObligationBulk();
        api.MapCharts();
        api.MapReminders();
        api.MapAgencies();
        api.MapAgencyReports();
        api.MapPeers();
        api.MapIndicators();
        api.MapSuccessions();
        api.MapDisplays();
        api.MapSettings();
        api.MapHistory();
        api.MapNews();
        api.MapNewsImages();
        api.MapNewsDesk();
        api.MapBulletins();
        app.MapAtomFeed();
        app.MapHealth();
    }

    private static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Ok(new AliveJson("live")));
        health.MapGet("/ready", Ready);
    }

    private static async Task<IResult> Ready(Storage.PlanDb db, CancellationToken cancel)
    {
        var ready = await db.Database.CanConnectAsync(cancel);
        return TypedResults.Json(
            new ReadyJson(ready ? "ready" : "database-unreachable", Environment.Version.ToString()),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private sealed record ReadyJson(string Status, string Runtime);
}

/// <summary>That the process answers.</summary>
internal sealed record AliveJson(string Status);
