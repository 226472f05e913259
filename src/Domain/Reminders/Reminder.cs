namespace PlanTracker.Domain.Reminders;

/// <summary>What became of a reminder.</summary>
public enum ReminderStatus
{
    /// <summary>To be read in the program only: no mail server, no address, or the person wants no mail.</summary>
    ToRead,
    /// <summary>Waits to be mailed.</summary>
    Waiting,
    /// <summary>Handed to the mail server; if the program stopped just then it stays so, since nothing is sent twice.</summary>
    Sending,
    /// <summary>Taken by the mail server.</summary>
    Sent,
    /// <summary>Not taken, and not tried again by itself.</summary>
    Failed,
}

/// <summary>One thing a reminder names.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="Step">Step of the ladder, in days from the due day: -3, 0, 7.</param>
/// <param name="Title">What is owed.</param>
/// <param name="AgencyName">Who owes it.</param>
/// <param name="DueOn">Due day.</param>
public sealed record ReminderItem(Guid ObligationId, int Step, string Title, string AgencyName, DateOnly DueOn);

/// <summary>One attempt to mail.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Error">What went wrong; null when it was taken.</param>
public sealed record ReminderAttempt(DateTime At, string? Error);

/// <summary>One digest for a person and day: made once, kept as the log of what was sent.</summary>
public sealed class Reminder
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>For whom.</summary>
    public required Guid AccountId { get; init; }
    /// <summary>Name of the person then.</summary>
    public required string PersonName { get; init; }
    /// <summary>The person's agency then.</summary>
    public required Guid AgencyId { get; init; }
    /// <summary>Address then; null when there was none.</summary>
    public string? Email { get; init; }
    /// <summary>The day; one digest per person and day.</summary>
    public required DateOnly Day { get; init; }
    /// <summary>Subject.</summary>
    public required string Subject { get; init; }
    /// <summary>Text.</summary>
    public required string Body { get; init; }
    /// <summary>What it names; never empty.</summary>
    public List<ReminderItem> Items { get; init; } = [];
    /// <summary>What became of it.</summary>
    public ReminderStatus Status { get; set; }
    /// <summary>Attempts to mail it.</summary>
    public List<ReminderAttempt> Attempts { get; init; } = [];
    /// <summary>When it is mailed next, UTC; null when it is not.</summary>
    public DateTime? NextTryAt { get; set; }
    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>That a person was reminded of an obligation at a step: the key that nothing is sent twice by, kept with the digest.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="ObligationId">Of what.</param>
/// <param name="DueOn">The due day it was then: one that moves is reminded of anew.</param>
/// <param name="Step">Step.</param>
public sealed record ReminderMark(Guid AccountId, Guid ObligationId, DateOnly DueOn, int Step);

/// <summary>What a person wants; without a row, all of it.</summary>
public sealed class ReminderPreference
{
    /// <summary>Who.</summary>
    public required Guid AccountId { get; init; }
    /// <summary>Whether by mail, where there is a mail server and an address.</summary>
    public bool ByEmail { get; set; } = true;
    /// <summary>Steps the person does not want.</summary>
    public List<int> Without { get; init; } = [];
    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>The ladder of reminders, one row; without it, the default.</summary>
public sealed class ReminderSettings
{
    /// <summary>The only id.</summary>
    public const int OnlyId = 1;
    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;
    /// <summary>Steps, in days from the due day.</summary>
    public List<int> Steps { get; init; } = [.. ReminderLadder.Default];
    /// <summary>Version, for concurrency.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>The ladder of reminders (rule of reminders): pure.</summary>
public static class ReminderLadder
{
    /// <summary>From this day after the due day on, a công văn đôn đốc can be drafted.</summary>
    public const int LetterAfterDays = 7;

    /// <summary>How many days before today a missed step is still caught up.</summary>
    public const int CaughtUpDays = 30;

    /// <summary>D-7, D-3, D-1, D0, D+1, D+3, D+7 [default].</summary>
    public static IReadOnlyList<int> Default { get; } = [-7, -3, -1, 0, 1, 3, 7];

    /// <summary>The last step that a due day has reached; null when none: after a missed run only this one is sent, not all that were missed.</summary>
    public static int? Reached(IEnumerable<int> steps, DateOnly dueOn, DateOnly today) =>
        steps.Where(s => dueOn.AddDays(s) <= today).Select(s => (int?)s).Max();

    /// <summary>"còn 3 ngày", "hôm nay là hạn cuối", "đã quá hạn 2 ngày".</summary>
    public static string Left(DateOnly dueOn, DateOnly today) => (dueOn.DayNumber - today.DayNumber) switch
    {
        0 => "hôm nay là hạn cuối",
        > 0 and var left => $"còn {left} ngày",
        var late => $"đã quá hạn {-late} ngày",
    };

    /// <summary>"D-3", "D0", "D+7".</summary>
    public static string NameOf(int step) => step > 0 ? $"D+{step}" : $"D{(step == 0 ? "0" : step.ToString(System.Globalization.CultureInfo.InvariantCulture))}";
}
