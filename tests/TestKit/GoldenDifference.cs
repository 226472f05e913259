using System.Text;

namespace PlanTracker.TestKit;

/// <summary>Says where two texts part: the lines between their common beginning and end.</summary>
internal static class GoldenDifference
{
    private const int Context = 2;
    private const int Shown = 20;

    public static string Describe(string expected, string actual)
    {
        var old = expected.TrimEnd('\n').Split('\n');
        var now = actual.TrimEnd('\n').Split('\n');
        var shorter = Math.Min(old.Length, now.Length);
        var start = 0;
        while (start < shorter && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var text = new StringBuilder().Append("differs from line ").Append(start + 1).Append(" (- golden, + now):\n");
        Add(text, ' ', old[Math.Max(0, start - Context)..start]);
        Add(text, '-', old[start..^end]);
        Add(text, '+', now[start..^end]);
        Add(text, ' ', old[^end..^Math.Max(0, end - Context)]);
        return text.ToString().TrimEnd('\n');
    }

    private static void Add(StringBuilder text, char mark, string[] lines)
    {
        foreach (var line in lines.Take(Shown))
        {
            text.Append(mark).Append(' ').Append(line).Append('\n');
        }

        if (lines.Length > Shown)
        {
            text.Append(mark).Append(" … ").Append(lines.Length - Shown).Append(" more lines\n");
        }
    }
}
