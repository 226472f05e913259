using PlanTracker.Api.Displays;
using PlanTracker.Api.Hosting;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Api.Live;
using PlanTracker.Dashboard;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage;
using PlanTracker.Storage.Seed;

try
{
    var switches = Switches.Read(args);

    // Started from any other folder, settings and files lie beside the program, not in the working directory.
    var startedAtHome = File.Exists("appsettings.json") || switches.Rest.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = switches.Rest,
        ContentRootPath = startedAtHome ? null : AppContext.BaseDirectory,
    });
    var settings = HostSettings.Read(builder.Configuration, builder.Environment.ContentRootPath, switches.Demo);
    if (switches.Verb is { } verb)
        return await Verbs.Run(verb, switches.Target, settings);
    builder.UseAddress(settings.Demo);

    builder.Services.AddSingleton(settings);
    builder.Services.AddSingleton(new BusinessClock(TimeProvider.System, settings.Today));
    builder.Services.AddSingleton(new Edition(settings.Demo, settings.Demo ? Demo.Password : null));
    builder.Services.AddPlanStorage(settings.Storage);
    builder.Services.AddEvidenceFiles(settings.Evidence);
    builder.Services.AddHostedService<EvidenceBroom>();
    builder.AddDailyRounds();
    builder.Services.AddUseCases();
    builder.AddSignIn();
    builder.Services.AddApi();
    builder.Services.AddOpenApiPage();
    builder.Services.AddDashboard();
    builder.Services.AddPages();
    builder.Services.AddPageCompression();
    builder.AddLive();
    builder.Services.AddDisplays();

    await using var app = builder.Build();
    await app.PrepareData(settings);

    app.UseResponseCompression();
    app.UseErrorPages();
    app.UseOpenApiPage(settings.Demo);
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseOriginCheck();
    app.UseUnfinishedGate();
    app.UseIdempotency();
    app.UsePageUploads(settings.Evidence.MaxBytes);
    app.UseAntiforgery();
    app.UseOldFormCheck();

    app.MapStaticAssets().AllowAnonymous();
    app.MapApi();
    app.MapRazorComponents<App>();
    app.MapSignOut();
    app.MapLive();
    app.MapDisplayFeed();

    await app.Serve(settings);
    return 0;
}
catch (Exception refused) when (refused is StartRefusedException or DatabaseRefusedException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

/// <summary>The composition root; public so that tests can start the host.</summary>
public partial class Program;
