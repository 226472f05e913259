namespace PlanTracker.Api.Live;

/// <summary>Limits of the streams that tell pages of changes; section <c>Live</c> of the settings.</summary>
internal sealed class LiveSettings
{
    /// <summary>Seconds between two signs of life, each after a look whether the session still lasts; default 15.</summary>
    public int HeartbeatSeconds { get; init; } = 15;

    /// <summary>Seconds between two looks into the database for changes of other processes, while anybody listens; default 1.</summary>
    public int LookSeconds { get; init; } = 1;

    /// <summary>Streams at the same time of one session, or of one display link; default 6. A browser needs one.</summary>
    public int MostPerReader { get; init; } = 6;

    /// <summary>Streams at the same time in the whole process; default 1000.</summary>
    public int Most { get; init; } = 1000;
}
