using System.Security.Cryptography;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Files;

/// <summary>
/// Files of evidence on disk, addressed by content. A file is received into a temporary one, judged there, synced, renamed and its folder
/// synced, and only then does a row name it: what breaks off on the way leaves at most a file without a row, which the sweep takes.
/// </summary>
internal sealed class EvidenceFiles(EvidenceOptions options, EvidenceFolder folder) : IEvidenceFiles
{
    private const int Portion = 64 * 1024;
    private const int NoSpaceLeft = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public long MaxBytes => options.MaxBytes;

    public async Task<Result<EvidenceFile>> Keep(string? name, Stream content, CancellationToken cancel)
    {
        if (FileNames.Judge(name).Refused(out var wrongName, out var named))
            return wrongName;
        try
        {
            return await Keep(named, content, cancel);
        }
        catch (IOException full) when (full.HResult is NoSpaceLeft or WindowsDiskFull)
        {
            throw new StorageFullException(full);
        }
    }

    public Stream? Open(string sha256)
    {
        var path = folder.PathOf(sha256);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Portion, FileOptions.Asynchronous)
            : null;
    }

    public void LetGo(string sha256) => folder.Touch(folder.PathOf(sha256));

    private async Task<Result<EvidenceFile>> Keep(NamedFile named, Stream content, CancellationToken cancel)
    {
        var received = folder.Begin();
        try
        {
            await using (received)
            {
                if (await Receive(content, received, cancel) is not { } sha256)
                    return Refusal.TooLarge("evidence.too-large", $"Tệp “{named.Name}” lớn hơn {MaxBytes / 1024 / 1024} MB. Chưa có gì thay đổi.");
                var size = received.Length;
                received.Position = 0;
                if (FileJudge.Judge(named, received).Refused(out var refusal, out var judged))
                    return refusal;
                received.Flush(flushToDisk: true);
                await received.DisposeAsync();
                folder.Place(received.Name, sha256);
                return new EvidenceFile(named.Name, named.Type, size, sha256, judged.Width, judged.Height);
            }
        }
        finally
        {
            // Still there when it was refused, broken off, or its content was kept before.
            File.Delete(received.Name);
        }
    }

    /// <summary>The SHA-256 of all bytes; null when there are more than the limit. Headers that tell a size are not believed.</summary>
    private async Task<string?> Receive(Stream content, FileStream received, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Portion];
        long size = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((size += read) > MaxBytes)
                return null;
            hash.AppendData(buffer, 0, read);
            await received.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
