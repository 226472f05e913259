using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Progress;

/// <summary>Cases of the worked examples that go through several rules at once.</summary>
public sealed class WorkedExamplesTests
{
    [Fact]
    public async Task An_entry_of_a_week_that_reaches_into_the_next_year_counts_to_date_though_it_fills_no_week()
    {
        var world = Memory(new(2024, 12, 31));
        world.Entries.Add(Confirmed(world, "5", new(2024, 12, 31), 1));

        Assert.Equal(1, (await Row(world, "5", "2024-KH")).ToDate);
    }

    [Fact]
    public async Task Two_entries_in_one_week_are_on_track_though_a_week_is_missing()
    {
        var world = Memory(new(2024, 2, 11));
        foreach (var day in new[] { 3, 10, 17, 24 })
            world.Entries.Add(Confirmed(world, "5", new(2024, 1, day), 1));
        world.Entries.AddRange([Confirmed(world, "5", new(2024, 2, 5), 1), Confirmed(world, "5", new(2024, 2, 8), 1)]);

        var row = await Row(world, "5", "2024-Q1");
        var strip = CadenceStrip.Of(world.Plan, world.Plan.Target("5"), world.Entries, new(2024, 2, 11));

        Assert.Equal((6m, 6m, ProgressStatus.OnTrack), (row.ToDate, row.Expected!.Value, row.Status));
        Assert.Equal([5], strip.Where(s => s.State is SlotState.Missing).Select(s => s.Number));
    }

    [Fact]
    public async Task A_later_cut_off_locks_the_days_before_an_earlier_one_that_was_never_issued()
    {
        var world = Memory(new(2024, 9, 20));
        world.Lock(new(2024, 9, 14));

        var refused = await world.Log.Log(Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("1").Id, Content(world, "1", new(2024, 5, 1)), default);

        Assert.Equal("progress.period-locked", refused.Refusal!.Code);
    }

    [Fact]
    public async Task An_adjusting_entry_of_a_locked_day_is_refused_by_the_state_and_nobody_confirms_their_own()
    {
        var world = Memory(new(2024, 9, 20));
        var wrong = Confirmed(world, "12", new(2024, 5, 20), 5000);
        world.Entries.Add(wrong);
        world.Lock(new(2024, 6, 14));

        Assert.Equal("progress.period-locked", (await Adjust(world, Given.Coordinator, wrong, new(2024, 6, 1))).Refusal!.Code);
        var own = (await Adjust(world, Given.Coordinator, wrong, new(2024, 9, 5))).Value!.Entry;
        await world.Log.Submit(Given.Coordinator, own.Id, ExpectedVersion.Any, default);
        Assert.Equal(RefusalKind.NotAllowed, (await world.Log.Confirm(Given.Coordinator, own.Id, ExpectedVersion.Any, default)).Refusal!.Kind);
        Assert.Null((await world.Log.Confirm(Given.SecondCoordinator, own.Id, ExpectedVersion.Any, default)).Refusal);
    }

    [Fact]
    public async Task A_correction_alone_makes_the_period_negative_and_to_date_may_fall()
    {
        var world = Memory(new(2024, 9, 20));
        world.Entries.AddRange([Confirmed(world, "12", new(2024, 5, 20), 5000), Confirmed(world, "12", new(2024, 9, 5), -400)]);

        Assert.Equal((-400m, 4600m, 5000m), ((await Row(world, "12", "2024-Q3")).InPeriod, (await Row(world, "12", "2024-Q3")).ToDate, (await Row(world, "12", "2024-H1")).ToDate));
    }

    [Fact]
    public async Task A_raised_target_measures_each_report_by_the_version_of_its_own_day()
    {
        var world = Memory(new(2024, 9, 20));
        world.Entries.AddRange([Confirmed(world, "12", new(2024, 5, 20), 5000), Confirmed(world, "12", new(2024, 8, 10), 6250)]);
        world.Plan.Target("12").Versions.Add(new(1, 20000, new(2024, 7, 1), new("300/KH-UBND", new(2024, 6, 25)), "Bổ sung"));

        var (half, third) = (await Row(world, "12", "2024-H1"), await Row(world, "12", "2024-Q3"));

        Assert.Equal((15000m, 6803m, 33.3m), (half.Value!.Value, half.Expected!.Value, half.Percent!.Value));
        Assert.Equal((20000m, 14098m, 56.3m, ProgressStatus.Behind, 15959m), (third.Value!.Value, third.Expected!.Value, third.Percent!.Value, third.Status, third.Forecast!.Value));
    }

    [Fact]
    public async Task What_waited_while_its_report_was_issued_counts_in_the_next_one_and_nothing_new_is_typed_for_its_day()
    {
        var world = Memory(new(2024, 9, 20));
        var waiting = (await world.Submitted(Given.ReporterOfSoNoiVu, "1", new(2024, 9, 12))).Entry;
        world.Lock(new(2024, 9, 14));
        await world.Log.Confirm(Given.Coordinator, waiting.Id, ExpectedVersion.Any, default);

        Assert.Equal((0m, 1m), ((await Row(world, "1", "2024-Q3")).InPeriod, (await Row(world, "1", "2024-Y")).InPeriod));
        var refused = await world.Log.Log(Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("1").Id, Content(world, "1", new(2024, 9, 12)), default);
        Assert.Equal("progress.period-locked", refused.Refusal!.Code);
    }

    [Fact]
    public async Task One_output_with_shares_of_two_agencies_counts_once_and_names_all_three()
    {
        var world = Memory(new(2024, 9, 20));
        var content = Content(world, "8", new(2024, 9, 5)) with
        {
            Mode = DeliveryMode.InPerson,
            Supporting = [new(Given.NinhKieu.Id, "hội trường"), new(Given.SoVanHoa.Id, "báo cáo viên")],
        };
        var logged = (await world.Log.Log(Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("8").Id, content, default)).Value!;
        await world.Log.Submit(Given.ReporterOfSoNoiVu, logged.Entry.Id, ExpectedVersion.Any, default);
        var confirmed = (await world.Log.Confirm(Given.Coordinator, logged.Entry.Id, ExpectedVersion.Any, default)).Value!;

        Assert.Equal(1, (await Row(world, "8", "2024-Y")).ToDate);
        Assert.Equal([Given.SoNoiVu.Id, Given.NinhKieu.Id, Given.SoVanHoa.Id], confirmed.Supporting.Select(s => s.Agency.Id).Prepend(confirmed.Agency.Id));
    }

    private static async Task<TargetFigures> Row(World world, string label, string period) =>
        (await world.Reports.Report(Given.Leader, world.PlanId, new(period), default)).Value!.Rows.Single(r => r.Label == label).Figures;

    private static Task<Result<EntryView>> Adjust(World world, Actor actor, ProgressEntry wrong, DateOnly day) =>
        world.Log.Log(actor, world.Plan.ActivityOf("12").Id,
            Content(world, "12", day, -400) with { CorrectsEntryId = wrong.Id, CorrectionReason = "Đếm lại" }, default);
}
