using System.Globalization;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Expected, status and forecast of the 16 targets on six days, as worked out by hand.</summary>
public sealed class FiguresOfPlan246Tests
{
    private static readonly DateOnly[] Days =
        [new(2024, 3, 14), new(2024, 6, 14), new(2024, 9, 10), new(2024, 9, 14), new(2024, 12, 14), new(2024, 12, 31)];

    /// <summary>Label | toDate · expected status forecast, for each day.</summary>
    private const string Table = """
        1 | 2 · 2 T 12 | 5 · 5 T 12 | 8 · 8 T 12 | 8 · 8 T 12 | 11 · 11 T 12 | 12 · 12 C 12
        2 | 0 · 0 N 3 | 1 · 1 T 3 | 1 · 2 B 1 | 1 · 2 B 1 | 2 · 2 T 3 | 3 · 3 C 3
        3 | 1 · 0 T 4 | 2 · 1 T 4 | 3 · 2 T 4 | 3 · 2 T 4 | 4 · 3 C 4 | 4 · 4 C 4
        4 | 0 · 1 B 0 | 0 · 2 B 0 | 2 · 3 B 3 | 2 · 3 B 3 | 5 · 4 C 5 | 5 · 5 C 5
        5 | 10 · 10 T 52 | 23 · 23 T 52 | 35 · 36 B 50 | 36 · 36 T 52 | 49 · 49 T 52 | 52 · 52 C 52
        6 | 9 · 10 B 46 | 23 · 23 T 52 | 36 · 36 T 52 | 36 · 36 T 52 | 49 · 49 T 52 | 52 · 52 C 52
        7 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 1 · 0 C 1 | 1 · 1 C 1
        8 | 0 · 0 N 3 | 1 · 1 T 3 | 2 · 2 T 3 | 2 · 2 T 3 | 3 · 2 C 3 | 3 · 3 C 3
        9 | 0 · 0 N 1 | 0 · 0 N 1 | 1 · 0 C 1 | 1 · 0 C 1 | 1 · 0 C 1 | 1 · 1 C 1
        10 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 1 B 0
        11 | 0 · 0 N 2 | 0 · 0 N 2 | 1 · 1 T 2 | 1 · 1 T 2 | 1 · 1 T 2 | 2 · 2 C 2
        12 | 0 · 3032 B 0 | 5000 · 6803 B 11024 | 11250 · 10409 T 15000 | 11250 · 10573 T 15000 | 15000 · 14303 C 15000 | 15600 · 15000 C 15600
        13a | 0 · 0 N 2 | 0 · 0 N 2 | 1 · 1 T 2 | 1 · 1 T 2 | 2 · 1 C 2 | 2 · 2 C 2
        13b | 0 · 808 B 0 | 0 · 1814 B 0 | 0 · 2775 B 0 | 0 · 2819 B 0 | 4000 · 3814 C 4000 | 4000 · 4000 C 4000
        14 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 0 · 0 N 1 | 1 · 1 C 1
        15 | 2 · 2 T 10 | 4 · 4 T 10 | 6 · 6 T 10 | 6 · 7 B 8 | 9 · 9 T 10 | 10 · 10 C 10
        """;

    private static readonly Dictionary<string, string[]> Rows = Table.Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(parts => parts[0], parts => parts[1..]);

    public static TheoryData<string, int> Cells()
    {
        var cells = new TheoryData<string, int>();
        foreach (var label in Rows.Keys)
            for (var day = 0; day < Days.Length; day++)
                cells.Add(label, day);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Expected_status_and_forecast_are_those_worked_out(string label, int day)
    {
        var (toDate, text) = Cell(label, day);

        var figures = FiguresOn(label, Days[day], toDate);

        Assert.Equal(text, string.Create(CultureInfo.InvariantCulture, $"{figures.ToDate} · {figures.Expected} {Letter(figures.Status)} {figures.Forecast}"));
    }

    [Theory]
    [InlineData(0, "0/4/4/7")]
    [InlineData(1, "0/7/3/5")]
    [InlineData(2, "1/7/4/3")]
    [InlineData(3, "1/7/4/3")]
    [InlineData(4, "7/6/0/2")]
    [InlineData(5, "14/0/1/0")]
    public void Fifteen_activities_are_counted_by_status(int day, string completedOnTrackBehindNotStarted)
    {
        var plan = Given.Plan246();
        var counts = StatusCounts.Of(plan.Activities.Select(a => Figures.StatusOf(
            [.. a.Targets.Select(t => FiguresOn(t.Label, Days[day], Cell(t.Label, day).ToDate).Status)])));

        Assert.Equal(completedOnTrackBehindNotStarted, $"{counts.Completed}/{counts.OnTrack}/{counts.Behind}/{counts.NotStarted}");
        Assert.Equal(15, counts.Total);
    }

    [Theory]
    [InlineData(2024, 3, 14, 74, 10)]
    [InlineData(2024, 6, 14, 166, 23)]
    [InlineData(2024, 9, 10, 254, 36)]
    [InlineData(2024, 9, 14, 258, 36)]
    [InlineData(2024, 12, 14, 349, 49)]
    [InlineData(2024, 12, 31, 366, 52)]
    public void Elapsed_days_and_full_weeks_are_counted(int year, int month, int day, int elapsed, int weeks)
    {
        var plan = Given.Plan246();
        var asOf = new DateOnly(year, month, day);

        Assert.Equal(elapsed, ExpectedToDate.Elapsed(plan.From, plan.To, asOf));
        Assert.Equal(weeks, ExpectedToDate.FullSpans(Domain.Activities.CadencePer.Week, plan.From, plan.To, asOf));
    }

    private static (decimal ToDate, string Text) Cell(string label, int day)
    {
        var text = Rows[label][day];
        return (decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), text);
    }

    private static TargetFigures FiguresOn(string label, DateOnly asOf, decimal toDate)
    {
        var plan = Given.Plan246();
        return Figures.Of(plan, plan.ActivityOf(label), plan.Target(label), asOf, Given.Totals(toDate));
    }

    private static char Letter(ProgressStatus status) => status is ProgressStatus.OnTrack ? 'T' : status.ToString()[0];
}
