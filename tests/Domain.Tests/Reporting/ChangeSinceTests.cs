using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tests.Progress;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Figures at the last cut-off beside those of the day.</summary>
public sealed class ChangeSinceTests
{
    private static readonly DateOnly June14 = new(2024, 6, 14);
    private static readonly DateOnly Sep10 = new(2024, 9, 10);

    [Fact]
    public void What_was_done_since_is_told_apart_from_what_stands_still_and_what_is_finished()
    {
        var plan = Given.Plan246();
        var moves = new[] { Move(plan, "1", 5, 8), Move(plan, "2", 1, 1), Move(plan, "9", 1, 1) };

        Assert.Equal([true, false, false], moves.Select(m => m.HasNew));
        Assert.Equal([false, true, false], moves.Select(m => m.IsStill));
        Assert.Equal([false, true, false], moves.Select(m => m.IsMoved));
        Assert.Equal([3m], moves[0].Added);
    }

    [Fact]
    public void An_activity_added_since_has_everything_new_and_a_correction_counts_as_a_change()
    {
        var plan = Given.Plan246();

        Assert.Equal([8m], new ActivityMove(OutlookTests.Progress(plan, "1", 8, Sep10), null).Added);
        Assert.True(Move(plan, "12", 6_000, 5_000).HasNew);
    }

    [Fact]
    public void The_sentence_names_the_cut_off_the_statuses_and_who_stands_still()
    {
        var plan = Given.Plan246();
        ActivityMove[] moves = [Move(plan, "1", 5, 8), Move(plan, "2", 1, 1), Move(plan, "9", 0, 1)];
        var before = StatusCounts.Of(moves.Select(m => m.Before!.Status));

        var said = ChangeWords.Of(StatusCounts.Of(moves.Select(m => m.Now.Status)), new("6 tháng", June14, before) { Moves = moves });

        Assert.Equal("So với lần chốt 6 tháng (14/6): thêm 1 hoàn thành, thêm 1 chậm tiến độ; 2 có kết quả mới, 1 chưa có gì mới (2).", said);
    }

    [Fact]
    public void Nothing_changed_is_said()
    {
        var counts = StatusCounts.Of([ProgressStatus.OnTrack]);

        Assert.Equal("So với lần chốt 6 tháng (14/6): trạng thái không đổi.", ChangeWords.Of(counts, new("6 tháng", June14, counts)));
    }

    [Fact]
    public async Task The_overview_compares_with_the_last_cut_off_before_the_day()
    {
        var world = EntrySteps.Memory(Sep10);

        var overview = (await world.Progress.Overview(Given.Leader, world.Plan.Id, Sep10, default)).Value!;
        var atCutOff = (await world.Progress.Overview(Given.Leader, world.Plan.Id, June14, default)).Value!;

        Assert.Equal((June14, 15), (overview.Earlier!.AsOf, overview.Earlier.Moves.Count));
        Assert.Equal(new DateOnly(2024, 3, 14), atCutOff.Earlier!.AsOf);
    }

    private static ActivityMove Move(Domain.Plans.Plan plan, string label, decimal before, decimal now) =>
        new(OutlookTests.Progress(plan, label, now, Sep10), OutlookTests.Progress(plan, label, before, June14));
}
