using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class EntryFlowTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);
    private static readonly DateOnly Sep5 = new(2024, 9, 5);

    [Fact]
    public async Task An_entry_goes_from_draft_to_confirmed_and_every_step_is_recorded()
    {
        var world = Memory(Today);

        var entry = (await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5)).Entry;
        var confirmed = (await world.Log.Confirm(Given.Coordinator, entry.Id, ExpectedVersion.Of(entry.Version), default)).Value!.Entry;

        Assert.Equal((EntryStatus.Confirmed, Sep5, 3), (confirmed.Status, confirmed.CountedOn, confirmed.Version));
        Assert.Equal(["log", "submit", "confirm"], world.History.Select(h => h.What));
        Assert.Equal([EntryStepKind.Submission, EntryStepKind.Confirmation], confirmed.Steps.Select(s => s.Kind));
    }

    [Fact]
    public async Task A_returned_entry_can_be_mended_and_sent_again()
    {
        var world = Memory(Today);
        var entry = (await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5)).Entry;

        await world.Log.Return(Given.Coordinator, entry.Id, ExpectedVersion.Any, new EntryReason("Thiếu biên bản", ["evidence"]), default);
        var edited = await world.Log.Edit(Given.ReporterOfSoVanHoa, entry.Id, ExpectedVersion.Any, Content(world, "15", Sep5, 2), default);
        var again = await world.Log.Submit(Given.ReporterOfSoVanHoa, entry.Id, ExpectedVersion.Any, default);

        Assert.Null(edited.Refusal);
        Assert.Equal((EntryStatus.Submitted, 2m), (again.Value!.Entry.Status, again.Value.Entry.Content.Quantity));
    }

    [Theory]
    [InlineData("supporting")]
    [InlineData("head")]
    [InlineData("leader")]
    [InlineData("administrator")]
    [InlineData("other lead")]
    public async Task Only_a_reporter_of_the_lead_or_the_coordinator_logs(string who)
    {
        var actor = who switch
        {
            "supporting" => Given.ReporterOfNinhKieu,
            "head" => Given.HeadOfSoVanHoa,
            "leader" => Given.Leader,
            "administrator" => Given.Administrator,
            _ => Given.ReporterOfSoNoiVu,
        };
        var world = Memory(Today);

        var refused = await world.Log.Log(actor, world.Plan.ActivityOf("15").Id, Refusal.Invalid("x", "judged later"), default);

        Assert.Equal((RefusalKind.NotAllowed, "progress.not-lead"), (refused.Refusal!.Kind, refused.Refusal.Code));
        Assert.Empty(world.Entries);
    }

    [Fact]
    public async Task Sở_Nội_vụ_enters_for_any_lead_and_it_is_recorded_as_such()
    {
        var world = Memory(Today);

        var entry = (await world.Logged(Given.Coordinator, "15", Sep5)).Entry;

        Assert.Equal((Given.SoVanHoa.Id, (Guid?)Given.SoNoiVu.Id), (entry.AgencyId, entry.OnBehalfByAgencyId));
    }

    [Fact]
    public async Task Nobody_confirms_what_they_entered()
    {
        var world = Memory(Today);
        var entry = (await world.Submitted(Given.Coordinator, "15", Sep5)).Entry;

        var own = await world.Log.Confirm(Given.Coordinator, entry.Id, ExpectedVersion.Any, default);
        var other = await world.Log.Confirm(Given.SecondCoordinator, entry.Id, ExpectedVersion.Any, default);

        Assert.Equal("progress.own-entry", own.Refusal!.Code);
        Assert.Null(other.Refusal);
    }

    [Fact]
    public async Task A_draft_of_another_agency_is_not_there_and_a_confirmed_one_is_refused()
    {
        var world = Memory(Today);
        var draft = (await world.Logged(Given.ReporterOfSoVanHoa, "15", Sep5)).Entry;
        var confirmed = Confirmed(world, "15", Sep5, 1);
        world.Entries.Add(confirmed);

        async Task<RefusalKind> Withdrawn(Guid id) => (await world.Log.Withdraw(
            Given.ReporterOfNinhKieu, id, ExpectedVersion.Any, new EntryReason("x", []), default)).Refusal!.Kind;

        Assert.Equal(RefusalKind.NotFound, await Withdrawn(draft.Id));
        Assert.Equal(RefusalKind.NotAllowed, await Withdrawn(confirmed.Id));
    }

    [Fact]
    public async Task Refusals_come_in_order_right_body_version_state()
    {
        var world = Memory(Today);
        var entry = (await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5)).Entry;

        async Task<RefusalKind> Returned(Actor actor, string reason, ExpectedVersion version) =>
            (await world.Log.Return(actor, entry.Id, version, new EntryReason(reason, []), default)).Refusal?.Kind ?? default;

        Assert.Equal(RefusalKind.NotAllowed, await Returned(Given.ReporterOfSoVanHoa, "", ExpectedVersion.Missing));
        Assert.Equal(RefusalKind.Invalid, await Returned(Given.Coordinator, "", ExpectedVersion.Missing));
        Assert.Equal(RefusalKind.VersionMissing, await Returned(Given.Coordinator, "Thiếu", ExpectedVersion.Missing));
        Assert.Equal(RefusalKind.Stale, await Returned(Given.Coordinator, "Thiếu", ExpectedVersion.Of(99)));
        entry.Status = EntryStatus.Confirmed;
        Assert.Equal(RefusalKind.Conflict, await Returned(Given.Coordinator, "Thiếu", ExpectedVersion.Any));
    }

    [Fact]
    public async Task A_confirmed_entry_is_withdrawn_by_Sở_Nội_vụ_only()
    {
        var world = Memory(Today);
        var entry = Confirmed(world, "15", Sep5, 1);
        world.Entries.Add(entry);

        var byLead = await world.Log.Withdraw(Given.ReporterOfSoVanHoa, entry.Id, ExpectedVersion.Any, new EntryReason("Nhầm", []), default);
        var byCoordinator = await world.Log.Withdraw(Given.Coordinator, entry.Id, ExpectedVersion.Any, new EntryReason("Nhầm", []), default);

        Assert.Equal(RefusalKind.NotAllowed, byLead.Refusal!.Kind);
        Assert.Equal(EntryStatus.Withdrawn, byCoordinator.Value!.Entry.Status);
    }

    [Fact]
    public async Task Submitting_asks_for_evidence_or_a_reason_and_for_the_mode_of_starred_rows()
    {
        var world = Memory(Today);
        var draft = (await world.Log.Log(Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("8").Id,
            Content(world, "8", Sep5) with { NoEvidenceReason = null }, default)).Value!.Entry;

        var refused = await world.Log.Submit(Given.ReporterOfSoNoiVu, draft.Id, ExpectedVersion.Any, default);
        await world.Log.AddEvidence(Given.ReporterOfSoNoiVu, draft.Id, new Evidence { Kind = EvidenceKind.Link, Url = "https://example.invalid/a" }, default);
        await world.Log.Edit(Given.ReporterOfSoNoiVu, draft.Id, ExpectedVersion.Any, draft.Content with { Mode = DeliveryMode.Hybrid }, default);
        var taken = await world.Log.Submit(Given.ReporterOfSoNoiVu, draft.Id, ExpectedVersion.Any, default);

        Assert.Equal(["mode", "noEvidenceReason"], refused.Refusal!.Errors.Keys.Order());
        Assert.Null(taken.Refusal);
    }

    [Fact]
    public async Task Bulk_confirming_answers_for_each_row()
    {
        var world = Memory(Today);
        var good = (await world.Submitted(Given.ReporterOfSoVanHoa, "15", Sep5)).Entry;
        var draft = (await world.Logged(Given.ReporterOfSoNoiVu, "1", Sep5)).Entry;

        var results = await world.Log.ConfirmMany(
            Given.Coordinator, [(good.Id, ExpectedVersion.Of(2)), (draft.Id, ExpectedVersion.Any), (Guid.Empty, ExpectedVersion.Any)], default);

        Assert.Equal([null, RefusalKind.Conflict, RefusalKind.NotFound], results.Select(r => r.Result.Refusal?.Kind));
    }

    [Fact]
    public async Task One_event_with_shares_of_two_agencies_counts_once()
    {
        var world = Memory(Today);
        var content = Content(world, "8", Sep5) with { Mode = DeliveryMode.InPerson, Supporting = [new(Given.SoVanHoa.Id, "Hội trường"), new(Given.NinhKieu.Id, "Đại biểu")] };

        var view = (await world.Log.Log(Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("8").Id, content, default)).Value!;
        view.Entry.Status = EntryStatus.Confirmed;
        var activity = (await world.Progress.Activity(Given.Leader, view.Activity.Id, null, default)).Value!;

        Assert.Equal(2, view.Supporting.Count);
        Assert.Equal(1, activity.Targets[0].Figures.ToDate);
    }
}
