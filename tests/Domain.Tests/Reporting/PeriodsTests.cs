using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Nine confirmed entries of 1 each on row 1; which report counts which.</summary>
public sealed class PeriodsTests
{
    private static readonly DateOnly[] Days =
    [
        new(2023, 12, 14), new(2023, 12, 15), new(2024, 3, 14), new(2024, 3, 15), new(2024, 6, 14), new(2024, 6, 15), new(2024, 9, 14),
        new(2024, 12, 14), new(2024, 12, 20),
    ];

    [Theory]
    [InlineData("2024-Q1", 2, 3)]
    [InlineData("2024-H1", 4, 5)]
    [InlineData("2024-Q3", 2, 7)]
    [InlineData("2024-Y", 7, 8)]
    [InlineData("2024-KH", 7, 9)]
    public async Task Each_period_counts_its_own_days(string code, int inPeriod, int toDate)
    {
        var row = (await Report(new(code), new(2025, 1, 10))).Rows[0].Figures;

        Assert.Equal((inPeriod, toDate), ((int)row.InPeriod, (int)row.ToDate));
    }

    [Fact]
    public async Task A_free_range_counts_its_own_days()
    {
        var row = (await Report(new("custom", new(2024, 3, 15), new(2024, 6, 14)), new(2025, 1, 10))).Rows[0].Figures;

        Assert.Equal((2m, 5m), (row.InPeriod, row.ToDate));
    }

    [Theory]
    [InlineData("2024-Q3", 10, 10)]
    [InlineData("2024-Y", 10, 10)]
    [InlineData("2024-Q3", 14, 14)]
    [InlineData("2024-Q3", 20, 14)]
    public async Task A_report_is_of_its_last_day_or_of_today_whichever_is_first(string code, int todayInSeptember, int asOfInSeptember)
    {
        var report = await Report(new(code), new(2024, 9, todayInSeptember));

        Assert.Equal(new DateOnly(2024, 9, asOfInSeptember), report.AsOf);
    }

    [Theory]
    [InlineData(10, ProgressStatus.OnTrack)]
    [InlineData(14, ProgressStatus.Behind)]
    public async Task Row_15_with_six_is_on_track_on_the_10th_and_behind_on_the_14th(int today, ProgressStatus status)
    {
        var memory = Memory(new(2024, 9, today));
        memory.Entries.Add(Confirmed(memory, "15", new(2024, 8, 1), 6));

        var report = (await memory.Reports.Report(Given.Leader, memory.PlanId, new("2024-Q3"), default)).Value!;

        Assert.Equal(status, report.Rows.Single(r => r.Label == "15").Figures.Status);
    }

    [Fact]
    public async Task A_submitted_entry_is_pending_and_never_counted()
    {
        var memory = Memory(new(2024, 4, 1));
        var entry = Confirmed(memory, "1", new(2024, 3, 10), 2);
        entry.Status = EntryStatus.Submitted;
        memory.Entries.Add(entry);

        var report = (await memory.Reports.Report(Given.Leader, memory.PlanId, new("2024-Q1"), default)).Value!;

        Assert.Equal((0m, 0m, 2m, 1), (report.Rows[0].Figures.InPeriod, report.Rows[0].Figures.ToDate, report.Rows[0].Figures.Pending, report.Waiting));
    }

    [Fact]
    public async Task A_free_range_needs_both_days_in_order()
    {
        var memory = Memory(new(2025, 1, 10));

        async Task<IEnumerable<string>> Wrong(ReportRequest request) =>
            (await memory.Reports.Report(Given.Leader, memory.PlanId, request, default)).Refusal!.Errors.Keys;

        Assert.Equal(["from", "to"], await Wrong(new("custom")));
        Assert.Equal(["to"], await Wrong(new("custom", new(2024, 5, 2), new(2024, 5, 1))));
        Assert.Equal(["from"], await Wrong(new("2024-Q1", new(2024, 5, 2))));
    }

    [Fact]
    public async Task An_unknown_period_is_not_found_and_the_known_ones_are_named()
    {
        var memory = Memory(new(2025, 1, 10));

        var refusal = (await memory.Reports.Report(Given.Leader, memory.PlanId, new("2024-Q2"), default)).Refusal!;

        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
        Assert.Contains("2024-Q1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_counts_fifteen_activities_and_compares_with_the_last_cut_off()
    {
        var memory = Memory(new(2024, 9, 10));

        var overview = (await memory.Progress.Overview(Given.Leader, memory.PlanId, null, default)).Value!;

        Assert.Equal(15, overview.StatusCounts.Total);
        Assert.Equal(("6 tháng", new DateOnly(2024, 6, 14)), (overview.Earlier!.PeriodName, overview.Earlier.AsOf));
        Assert.Equal(new DateOnly(2024, 9, 14), overview.DueNext[0].On);
        Assert.Equal([12, 3], overview.ByLead.Select(l => l.Activities.Count));
    }

    [Fact]
    public async Task The_percent_of_a_lead_is_the_mean_of_its_activities_rounded_once()
    {
        var memory = Memory(new(2024, 9, 10));
        memory.Entries.AddRange([Confirmed(memory, "13a", new(2024, 7, 18), 1), Confirmed(memory, "15", new(2024, 8, 1), 6)]);

        var overview = (await memory.Progress.Overview(Given.Leader, memory.PlanId, null, default)).Value!;
        var lead = overview.ByLead.Single(l => l.Agency.Id == Given.SoVanHoa.Id);

        Assert.Equal((28.3m, 1), (lead.Percent, lead.Behind)); // (25 + 0 + 60) / 3
    }

    private static async Task<PlanReport> Report(ReportRequest request, DateOnly today)
    {
        var memory = Memory(today);
        memory.Entries.AddRange(Days.Select(day => Confirmed(memory, "1", day, 1)));
        return (await memory.Reports.Report(Given.Leader, memory.PlanId, request, default)).Value!;
    }
}
