using PlanTracker.TestKit;

namespace PlanTracker.Reports.Tests;

public sealed class GoldenTests
{
    [Fact]
    public void A_golden_is_the_same_whatever_the_line_endings() =>
        Golden.Matches("three-lines.txt", "A1 Kế hoạch 246\r\nA2 15 hoạt động\r\nA3 cuối");

    [Fact]
    public void A_changed_line_is_shown_with_its_neighbours_and_not_written()
    {
        // A run that rewrites goldens must not take this deliberate mistake for a wish.
        Assert.SkipWhen(Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1", "goldens are being rewritten");

        var failure = Assert.Throws<GoldenMismatchException>(
            () => Golden.Matches("three-lines.txt", "A1 Kế hoạch 246\nA2 14 hoạt động\nA3 cuối\n"));

        Assert.Contains("""
            differs from line 2 (- golden, + now):
              A1 Kế hoạch 246
            - A2 15 hoạt động
            + A2 14 hoạt động
              A3 cuối
            """.ReplaceLineEndings("\n"), failure.Message, StringComparison.Ordinal);
        Golden.Matches("three-lines.txt", "A1 Kế hoạch 246\nA2 15 hoạt động\nA3 cuối\n");
    }

    [Fact]
    public void A_missing_golden_is_a_failure()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1", "goldens are being rewritten");

        var failure = Assert.Throws<GoldenMismatchException>(() => Golden.Matches("nobody-wrote-this.txt", "x"));

        Assert.Contains("There is no such golden yet.", failure.Message, StringComparison.Ordinal);
    }
}
