namespace PlanTracker.Domain.Reminders;

/// <summary>Hands a mail to a server.</summary>
public interface IMailer
{
    /// <summary>Whether a server is set; without one, reminders are read in the program.</summary>
    bool IsConfigured { get; }

    /// <summary>Sends; what went wrong in words for the log, null when the server took it.</summary>
    Task<string?> Send(string to, string name, string subject, string body, CancellationToken cancel);
}

/// <summary>Reads reminders.</summary>
public interface IReminderBook
{
    /// <summary>A page, newest first; of one person when asked, of one status when asked.</summary>
    Task<PageOf<Reminder>> List(Guid? accountId, ReminderStatus? status, ListQuery query, CancellationToken cancel);

    /// <summary>One; null when not there.</summary>
    Task<Reminder?> Find(Guid id, CancellationToken cancel);

    /// <summary>Those whose time to be mailed has come.</summary>
    Task<IReadOnlyList<Guid>> Due(DateTime now, int most, CancellationToken cancel);

    /// <summary>The days on which the obligations were named to anybody, by obligation.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<DateOnly>>> DaysOf(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel);

    /// <summary>The ladder; null while nobody changed it.</summary>
    Task<ReminderSettings?> Settings(CancellationToken cancel);

    /// <summary>What a person wants; null while they never said.</summary>
    Task<ReminderPreference?> Preference(Guid accountId, CancellationToken cancel);
}

/// <summary>Reminders inside a write.</summary>
public interface IReminderChanges
{
    /// <summary>The reminder, tracked; null when not there.</summary>
    Task<Reminder?> Load(Guid id, CancellationToken cancel);

    /// <summary>Who has had a digest on the day.</summary>
    Task<IReadOnlySet<Guid>> RemindedOn(DateOnly day, CancellationToken cancel);

    /// <summary>The marks of obligations.</summary>
    Task<IReadOnlySet<ReminderMark>> Marks(IReadOnlyCollection<Guid> obligationIds, CancellationToken cancel);

    /// <summary>What people want, by account; for those who said.</summary>
    Task<IReadOnlyDictionary<Guid, ReminderPreference>> Preferences(CancellationToken cancel);

    /// <summary>What one person wants, tracked; null while they never said.</summary>
    Task<ReminderPreference?> Preference(Guid accountId, CancellationToken cancel);

    /// <summary>The ladder, tracked; null while nobody changed it.</summary>
    Task<ReminderSettings?> Settings(CancellationToken cancel);

    /// <summary>Obligations due between the days, tracked.</summary>
    Task<IReadOnlyList<Obligations.Obligation>> Obligations(DateOnly dueFrom, DateOnly dueTo, CancellationToken cancel);

    /// <summary>Adds a digest with its marks: both or neither.</summary>
    void Add(Reminder reminder, IEnumerable<ReminderMark> marks);

    /// <summary>Adds what a person wants.</summary>
    void Add(ReminderPreference preference);

    /// <summary>Adds the ladder.</summary>
    void Add(ReminderSettings settings);
}
