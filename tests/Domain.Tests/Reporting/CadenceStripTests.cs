using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Reporting;

public sealed class CadenceStripTests
{
    [Fact]
    public void Two_entries_in_one_week_leave_the_week_before_missing()
    {
        var strip = Strip(new(2024, 2, 11), (new(2024, 2, 5), null), (new(2024, 2, 8), null));

        Assert.Equal((SlotState.Missing, SlotState.Filled), (strip[4].State, strip[5].State));
    }

    [Fact]
    public void An_entry_that_names_its_week_fills_it()
    {
        var strip = Strip(new(2024, 2, 11), (new(2024, 2, 5), "tuần 5"), (new(2024, 2, 8), null));

        Assert.Equal((SlotState.Filled, SlotState.Filled), (strip[4].State, strip[5].State));
    }

    [Fact]
    public void A_week_named_in_other_digits_is_no_number_and_the_date_decides()
    {
        var strip = Strip(new(2024, 2, 11), (new(2024, 2, 5), "tuần ٥"));

        Assert.Equal((SlotState.Missing, SlotState.Filled), (strip[4].State, strip[5].State));
    }

    [Fact]
    public void Days_of_a_week_that_reaches_into_the_next_year_fill_none()
    {
        var strip = Strip(new(2024, 12, 31), (new(2024, 12, 30), null));

        Assert.Equal(52, strip.Count);
        Assert.All(strip, s => Assert.Equal(SlotState.Missing, s.State));
    }

    [Fact]
    public void The_running_week_is_not_missing_until_its_Sunday()
    {
        Assert.Equal(SlotState.Current, Strip(new(2024, 1, 6))[0].State);
        Assert.Equal(SlotState.Missing, Strip(new(2024, 1, 7))[0].State);
        Assert.Equal(SlotState.Future, Strip(new(2024, 1, 6))[1].State);
    }

    [Fact]
    public void A_submitted_entry_is_shown_as_waiting()
    {
        var world = Memory(new(2024, 2, 11));
        var entry = Confirmed(world, "5", new(2024, 2, 5), 1);
        entry.Status = EntryStatus.Submitted;

        Assert.Equal(SlotState.Pending, CadenceStrip.Of(world.Plan, world.Plan.Target("5"), [entry], new(2024, 2, 11))[5].State);
    }

    [Fact]
    public void A_target_without_cadence_has_no_strip()
    {
        var plan = Given.Plan246();
        Assert.Empty(CadenceStrip.Of(plan, plan.Target("6"), Array.Empty<SlotEntry>(), new(2024, 9, 10)));
    }

    private static IReadOnlyList<CadenceSlot> Strip(DateOnly asOf, params (DateOnly Date, string? Slot)[] entries)
    {
        var world = Memory(new(2025, 1, 10));
        return CadenceStrip.Of(world.Plan, world.Plan.Target("5"), entries.Select(e =>
        {
            var entry = Confirmed(world, "5", e.Date, 1);
            entry.Content = entry.Content with { CadenceSlot = e.Slot };
            return entry;
        }), asOf);
    }
}
