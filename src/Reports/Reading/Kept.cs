namespace PlanTracker.Reports.Reading;

/// <summary>Streams that cannot go back.</summary>
internal static class Kept
{
    /// <summary>In memory, up to the largest file and one byte more.</summary>
    public static MemoryStream InMemory(Stream file)
    {
        var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = file.Read(buffer); read > 0 && kept.Length <= Limits.File; read = file.Read(buffer))
            kept.Write(buffer, 0, read);
        return kept;
    }
}
