using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Tests.Agencies;

public sealed class RemainingTargetsTests
{
    [Fact]
    public void An_Phu_keeps_what_it_did_and_Thoi_Binh_takes_what_remained() =>
        Assert.Equal(new(new(4, 4), new(18, 9)), RemainingTargets.Merge(new(10, 4), new(12, 9)));

    [Fact]
    public void Halves_of_five_are_three_and_two() => Assert.Equal([3m, 2m], RemainingTargets.Split(5, [0.5m, 0.5m], wholeUnits: true));

    [Fact]
    public void Seven_and_three_tenths_of_five_are_four_and_one() => Assert.Equal([4m, 1m], RemainingTargets.Split(5, [0.7m, 0.3m], wholeUnits: true));

    [Fact]
    public void Parts_of_a_unit_are_kept_where_the_unit_has_parts() => Assert.Equal([3.5m, 1.5m], RemainingTargets.Split(5, [0.7m, 0.3m], wholeUnits: false));

    [Fact]
    public void Shares_that_do_not_add_up_to_one_are_refused() =>
        Assert.Throws<ArgumentException>(() => RemainingTargets.Split(5, [0.6m, 0.3m], wholeUnits: true));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_split_the_parts_add_up_and_none_is_below_zero(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            var whole = random.Next(2) == 0;
            var remaining = whole ? random.Next(100_000) : random.Next(100_000_000) / 10_000m;
            var shares = Shares(random);

            var parts = RemainingTargets.Split(remaining, shares, whole);

            Assert.Equal(remaining, parts.Sum());
            Assert.All(parts, p => Assert.True(p >= 0));
            Assert.All(parts.Zip(shares), p => Assert.True(Math.Abs(p.First - (remaining * p.Second)) < (whole ? 1 : 0.0001m)));
            if (whole)
                Assert.All(parts, p => Assert.True(decimal.IsInteger(p)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_merged_targets_and_results_are_the_same_in_all_before_and_after(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            var (ended, heir) = (Stand(random), Stand(random));

            var after = RemainingTargets.Merge(ended, heir);

            Assert.Equal(ended.Value + heir.Value, after.Ended.Value + after.Heir.Value);
            Assert.Equal((ended.Done, heir.Done), (after.Ended.Done, after.Heir.Done));
            Assert.True(after.Ended.Value >= 0 && after.Heir.Value >= 0);
        }
    }

    private static TargetStand Stand(Random random) => new(random.Next(1_000_000) / 100m, random.Next(1_500_000) / 100m);

    private static decimal[] Shares(Random random)
    {
        var shares = new decimal[random.Next(1, 6)];
        var left = 1m;
        for (var i = 1; i < shares.Length; i++)
            left -= shares[i] = Math.Round(left * random.Next(1, 90) / 100m, 4);
        shares[0] = left;
        return shares;
    }
}
