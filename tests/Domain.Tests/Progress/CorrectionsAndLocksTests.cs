using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Progress;

/// <summary>Adjusting entries, and the seam that issued reports will lock.</summary>
public sealed class CorrectionsAndLocksTests
{
    private static readonly DateOnly Today = new(2024, 9, 20);
    private static readonly DateOnly HalfYearCutOff = new(2024, 6, 14);
    private static readonly DateOnly Sep5 = new(2024, 9, 5);

    [Fact]
    public async Task An_adjusting_entry_on_an_open_day_lowers_what_was_reported()
    {
        var (world, wrong) = LeafletsOf5000();
        world.Entries.Add(Confirmed(world, "12", new(2024, 8, 10), 6250));
        world.Lock(HalfYearCutOff);

        var adjusting = (await Adjust(world, wrong.Id, -400, Sep5)).Value!.Entry;
        await world.Log.Submit(Given.ReporterOfSoNoiVu, adjusting.Id, ExpectedVersion.Any, default);
        await world.Log.Confirm(Given.Coordinator, adjusting.Id, ExpectedVersion.Any, default);
        var row = (await world.Reports.Report(Given.Leader, world.PlanId, new("2024-Q3"), default)).Value!.Rows.Single(r => r.Label == "12");

        Assert.Equal((5850m, 10850m), (row.Figures.InPeriod, row.Figures.ToDate));
    }

    [Theory]
    [InlineData(-5001, "quantity")]
    [InlineData(0, "quantity")]
    public async Task A_correction_never_takes_the_sum_below_zero_and_is_never_zero(int quantity, string field)
    {
        var (world, wrong) = LeafletsOf5000();

        Assert.Equal([field], (await Adjust(world, wrong.Id, quantity, Sep5)).Refusal!.Errors.Keys);
    }

    [Fact]
    public async Task A_correction_names_a_confirmed_entry_of_the_same_target_and_a_reason()
    {
        var (world, wrong) = LeafletsOf5000();
        var other = Confirmed(world, "1", new(2024, 5, 20), 1);
        world.Entries.Add(other);

        Assert.Equal(["correctsEntryId"], (await Adjust(world, other.Id, -1, Sep5)).Refusal!.Errors.Keys);
        Assert.Equal(["correctsEntryId"], (await Adjust(world, Guid.NewGuid(), -1, Sep5)).Refusal!.Errors.Keys);
        Assert.Equal(["correctionReason"], (await Adjust(world, wrong.Id, -1, Sep5, reason: null)).Refusal!.Errors.Keys);
        Assert.Equal(["quantity"], (await Adjust(world, null, -1, Sep5, reason: null)).Refusal!.Errors.Keys);
    }

    [Fact]
    public async Task Two_corrections_together_never_go_below_zero()
    {
        var (world, wrong) = LeafletsOf5000();
        await Adjust(world, wrong.Id, -3000, Sep5);

        Assert.Equal(["quantity"], (await Adjust(world, wrong.Id, -3000, Sep5)).Refusal!.Errors.Keys);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public async Task A_locked_day_takes_no_new_entry_and_the_next_day_does(int dayInJune, bool locked)
    {
        var world = Memory(Today);
        world.Lock(HalfYearCutOff);

        var result = await world.Log.Log(
            Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("1").Id, Content(world, "1", new(2024, 6, dayInJune)), default);

        Assert.Equal(locked ? "progress.period-locked" : null, result.Refusal?.Code);
    }

    [Fact]
    public async Task What_waited_when_its_day_was_locked_counts_on_the_first_open_day()
    {
        var world = Memory(Today);
        var entry = (await world.Submitted(Given.ReporterOfSoNoiVu, "1", new(2024, 9, 12))).Entry;
        world.Lock(new(2024, 9, 14));

        var confirmed = (await world.Log.Confirm(Given.Coordinator, entry.Id, ExpectedVersion.Any, default)).Value!.Entry;

        Assert.Equal((new DateOnly(2024, 9, 12), new DateOnly(2024, 9, 15)), (confirmed.Content.Date, confirmed.CountedOn));
    }

    [Fact]
    public async Task A_confirmed_entry_of_a_locked_day_is_not_withdrawn()
    {
        var (world, entry) = LeafletsOf5000();
        world.Lock(HalfYearCutOff);

        var refused = await world.Log.Withdraw(Given.Coordinator, entry.Id, ExpectedVersion.Any, new EntryReason("Nhầm", []), default);

        Assert.Equal("progress.period-locked", refused.Refusal!.Code);
    }

    private static (World World, ProgressEntry Entry) LeafletsOf5000()
    {
        var world = Memory(Today);
        var entry = Confirmed(world, "12", new(2024, 5, 20), 5000);
        world.Entries.Add(entry);
        return (world, entry);
    }

    private static Task<Result<EntryView>> Adjust(World world, Guid? corrects, decimal quantity, DateOnly date, string? reason = "Đếm lại") =>
        world.Log.Log(Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("12").Id,
            Content(world, "12", date, quantity) with { CorrectsEntryId = corrects, CorrectionReason = reason }, default);
}
