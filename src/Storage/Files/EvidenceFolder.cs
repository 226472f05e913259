using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PlanTracker.Storage.Files;

/// <summary>
/// The folder of evidence: <c>tmp/</c> for what is being received, and each kept file at <c>ab/abcdef…</c>, by its SHA-256. A name that a
/// person gave never becomes a path.
/// </summary>
internal sealed partial class EvidenceFolder(string root)
{
    private readonly Lock placing = new();

    private string Incoming => Path.Combine(root, "tmp");

    /// <summary>A new file to receive into.</summary>
    public FileStream Begin()
    {
        Directory.CreateDirectory(Incoming);
        return new FileStream(
            Path.Combine(Incoming, $"{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous);
    }

    /// <summary>Where a kept file lies.</summary>
    public string PathOf(string sha256) => Path.Combine(root, sha256[..2], sha256);

    /// <summary>
    /// Keeps a received file, closed and synced by the caller: a rename, and a sync of the folder, so that the row which follows never names a
    /// file that a power cut takes away. Content that is there already stays as it is.
    /// </summary>
    public void Place(string received, string sha256)
    {
        var target = PathOf(sha256);
        var folder = Path.GetDirectoryName(target)!;
        lock (placing)
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                Sync(root);
            }
            if (File.Exists(target))
                Touch(target);
            else
                File.Move(received, target);
            Sync(folder);
        }
    }

    /// <summary>Counts the age of a kept file from now.</summary>
    public void Touch(string path)
    {
        lock (placing)
        {
            if (File.Exists(path))
                File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
    }

    /// <summary>Kept files that were last given or let go before a time.</summary>
    public IEnumerable<string> KeptBefore(DateTime time) => !Directory.Exists(root) ? [] :
        Directory.EnumerateDirectories(root).Where(d => Path.GetFileName(d).Length == 2).SelectMany(Directory.EnumerateFiles)
            .Where(f => Path.GetFileName(f).Length == 64 && File.GetLastWriteTimeUtc(f) < time)
            .Select(f => Path.GetFileName(f)!);

    /// <summary>Deletes a kept file unless it was given again meanwhile.</summary>
    public void Delete(string sha256, DateTime unlessGivenSince)
    {
        var path = PathOf(sha256);
        lock (placing)
        {
            if (File.Exists(path) && File.GetLastWriteTimeUtc(path) < unlessGivenSince)
                File.Delete(path);
        }
    }

    /// <summary>Deletes what was being received before a time.</summary>
    public int DeleteIncoming(DateTime before)
    {
        if (!Directory.Exists(Incoming))
            return 0;
        var stale = Directory.EnumerateFiles(Incoming, "*.part").Where(f => File.GetLastWriteTimeUtc(f) < before).ToList();
        stale.ForEach(File.Delete);
        return stale.Count;
    }

    /// <summary>A rename lasts once its folder is synced. Windows has no such call and does it by itself.</summary>
    private static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = OpenFolder(folder, 0);
        if (handle.IsInvalid || SyncFile(handle) != 0)
            throw new IOException($"Folder {folder} could not be synced (errno {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncFile(SafeFileHandle handle);
}
