namespace PlanTracker.Api.Hosting;

/// <summary>The program's own words of its command line; the rest goes to the host. "--demo --urls X" would else be read as demo = "--urls".</summary>
/// <param name="Demo">Sample data.</param>
/// <param name="Verb">backup, restore, export or verify-history; null to serve.</param>
/// <param name="Target">The verb's file or folder; of verify-history a hash noted earlier, if any.</param>
/// <param name="Rest">Arguments of the host.</param>
internal sealed record Switches(bool Demo, string? Verb, string? Target, string[] Rest)
{
    private static readonly string[] Verbs = ["backup", "restore", "export", Hosting.Verbs.VerifyHistory];

    /// <summary>Reads a command line.</summary>
    public static Switches Read(string[] args)
    {
        var demo = args.Any(IsDemo);
        var rest = args.Where(a => !IsDemo(a) && !a.Equals("--demo=false", StringComparison.OrdinalIgnoreCase)).ToList();
        if (rest.Count == 0 || !Verbs.Contains(rest[0]))
            return new(demo, null, null, [.. rest]);
        var verb = rest[0];
        var target = rest.Count > 1 && !rest[1].StartsWith("--", StringComparison.Ordinal) ? rest[1] : null;
        return new(demo, verb, target, [.. rest.Skip(target is null ? 1 : 2)]);
    }

    private static bool IsDemo(string arg) =>
        arg.Equals("--demo", StringComparison.OrdinalIgnoreCase) || arg.Equals("--demo=true", StringComparison.OrdinalIgnoreCase);
}
