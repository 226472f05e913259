using System.Runtime.CompilerServices;

namespace PlanTracker.TestKit;

/// <summary>
/// Texts that change only on purpose. A golden lies in the folder <c>Goldens</c> beside the test that reads it. It is written
/// only by a run with <c>UPDATE_GOLDENS=1</c>, and a test that wrote one still fails, so that a look at the difference comes first.
/// </summary>
public static class Golden
{
    private const string Switch = "UPDATE_GOLDENS";

    /// <summary>Compares <paramref name="actual"/> with the golden called <paramref name="name"/>, such as <c>plan-246.sheet.txt</c>.</summary>
    /// <exception cref="GoldenMismatchException">It differs, is missing, or was just written.</exception>
    public static void Matches(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Goldens", name);
        var expected = File.Exists(path) ? Normal(File.ReadAllText(path)) : null;
        var got = Normal(actual);
        if (expected == got)
        {
            return;
        }

        var difference = expected is null ? "There is no such golden yet." : GoldenDifference.Describe(expected, got);
        if (Environment.GetEnvironmentVariable(Switch) != "1")
        {
            throw new GoldenMismatchException($"{path}\n{difference}\nIf this is meant, run the test once with {Switch}=1 and commit the file.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, got);
        throw new GoldenMismatchException($"{path} was written. Read the difference, then run without {Switch}.\n{difference}");
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
