using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Api.Hosting;

/// <summary>
/// Keeps obligations as they should be, makes the reminders of the day and mails them. At start it catches up at once; then the round of a
/// day is in the morning. All of it may be done again, by this process or another, without doing anything twice.
/// </summary>
internal sealed partial class DailyRounds(
    ObligationKeeping keeping, ReminderRound round, ReminderSending sending, IAgencyRegister register, BusinessClock clock, TimeProvider time, ILogger<DailyRounds> log)
    : BackgroundService
{
    private const int MorningHour = 7;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private (DateOnly Day, int Agencies) kept;
    private DateTimeOffset keptAt;
    private DateOnly rounded;
    private DateTimeOffset roundedAt;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            // A database that is away now is asked again in half a minute; serving does not depend on it.
            try
            {
                await Keep(stoppingToken);
                await Round(stoppingToken);
                await sending.Run(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Keep(CancellationToken cancel)
    {
        var now = (clock.Today, (await register.All(cancel)).Values.Sum(a => a.Version) + ((await register.Successions(cancel)).Count * 1000));
        if (now == kept && time.GetUtcNow() - keptAt < Hour)
            return;
        var done = await keeping.KeepAll(cancel);
        if (done != KeptObligations.None)
            Kept(log, done.Added, done.Rerouted, done.Transferred + done.Dropped + done.Resumed);
        (kept, keptAt) = (now, time.GetUtcNow());
    }

    private async Task Round(CancellationToken cancel)
    {
        var isFirst = rounded == default;
        var isMorning = TimeZoneInfo.ConvertTime(new DateTimeOffset(clock.UtcNow), BusinessClock.Vietnam).Hour >= MorningHour;
        if (!isFirst && ((rounded != clock.Today && !isMorning) || (rounded == clock.Today && time.GetUtcNow() - roundedAt < Hour)))
            return;
        if (await round.Run(cancel) is > 0 and var made)
            Reminded(log, made);
        (rounded, roundedAt) = (clock.Today, time.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Information, "Obligations: {Added} made, {Rerouted} rerouted, {Changed} put right.")]
    private static partial void Kept(ILogger log, int added, int rerouted, int changed);

    [LoggerMessage(LogLevel.Information, "Reminded {Count} people.")]
    private static partial void Reminded(ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "The round of obligations and reminders broke off; it is tried again.")]
    private static partial void Failed(ILogger log, Exception fault);
}

/// <summary>Puts the rounds and the mail into a host.</summary>
internal static class DailyRoundsSetup
{
    /// <summary>Registers them; setting <c>Rounds__Enabled=false</c> leaves the rounds to another process on the same database.</summary>
    public static void AddDailyRounds(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailSettings.Read(builder.Configuration)).AddSingleton<IMailer, SmtpMailer>();
        if (builder.Configuration["Rounds:Enabled"] is not { } text || !bool.TryParse(text, out var isEnabled) || isEnabled)
            builder.Services.AddHostedService<DailyRounds>();
    }
}
