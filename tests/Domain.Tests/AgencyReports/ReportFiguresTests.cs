using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.AgencyReports;

public sealed class ReportFiguresTests
{
    private static readonly IReadOnlyList<Indicator> Indicators = IndicatorDefaults.Make();
    private static readonly Dictionary<Guid, string> Units = new[] { "cuộc", "lớp", "tờ", "bài", "tranh", "số" }.ToDictionary(_ => Guid.NewGuid(), u => u);

    private static readonly Gen<ReportContent> Contents = Gen.ListOf(Gen.Elements(Indicators.Select(i => i.Code).ToArray()), 6)
        .SelectMany(codes => Gen.ListOf(Gen.Choose(0, 100_000), 6).Select(values => new ReportContent
        {
            Figures = [.. codes.Zip(values).DistinctBy(f => f.First).Select(f => new OwnFigure(f.First, f.Second))],
        }));

    private static readonly Gen<ProgressEntry> Entries =
        from unit in Gen.Elements(Units.Keys.ToArray())
        from channel in Gen.Elements(Channels.Default.Select(c => c.Code).Append(null).ToArray())
        from form in Gen.Choose(0, 6)
        from quantity in Gen.Choose(-50, 5000)
        from people in Gen.Choose(0, 300)
        from money in Gen.Choose(0, 1000)
        select new ProgressEntry
        {
            PlanId = Guid.Empty, ActivityId = Guid.Empty, AgencyId = Guid.Empty, CreatedById = Guid.Empty, CreatedByName = "", CreatedAt = default,
            CountedOn = new(2024, 8, 1), Status = EntryStatus.Confirmed,
            Content = new()
            {
                TargetId = unit, Date = new(2024, 8, 1), Quantity = quantity, Title = "Kết quả", Channel = channel, Form = form == 0 ? null : form,
                Attendances = people == 0 ? null : people, Spent = money == 0 ? [] : [new(FundingSource.Socialised, money)],
            },
        };

    [Fact]
    public void Total_is_own_plus_children_for_any_figures() => Prop.ForAll(
        (from own in Contents from below in Gen.ListOf(Contents, 5) select (own, below)).ToArbitrary(), input =>
        {
            var children = input.below.Select(c => Totals(c, [])).ToList();
            foreach (var figure in ReportFigures.Of(Indicators, new(input.own, Empty, children, [], [])))
            {
                var below = children.Where(c => c.ContainsKey(figure.Code)).Select(c => c[figure.Code]).ToList();
                Assert.Equal(below.Count == 0 ? null : below.Sum(), figure.Children);
                Assert.Equal(figure.Own is null && figure.Children is null ? null : (figure.Own ?? 0) + (figure.Children ?? 0), figure.Total);
            }
        }).Holds();

    [Fact]
    public void The_order_in_which_reports_from_below_come_makes_no_difference() => Prop.ForAll(
        Gen.ListOf(Contents, 6).ToArbitrary(), below =>
        {
            var children = below.Select(c => Totals(c, [])).ToList();
            Assert.Equal(
                ReportFigures.Of(Indicators, new(ReportContent.Empty, Empty, children, [], [])),
                ReportFigures.Of(Indicators, new(ReportContent.Empty, Empty, [.. children.AsEnumerable().Reverse()], [], [])));
        }).Holds();

    [Fact]
    public void What_is_filled_in_is_the_sum_of_results_each_counted_once() => Prop.ForAll(Gen.ListOf(Entries, 12).ToArbitrary(), entries =>
    {
        var items = EntryIndicators.Count([.. entries], Units, Indicators);
        var counting = Indicators.Where(i => i.Terms.Matches.Count > 0).Select(i => i.Code).ToHashSet();
        foreach (var entry in entries)
        {
            var own = items.Where(i => i.Id == entry.Id).ToList();
            Assert.True(own.Count(i => counting.Contains(i.Code)) <= 1, "A result counts for two indicators.");
            if (own.FirstOrDefault(i => counting.Contains(i.Code)) is { } counted)
                Assert.Equal(entry.Content.Quantity, counted.Amount);
        }
        Assert.Equal(entries.Sum(e => e.Content.Spent.Sum(s => s.Amount)), items.Where(i => i.Code == "SocialisedMoney").Sum(i => i.Amount));
    }).Holds();

    [Theory]
    [InlineData(OverTime.Sum, 9)]
    [InlineData(OverTime.Max, 5)]
    [InlineData(OverTime.Latest, 4)]
    public void Periods_become_a_year_as_the_indicator_says(OverTime way, int expected) => Assert.Equal(expected, ReportFigures.Over(way, [5, null, 4, null]));

    [Fact]
    public void Nothing_known_stays_nothing_and_no_zero() => Assert.Null(ReportFigures.Over(OverTime.Sum, [null, null]));

    [Theory]
    [InlineData(-1)]
    [InlineData(1.5)]
    [InlineData(2_000_000_000_000)]
    public void A_figure_is_a_whole_number_from_0_within_reason(decimal value) =>
        Assert.Equal(["figures.Conferences"], ReportRules.Check(ReportDesk.Content(("Conferences", value)), Indicators, ReportContent.Empty)!.Errors.Keys);

    [Fact]
    public void No_text_throws_whatever_it_is() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<string>().ToArbitrary(), text =>
        {
            foreach (var hostile in new[] { text ?? "", text + "\uFFFE", "\uD800" + text, text + "\0" })
            {
                var content = ReportRules.Clean(new() { Figures = [new(hostile, 1, hostile)], Results = hostile, NothingReason = hostile });
                ReportRules.Check(content, Indicators, ReportContent.Empty);
                ReportRules.Check(new ReportReason(hostile, [hostile]), Indicators);
            }
        }).Holds();

    private static Dictionary<string, decimal> Empty { get; } = [];

    private static Dictionary<string, decimal> Totals(ReportContent content, IReadOnlyList<IReadOnlyDictionary<string, decimal>> below) =>
        ReportFigures.Of(Indicators, new(content, Empty, below, [], [])).Where(f => f.Total is not null).ToDictionary(f => f.Code, f => f.Total!.Value);
}
