namespace PlanTracker.Domain.Progress;

/// <summary>Keeps the files of evidence outside the database, by their content.</summary>
public interface IEvidenceFiles
{
    /// <summary>The largest file, in bytes.</summary>
    long MaxBytes { get; }

    /// <summary>
    /// Receives a file, judges it by its name and its bytes, and keeps it for good. Refused when it is too large, of no type that is taken,
    /// or when something is wrong inside; nothing of it stays then, nor when <paramref name="content"/> breaks off.
    /// </summary>
    /// <param name="name">Name on the sender's computer.</param>
    /// <param name="content">Its bytes; read once.</param>
    /// <param name="cancel">Ends when the sender has gone.</param>
    Task<Result<EvidenceFile>> Keep(string? name, Stream content, CancellationToken cancel);

    /// <summary>The bytes of a kept file; null when it is not there.</summary>
    Stream? Open(string sha256);

    /// <summary>Says that an entry no longer has it. It stays for a day, so that a backup that has begun still finds it.</summary>
    void LetGo(string sha256);
}
