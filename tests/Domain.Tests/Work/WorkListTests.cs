using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.Domain.Tests.Progress;
using PlanTracker.Domain.Work;

namespace PlanTracker.Domain.Tests.Work;

/// <summary>What waits for whom: kinds, counts and lines of each role.</summary>
public sealed class WorkListTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);
    private static readonly DateOnly Sep5 = new(2024, 9, 5);

    private readonly World world = EntrySteps.Memory(Today);

    [Fact]
    public async Task A_reporter_sees_what_came_back_what_is_begun_and_what_lacks_evidence_of_the_own_agency()
    {
        await Returned("15", "Thiếu biên bản");
        await world.Logged(Given.ReporterOfSoVanHoa, "13a", Sep5);
        await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5);
        await world.Submitted(Given.ReporterOfSoNoiVu, "1", Sep5);

        var view = await Read(Given.ReporterOfSoVanHoa);

        Assert.Equal([("Returned", 1), ("Drafts", 1), ("MissingEvidence", 2), ("Behind", 2), ("DueSoon", 0)], view.Tabs.Select(t => (t.Code, t.Count)));
        Assert.Equal(("Returned", "Thiếu biên bản", WorkAct.Edit), (view.Code, view.Page.Items.Single().Reason, view.Page.Items.Single().Acts.Single()));
        Assert.Equal(2, await List().Waiting(Given.ReporterOfSoVanHoa, default));
    }

    [Fact]
    public async Task The_coordinator_sees_what_waits_oldest_first_and_may_not_confirm_what_the_own_hand_entered()
    {
        var first = await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5);
        var own = await world.Submitted(Given.Coordinator, "13a", Sep5);

        var view = await Read(Given.Coordinator);

        Assert.Equal("Waiting", view.Code);
        Assert.Equal([(first.Entry.Id, true), (own.Entry.Id, false)], view.Page.Items.Select(i => (i.Id, i.Acts.Contains(WorkAct.Confirm))));
        Assert.Equal(2, await List().Waiting(Given.Coordinator, default));
        Assert.Equal(2, view.Tabs.Single(t => t.Code == "MissingEvidence").Count);
    }

    [Fact]
    public async Task A_head_reads_what_the_agency_has_and_is_asked_nothing()
    {
        await Returned("15", "Thiếu biên bản");

        var view = await Read(Given.HeadOfSoVanHoa);

        Assert.Equal(1, view.Tabs.Single(t => t.Code == "Returned").Count);
        Assert.Empty(view.Page.Items.Single().Acts);
        Assert.Equal(0, await List().Waiting(Given.HeadOfSoVanHoa, default));
    }

    [Fact]
    public async Task The_leader_reads_what_is_late_and_what_is_due_of_all_agencies()
    {
        await Returned("15", "Thiếu biên bản");

        var view = await Read(Given.Leader);

        Assert.Equal(["Behind", "DueSoon"], view.Tabs.Select(t => t.Code));
        Assert.True(view.Tabs[0].Count > 5);
        Assert.All(view.Page.Items, i => Assert.Empty(i.Acts));
    }

    [Fact]
    public async Task Who_has_no_work_list_is_refused_and_a_kind_that_is_not_ones_own_is_named()
    {
        Assert.Equal(RefusalKind.NotAllowed, (await List().Read(Given.Administrator, null, new(), default)).Refusal!.Kind);
        Assert.Equal(0, await List().Waiting(Given.Administrator, default));
        Assert.Equal(["kind"], (await List().Read(Given.ReporterOfSoVanHoa, "Waiting", new(), default)).Refusal!.Errors.Keys);
        Assert.Equal(["kind"], (await List().Read(Given.Coordinator, "￾", new(), default)).Refusal!.Errors.Keys);
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_empty_and_still_counts_all()
    {
        await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5);
        await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5);

        var second = (await List().Read(Given.Coordinator, "Waiting", new(2, 1), default)).Value!.Page;
        var beyond = (await List().Read(Given.Coordinator, "Behind", new(1000, 200), default)).Value!.Page;

        Assert.Equal((1, 2), (second.Items.Count, second.Total));
        Assert.Empty(beyond.Items);
        Assert.True(beyond.Total > 0);
    }

    [Fact]
    public async Task The_next_number_of_a_weekly_page_is_due_soon_with_its_day()
    {
        for (var n = 0; n < 36; n++)
            world.Entries.Add(EntrySteps.Confirmed(world, "5", new(2024, 9, 1), 1));

        var items = (await List().Read(Given.Coordinator, "DueSoon", new(PageSize: 50), default)).Value!.Page.Items;

        var page = items.Single(i => i.Id == world.Plan.ActivityOf("5").Id);
        Assert.Equal(new DateOnly(2024, 9, 15), page.On);
        Assert.StartsWith("Đến 15/09/2024 cần có 37: 36/52 số", page.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-10-10", true)]
    [InlineData("2024-10-11", false)]
    public async Task Thirty_days_before_its_due_day_an_activity_is_due_soon(string due, bool soon)
    {
        var activity = world.Plan.ActivityOf("7");
        activity.DueOn = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);

        var items = (await List().Read(Given.Coordinator, "DueSoon", new(PageSize: 50), default)).Value!.Page.Items;

        Assert.Equal(soon, items.Any(i => i.Id == activity.Id && i.Note.StartsWith("Hạn ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_overdue_activity_comes_before_those_that_are_merely_behind()
    {
        world.Plan.ActivityOf("9").DueOn = new(2024, 8, 1);

        var first = (await List().Read(Given.Leader, "Behind", new(), default)).Value!.Page.Items[0];

        Assert.Equal((world.Plan.ActivityOf("9").Id, ProgressStatus.Overdue), (first.Id, first.ProgressStatus));
    }

    private WorkList List()
    {
        var open = new OpenActivities(world.Library, world.Progress, world.Clock);
        return new(
        [
            new DueSoonWork(open, world.Clock), new WaitingWork(world.Reading), new ReturnedWork(world.Reading), new DraftWork(world.Reading),
            new UnprovedWork(world.Reading), new BehindWork(open),
        ]);
    }

    private async Task<WorkView> Read(Actor actor) => (await List().Read(actor, null, new(), default)).Value!;

    private async Task Returned(string label, string reason)
    {
        var entry = await world.Submitted(Given.ReporterOfSoVanHoa, label, Sep5);
        await world.Log.Return(Given.Coordinator, entry.Entry.Id, ExpectedVersion.Any, new EntryReason(reason, []), default);
    }
}
