namespace PlanTracker.Dashboard.Access;

/// <summary>Where to go after sign-in: a path of this site, never another host.</summary>
internal static class LocalPath
{
    public static string Of(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl) && !path.StartsWith("/dang-", StringComparison.Ordinal)
            ? path : "/";
}
