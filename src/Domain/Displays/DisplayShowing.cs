using PlanTracker.Domain.Access;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Displays;

/// <summary>What a display link opens: the overview of its plan, of today, and nothing else.</summary>
public sealed class DisplayShowing(IDisplayBook book, PlanProgress progress, TimeProvider time)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>The refusal for a secret that was never given out.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("displays.unknown", "Liên kết trình chiếu không đúng. Hãy nhờ người mời họp gửi lại liên kết.");

    /// <summary>Whether a secret shows something now.</summary>
    public async Task<bool> IsOpen(string secret, CancellationToken cancel) => await Find(secret, cancel) is { } made && IsOpen(made);

    /// <summary>The link of a secret, be it over; a refusal when it was never given out.</summary>
    public async Task<Result<Shown>> Show(string secret, CancellationToken cancel)
    {
        if (await Find(secret, cancel) is not { } made)
            return Unknown;
        if (!IsOpen(made))
            return new Shown(made, null);
        var overview = await progress.Overview(Screen(made), made.Link.PlanId, null, cancel);
        if (overview.Refused(out var refusal, out var shown))
            return refusal;
        var now = time.GetUtcNow().UtcDateTime;
        if (made.Link.LastSeenAt is not { } seen || now - seen >= SeenEvery)
            await book.NoteSeen(made.Link.Id, now, cancel);
        return new Shown(made, shown);
    }

    private async Task<MadeDisplay?> Find(string secret, CancellationToken cancel) =>
        secret.Length == DisplaySecret.Length ? await book.FindBySecret(DisplaySecret.HashOf(secret), cancel) : null;

    private bool IsOpen(MadeDisplay made) => made.MakerMayStill && made.Link.IsOpenAt(time.GetUtcNow().UtcDateTime);

    // The screen reads as a leader does, and can only read.
    private static Actor Screen(MadeDisplay made) =>
        new(Guid.Empty, "trinh-chieu", made.MadeByName, new HashSet<Role> { Role.Leader }, null, Door.Page) { IsReadOnly = true };
}

/// <summary>What a display link shows.</summary>
/// <param name="Made">The link and who made it.</param>
/// <param name="Overview">The plan today; null when the link is over.</param>
public sealed record Shown(MadeDisplay Made, Overview? Overview);
