using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Activities;

public sealed class PlanAmendmentsTests
{
    private static readonly DateOnly Sep14 = new(2024, 9, 14);
    private static readonly DateOnly Jun14 = new(2024, 6, 14);
    private static readonly DocumentRef Decision = new("99/KH-UBND", new(2024, 6, 28));

    private readonly Plan plan = Given.Plan246();
    private readonly InMemory store;

    public PlanAmendmentsTests() => store = new(plan, new(2024, 9, 18));

    private PlanAmendments Amendments => new(store, store, store, store.Clock);

    [Theory]
    [InlineData("2024-07-01", 20000, 14098, "56,3", 15959)]
    [InlineData("2024-09-14", 20000, 14098, "56,3", 15959)]
    [InlineData("2024-09-15", 15000, 10573, "75,0", 15000)]
    public async Task A_version_is_in_force_from_its_day_on_without_blending(string from, int value, int expected, string percent, int forecast)
    {
        Assert.Null((await Change("12", 20000, from)).Refusal);

        Assert.Equal((15000m, 6803m), On("12", Jun14, 5000) is var before ? (before.Value!.Value, before.Expected!.Value) : default);
        var figures = On("12", Sep14, 11250);
        Assert.Equal((value, expected, percent, forecast), ((int)figures.Value!, (int)figures.Expected!, VietnameseNumber.Percent(figures.Percent), (int)figures.Forecast!));
    }

    [Fact]
    public async Task Less_than_is_done_is_refused_unless_the_person_confirms_it()
    {
        store.Entries.Add(Confirmed("12", 11250));

        var refused = await Change("12", 9000, "2024-07-01");
        Assert.Equal(("targets.below-done", RefusalKind.Conflict), (refused.Refusal!.Code, refused.Refusal.Kind));
        Assert.Single(plan.Target("12").Versions);

        Assert.Null((await Change("12", 9000, "2024-07-01", confirm: true)).Refusal);
        Assert.Equal(2, plan.Target("12").Versions.Count);
    }

    [Fact]
    public async Task Another_unit_closes_the_target_and_opens_a_new_row()
    {
        Assert.Null((await Change("12", 500, "2024-07-01", unit: "cuốn")).Refusal);

        var activity = plan.ActivityOf("12");
        Assert.Equal(["12"], activity.TargetsOn(Jun14).Select(t => t.Label));
        Assert.Equal([("12", "số", ProgressStatus.Cancelled), ("12b", "cuốn", ProgressStatus.Behind)],
            activity.TargetsOn(Sep14).Select(t => (t.Label, t.Unit, Figures.Of(plan, activity, t, Sep14, Given.Totals(5)).Status)));
        Assert.Equal(new DateOnly(2024, 7, 1), ExpectedToDate.FirstDay(plan, activity, activity.Targets[1]));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var refused = await Amendments.AddVersion(
            Given.Coordinator, plan.ActivityOf("12").Id, plan.Target("12").Id, new NewTargetVersion(-1.5m, "số", new(2025, 1, 1), new("", new(2030, 1, 1)), " "), default);

        Assert.Equal(["document.date", "document.number", "effectiveOn", "reason", "value"], refused.Refusal!.Errors.Keys.Order());
    }

    [Fact]
    public async Task Only_the_coordinator_changes_targets_and_a_lead_phases_its_own()
    {
        Assert.Equal(RefusalKind.NotAllowed, (await Change("13a", 3, "2024-07-01", actor: Given.ReporterOfSoVanHoa)).Refusal!.Kind);

        Assert.Null((await Phase("13b", Given.ReporterOfSoVanHoa, (new(2024, 3, 31), 0), (new(2024, 9, 30), 2000))).Refusal);
        Assert.Equal(2000, On("13b", new(2024, 10, 1), 0).Expected);
        Assert.Equal(RefusalKind.NotAllowed, (await Phase("12", Given.ReporterOfSoVanHoa, (new(2024, 3, 31), 10))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Phase("13b", Given.Leader, (new(2024, 3, 31), 10))).Refusal!.Kind);
    }

    [Fact]
    public async Task Milestones_rise_inside_the_plan_and_the_target()
    {
        Assert.True((await Phase("13b", Given.Coordinator, (new(2024, 9, 30), 2000), (new(2024, 3, 31), 3000))).Refusal!.Errors.ContainsKey("milestones"));
        Assert.True((await Phase("13b", Given.Coordinator, (new(2024, 9, 30), 4001))).Refusal!.Errors.ContainsKey("milestones"));
        Assert.True((await Phase("13b", Given.Coordinator, (new(2025, 9, 30), 10))).Refusal!.Errors.ContainsKey("milestones"));
    }

    [Fact]
    public async Task A_stopped_activity_counts_no_more_from_its_day_and_can_be_taken_up_again()
    {
        var activity = plan.ActivityOf("10");
        var stop = new ActivityStop(new(2024, 7, 1), Decision, "Không bố trí được kinh phí");
        Assert.Null((await Amendments.Stop(Given.Coordinator, activity.Id, ExpectedVersion.Of(1), stop, default)).Refusal);

        Assert.Equal(ProgressStatus.NotStarted, On("10", Jun14, 0).Status);
        Assert.Equal(ProgressStatus.Cancelled, On("10", Sep14, 0).Status);
        Assert.Equal("activities.stopped", (await Amendments.Stop(Given.Coordinator, activity.Id, ExpectedVersion.Any, stop, default)).Refusal!.Code);
        Assert.Equal(RefusalKind.Stale, (await Amendments.Stop(Given.Coordinator, activity.Id, ExpectedVersion.Of(1), stop, default)).Refusal!.Kind);

        Assert.Null((await Amendments.Resume(Given.Coordinator, activity.Id, ExpectedVersion.Of(2), new EntryReason("Đã có kinh phí", []), default)).Refusal);
        Assert.Equal(ProgressStatus.NotStarted, On("10", Sep14, 0).Status);
        Assert.Equal([AmendmentKind.Cancelled, AmendmentKind.Resumed], activity.Amendments.Select(a => a.Kind));
    }

    [Fact]
    public async Task The_due_date_moves_within_the_plan_with_who_and_why()
    {
        var activity = plan.ActivityOf("10");
        Assert.Null((await Amendments.MoveDueDate(Given.ReporterOfSoNoiVu, activity.Id, ExpectedVersion.Of(1), new NewDueDate(new(2024, 9, 1), "Làm sớm"), default)).Refusal);

        Assert.Equal(ProgressStatus.Overdue, On("10", Sep14, 0).Status);
        Assert.Equal((new DateOnly(2024, 12, 31), "baocao.snv"), (activity.Amendments[0].OldDueOn!.Value, activity.Amendments[0].By));
        Assert.True((await Amendments.MoveDueDate(Given.Coordinator, activity.Id, ExpectedVersion.Any, new NewDueDate(new(2025, 1, 1), "x"), default)).Refusal!.Errors.ContainsKey("dueOn"));
    }

    [Fact]
    public async Task An_activity_added_mid_year_is_expected_from_its_own_first_day()
    {
        var added = (await Amendments.Add(Given.Coordinator, plan.Id, NewOne(), default)).Value!;

        Assert.Equal((16, "16"), (added.Order, added.Targets[0].Label));
        Assert.False(added.IsPartOn(Jun14));
        Assert.Equal(41, Figures.Of(plan, added, added.Targets[0], Sep14, Given.Totals(0)).Expected); // floor(100 x 76 / 184)
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Head)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Leader)]
    public async Task Nobody_but_the_coordinator_adds_an_activity(Role role) =>
        Assert.Equal(RefusalKind.NotAllowed, (await Amendments.Add(Given.Person("ai đó", Given.SoNoiVu, role), plan.Id, NewOne(), default)).Refusal!.Kind);

    private static Result<NewActivity> NewOne() => new NewActivity(
        new(2024, 7, 1), Decision, "Bổ sung", "Phát thanh cơ sở", null, "100 lượt", Given.SoNoiVu.Id, "", "Từ tháng 7", null, false,
        [new NewTarget(TargetKind.Count, 100, "lượt")]);

    private Task<Result<Activity>> Change(
        string label, decimal value, string from, bool confirm = false, string unit = "số", Actor? actor = null) => Amendments.AddVersion(
        actor ?? Given.Coordinator, plan.ActivityOf(label).Id, plan.Target(label).Id,
        new NewTargetVersion(value, unit, DateOnly.ParseExact(from, "yyyy-MM-dd", null), Decision, "Điều chỉnh", confirm), default);

    private Task<Result<Activity>> Phase(string label, Actor actor, params (DateOnly On, decimal Amount)[] steps) => Amendments.Phase(
        actor, plan.ActivityOf(label).Id, plan.Target(label).Id, ExpectedVersion.Any, new Phasing([.. steps.Select(s => new Milestone(s.On, s.Amount))], "Phân kỳ"), default);

    private TargetFigures On(string label, DateOnly day, decimal toDate) =>
        Figures.Of(plan, plan.ActivityOf(label), plan.Target(label), day, Given.Totals(toDate));

    private ProgressEntry Confirmed(string label, decimal quantity) => new()
    {
        PlanId = plan.Id, ActivityId = plan.ActivityOf(label).Id, AgencyId = Given.SoNoiVu.Id, CreatedById = Guid.NewGuid(), CreatedByName = "x",
        CreatedAt = DateTime.UnixEpoch, Content = new() { TargetId = plan.Target(label).Id, Date = new(2024, 5, 20), Quantity = quantity, Title = "x" },
        CountedOn = new(2024, 5, 20), Status = EntryStatus.Confirmed,
    };
}
