using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Reporting;

public sealed class PercentagesTests
{
    private static readonly DateOnly Before = new(2024, 10, 31);
    private static readonly DateOnly After = new(2024, 11, 1);
    private readonly Dictionary<Guid, Agency> agencies = Enumerable.Range(0, 4).Select(Ward).ToDictionary(a => a.Id);

    [Fact]
    public void Distinct_confirmed_members_are_set_against_those_that_exist_on_the_day()
    {
        var totals = Done((0, true, false), (1, true, true), (2, false, false));

        Assert.Equal((50m, 25m, 25m), totals.Resolve(AllWards(), agencies, Before) is var before ? (before.ToDate, before.InPeriod, before.Pending) : default);
        // Ward 0 was merged away: it is neither in the set of three nor among the done.
        Assert.Equal((33.3m, 33.3m, 33.3m), totals.Resolve(AllWards(), agencies, After) is var after ? (after.ToDate, after.InPeriod, after.Pending) : default);
    }

    [Fact]
    public void A_count_keeps_its_sums() =>
        Assert.Equal(7, (TargetTotals.None with { ToDate = 7 }).Resolve(Given.NewTarget(Guid.NewGuid(), "1", 12), agencies, Before).ToDate);

    [Fact]
    public void An_empty_set_is_nothing_done() =>
        Assert.Equal(0, Done((0, true, true)).Resolve(AllWards(), new Dictionary<Guid, Agency>(), Before).ToDate);

    private static Target AllWards() => new()
    {
        ActivityId = Guid.NewGuid(), Order = 0, Label = "1", Kind = TargetKind.Percentage, Unit = "%", Members = AgencyGroup.Commune,
        Versions = { new(0, 100, new(2024, 1, 1), null, null) },
    };

    private static Agency Ward(int number) => new()
    {
        Level = AgencyLevel.Commune, Kind = "phường", Groups = [AgencyGroup.Commune], Names = { new($"Phường {number}", $"Phường {number}", null) },
        ValidTo = number == 0 ? Before : null,
    };

    private TargetTotals Done(params (int Ward, bool Confirmed, bool InPeriod)[] members) => TargetTotals.None with
    {
        Members = [.. members.Select(m => new MemberDone(agencies.Values.First(a => a.Names[0].Name == $"Phường {m.Ward}").Id, m.Confirmed, m.InPeriod))],
    };
}
