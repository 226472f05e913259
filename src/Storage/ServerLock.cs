namespace PlanTracker.Storage;

/// <summary>
/// A file beside the SQLite database, held while the server runs: a second server on the same file is refused. The system lets go of it
/// when the process ends, however it ends.
/// </summary>
internal sealed class ServerLock : IDisposable
{
    private FileStream? held;

    public void Take(string databasePath)
    {
        try
        {
            held ??= new FileStream(
                databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException reason)
        {
            throw new DatabaseRefusedException($"Không ghi được vào thư mục của tệp dữ liệu {databasePath}.", reason);
        }
        catch (DirectoryNotFoundException reason)
        {
            throw new DatabaseRefusedException($"Không có thư mục của tệp dữ liệu {databasePath}.", reason);
        }
        catch (IOException reason)
        {
            throw new DatabaseRefusedException(
                $"Tệp dữ liệu {databasePath} đang được một máy chủ khác sử dụng, hoặc thư mục của tệp không ghi được.", reason);
        }
    }

    public void Dispose() => held?.Dispose();
}
