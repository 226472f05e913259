namespace PlanTracker.Storage.Files;

/// <summary>Where files of evidence are kept.</summary>
/// <param name="Path">Folder, absolute.</param>
/// <param name="MaxBytes">The largest file.</param>
public sealed record EvidenceOptions(string Path, long MaxBytes = EvidenceOptions.DefaultMegabytes * 1024L * 1024L)
{
    /// <summary>The largest file where nothing is set.</summary>
    public const int DefaultMegabytes = 20;
}
