using FsCheck.Fluent;
using PlanTracker.Domain.Obligations;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Obligations;

/// <summary>The worked examples of timeliness: due 16/9/2024.</summary>
public sealed class TimelinessTests
{
    private static readonly DateOnly Due = new(2024, 9, 16);
    private static readonly DateOnly Later = new(2024, 9, 30);

    [Theory]
    [InlineData("2024-09-16T16:59:59Z", Timeliness.OnTime)]
    [InlineData("2024-09-16T17:00:00Z", Timeliness.Late)]
    [InlineData("2024-09-01T00:00:00Z", Timeliness.OnTime)]
    public void The_whole_due_day_in_Vietnam_is_in_time(string at, Timeliness expected) =>
        Assert.Equal(expected, Submitted(at).TimelinessOn(Later));

    [Theory]
    [InlineData("2023-12-31", "2023-12-31T16:59:59Z", "2023-12-31T17:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T16:59:59Z", "2024-02-29T17:00:00Z")]
    [InlineData("2024-01-01", "2024-01-01T16:59:59Z", "2024-01-01T17:00:00Z")]
    public void Boundaries_turn_at_midnight_in_Vietnam_at_the_year_s_end_and_on_29_February(string due, string lastInstant, string firstLate)
    {
        var day = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(Timeliness.OnTime, Submitted(lastInstant, day).TimelinessOn(day.AddDays(9)));
        Assert.Equal(Timeliness.Late, Submitted(firstLate, day).TimelinessOn(day.AddDays(9)));
    }

    [Theory]
    [InlineData("2024-09-15", "2024-09-17", "2024-09-18", Timeliness.OnTime)]
    [InlineData("2024-09-18", "2024-09-18", "2024-09-19", Timeliness.Late)]
    public void A_returned_report_keeps_the_timeliness_of_its_first_submission_and_has_a_correction_date(
        string first, string returned, string again, Timeliness expected)
    {
        var obligation = Submitted(first + "T03:00:00Z");
        Assert.Null(obligation.Return(At(returned + "T04:00:00Z")));
        Assert.Equal(ObligationState.Returned, obligation.StateOn(Later));
        Assert.Equal(expected, obligation.TimelinessOn(Later));

        Assert.Null(obligation.Submit(At(again + "T05:00:00Z"), false));

        Assert.Equal((expected, ObligationState.Submitted), (obligation.TimelinessOn(Later)!.Value, obligation.StateOn(Later)));
        Assert.Equal(At(again + "T05:00:00Z"), obligation.CorrectedAt);
        Assert.Equal(At(first + "T03:00:00Z"), obligation.FirstSubmittedAt);
    }

    [Fact]
    public void Ten_obligations_of_which_one_is_waived_expect_nine()
    {
        var all = new List<Obligation>();
        all.AddRange(Enumerable.Range(0, 6).Select(i => Submitted("2024-09-16T10:00:00Z", nothing: i == 0)));
        all.AddRange(Enumerable.Range(0, 2).Select(_ => Submitted("2024-09-17T10:00:00Z")));
        all.Add(Given());
        all.Add(Waived());

        var line = RateLine.Of("all", "", all, new(2024, 9, 20));

        Assert.Equal((9, 6, 2, 1, 0, 1), (line.Expected, line.OnTime, line.Late, line.Missing, line.NotYetDue, line.NothingToReport));
        Assert.Equal(66.7m, line.OnTimePercent);
        Assert.Equal(1, line.Waived);
    }

    [Fact]
    public void All_waived_gives_no_percent()
    {
        var line = RateLine.Of("all", "", [Waived(), Waived()], Later);

        Assert.Equal((0, null), (line.Expected, line.OnTimePercent));
        Assert.Null(Assert.Single(Ranking.Of([line])).Rank);
    }

    [Theory]
    [InlineData("2024-09-10", 5, 0, ObligationState.NotYetDue)]
    [InlineData("2024-09-16", 5, 0, ObligationState.Due)]
    [InlineData("2024-09-17", 0, 5, ObligationState.Overdue)]
    public void Nobody_has_filed_missing_is_expected_and_overdue_only_after_the_due_day(string today, int notYetDue, int overdue, ObligationState state)
    {
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        var all = Enumerable.Range(0, 5).Select(_ => Given()).ToList();

        var line = RateLine.Of("all", "", all, day);

        Assert.Equal((5, 0, 0, 5), (line.Expected, line.OnTime, line.Late, line.Missing));
        Assert.Equal((notYetDue, overdue), (line.NotYetDue, line.Overdue));
        Assert.All(all, o => Assert.Equal(state, o.StateOn(day)));
    }

    [Fact]
    public void Equals_share_a_place_and_the_places_after_them_are_left_out()
    {
        RateLine[] lines = [Line("a", 3, 4), Line("b", 6, 8), Line("c", 1, 4), Line("d", 0, 0)];

        Assert.Equal([1, 1, 3, null], Ranking.Of(lines).Select(r => r.Rank));
        Assert.Equal(["a", "b", "c", "d"], Ranking.Of(lines).Select(r => r.Line.Key));

        static RateLine Line(string key, int onTime, int expected) => new(key, key, expected, onTime, 0, expected - onTime, 0, 0, 0, 0);
    }

    [Fact]
    public void Rates_add_up_whatever_happened_and_on_every_day()
    {
        var step = Gen.Choose(0, 5);
        var histories = Gen.ListOf(Gen.ListOf(step)).ToArbitrary();
        Prop.ForAll(histories, Gen.Choose(0, 30).ToArbitrary(), (all, day) =>
        {
            var obligations = all.Select(Played).ToList();
            var today = Due.AddDays(day - 10);
            var line = RateLine.Of("all", "", obligations, today);
            var parts = obligations.Chunk(3).Select(c => RateLine.Of("part", "", c, today)).ToList();
            Assert.Equal(line.Expected, line.OnTime + line.Late + line.Missing);
            Assert.Equal(obligations.Count, line.Expected + line.Waived + line.Transferred);
            Assert.InRange(line.NotYetDue, 0, line.Missing);
            Assert.Equal(line.Expected, parts.Sum(p => p.Expected));
            Assert.Equal(line.OnTime, parts.Sum(p => p.OnTime));
            Assert.InRange(line.OnTimePercent ?? 0, 0, 100);
            var ranks = Ranking.Of(parts);
            Assert.All(ranks, r => Assert.Equal(r.Rank, r.Line.Expected == 0 ? null : 1 + parts.Count(p =>
                p.Expected > 0 && p.OnTime * r.Line.Expected > r.Line.OnTime * p.Expected)));
        }).Holds();
    }

    [Fact]
    public void What_the_state_forbids_is_refused_and_changes_nothing()
    {
        var submitted = Submitted("2024-09-15T03:00:00Z");
        Assert.Equal("obligations.submitted", submitted.Submit(At("2024-09-15T04:00:00Z"), false)!.Code);
        Assert.Equal("obligations.filed", submitted.Waive(new("x", default, "x"))!.Code);
        Assert.Equal("obligations.filed", submitted.Transfer(Guid.NewGuid(), Due)!.Code);
        Assert.Equal("obligations.not-submitted", Given().Accept(At("2024-09-15T04:00:00Z"))!.Code);
        Assert.Equal("obligations.not-submitted", Given().Return(At("2024-09-15T04:00:00Z"))!.Code);
        Assert.Equal("obligations.waived", Waived().Submit(At("2024-09-15T04:00:00Z"), false)!.Code);
        Assert.Equal("obligations.not-waived", Given().Resume()!.Code);
        Assert.Null(submitted.Accept(At("2024-09-15T05:00:00Z")));
        Assert.Equal("obligations.accepted", submitted.Accept(At("2024-09-15T06:00:00Z"))!.Code);
        Assert.Equal(3, submitted.Version);
    }

    internal static Obligation Given(DateOnly? due = null) => new()
    {
        PlanId = Guid.CreateVersion7(), PeriodId = Guid.CreateVersion7(), AgencyId = Guid.CreateVersion7(), ReceiverId = Guid.CreateVersion7(),
        Duty = DutyKind.Report, DutyId = ReportingDuty.OfRegime, CutOff = (due ?? Due).AddDays(-2), DueOn = due ?? Due,
    };

    private static Obligation Submitted(string at, DateOnly? due = null, bool nothing = false)
    {
        var obligation = Given(due);
        Assert.Null(obligation.Submit(At(at), nothing));
        return obligation;
    }

    private static Obligation Waived()
    {
        var obligation = Given();
        Assert.Null(obligation.Waive(new("Sở Nội vụ", At("2024-09-01T00:00:00Z"), "Đang sắp xếp")));
        return obligation;
    }

    private static Obligation Played(IEnumerable<int> steps)
    {
        var (obligation, at) = (Given(), At("2024-09-10T00:00:00Z"));
        foreach (var step in steps)
        {
            at = at.AddDays(2);
            _ = step switch
            {
                0 or 1 => obligation.Submit(at, step == 1),
                2 => obligation.Return(at),
                3 => obligation.Accept(at),
                4 => obligation.Waive(new("x", at, "x")),
                _ => obligation.Transfer(Guid.NewGuid(), Due),
            };
        }
        return obligation;
    }

    private static DateTime At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
