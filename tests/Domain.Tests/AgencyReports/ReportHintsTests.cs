using PlanTracker.Domain.AgencyReports;

namespace PlanTracker.Domain.Tests.AgencyReports;

public sealed class ReportHintsTests
{
    private static readonly IReadOnlyList<Indicator> Indicators = IndicatorDefaults.Make();

    [Theory]
    [InlineData(99, 10, false)]
    [InlineData(100, 10, true)]
    [InlineData(100, 0, false)]
    public void Ten_times_the_period_before_is_hinted_at(int now, int before, bool hinted) =>
        Assert.Equal(hinted, Kinds([Row("Leaflets", now)], [Row("Leaflets", before)]).Contains(HintKind.TenTimes));

    [Fact]
    public void People_without_events_and_events_without_people_are_hinted_at()
    {
        Assert.Equal([HintKind.PeopleWithoutEvents], Kinds([Row("Conferences", 0), Row("ConferencePeople", 60)]));
        Assert.Equal([HintKind.PeopleWithoutEvents], Kinds([Row("Conferences", null), Row("ConferencePeople", 60)]));
        Assert.Equal([HintKind.EventsWithoutPeople], Kinds([Row("Conferences", 2), Row("ConferencePeople", null)]));
        Assert.Empty(Kinds([Row("Conferences", 2), Row("ConferencePeople", 60)]));
    }

    [Fact]
    public void A_year_s_figure_less_than_before_is_hinted_at_within_one_year_only()
    {
        Assert.Contains(HintKind.LessThanBefore, Kinds([Row("Leaflets", 5)], [Row("Leaflets", 8)]));
        Assert.DoesNotContain(HintKind.LessThanBefore, Kinds([Row("Leaflets", 5)], [Row("Leaflets", 8)], sameYear: false));
    }

    [Fact]
    public void Nothing_to_report_despite_results_is_hinted_at_and_a_note_answers_a_difference()
    {
        var figure = Row("Leaflets", null) with { Prefilled = 5 };
        Assert.Equal([HintKind.NothingDespiteResults], ReportHints.Of(Indicators, [figure], null, nothingToReport: true).Select(h => h.Kind));
        Assert.Equal([HintKind.DiffersFromResults], Kinds([figure with { Own = 4 }]));
        Assert.Empty(Kinds([figure with { Own = 4, Note = "Một tờ hỏng" }]));
    }

    private static ReportFigure Row(string code, decimal? own) => new(code, code, "", own, null, null, null, null, own, own);

    private static IEnumerable<HintKind> Kinds(ReportFigure[] figures, ReportFigure[]? before = null, bool sameYear = true) =>
        ReportHints.Of(Indicators, figures, before is null ? null : new("Quý I", sameYear, before), nothingToReport: false).Select(h => h.Kind);
}
