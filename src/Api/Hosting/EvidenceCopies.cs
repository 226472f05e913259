namespace PlanTracker.Api.Hosting;

/// <summary>Copies of kept evidence files beside the copy of a database.</summary>
internal static class EvidenceCopies
{
    /// <summary>The folder beside a backup.</summary>
    public static string Beside(string file) => file + ".evidence";

    /// <summary>Copies every kept file that is not there yet, each under a passing name first; the answer is how many there are.</summary>
    public static int Copy(string from, string to)
    {
        if (!Directory.Exists(from))
            return 0;
        var count = 0;
        foreach (var file in Directory.EnumerateDirectories(from).Where(d => Path.GetFileName(d).Length == 2).SelectMany(Directory.EnumerateFiles)
            .Where(f => Path.GetFileName(f).Length == 64))
        {
            var target = Path.Combine(to, Path.GetFileName(file)[..2], Path.GetFileName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target))
            {
                File.Copy(file, target + ".part", overwrite: true);
                using (var written = new FileStream(target + ".part", FileMode.Open, FileAccess.Write))
                    written.Flush(flushToDisk: true);
                File.Move(target + ".part", target);
            }
            count++;
        }
        return count;
    }
}
