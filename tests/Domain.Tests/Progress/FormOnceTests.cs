using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Progress;

/// <summary>A form makes one entry, with its evidence and its sending, however often it arrives.</summary>
public sealed class FormOnceTests
{
    private static readonly DateOnly Sep5 = new(2024, 9, 5);
    private static readonly Evidence Link = new() { Kind = EvidenceKind.Link, Url = "https://cantho.gov.vn/a" };

    [Fact]
    public async Task A_form_that_arrives_twice_makes_one_entry_and_the_second_leads_to_it()
    {
        var world = Memory(new(2024, 9, 10));
        var extras = new EntryExtras { ClientKey = Guid.CreateVersion7(), Evidence = [Link], Submit = true };

        var first = await Log(world, Given.ReporterOfSoVanHoa, extras);
        var second = await Log(world, Given.ReporterOfSoVanHoa, extras);

        Assert.Equal((false, true), (first.Value!.IsRepeat, second.Value!.IsRepeat));
        Assert.Equal(first.Value.Entry.Id, second.Value.Entry.Id);
        var entry = Assert.Single(world.Entries);
        Assert.Equal((EntryStatus.Submitted, 1, 3), (entry.Status, entry.Evidence.Count, entry.Version));
        Assert.Equal(["log", "add-evidence", "submit"], world.History.Select(h => h.What));
    }

    [Fact]
    public async Task Two_people_may_have_the_same_key_and_two_forms_without_a_key_are_two_entries()
    {
        var world = Memory(new(2024, 9, 10));
        var extras = new EntryExtras { ClientKey = Guid.CreateVersion7() };

        await Log(world, Given.ReporterOfSoVanHoa, extras);
        await Log(world, Given.Coordinator, extras);
        await Log(world, Given.ReporterOfSoVanHoa, new());
        await Log(world, Given.ReporterOfSoVanHoa, new());

        Assert.Equal(4, world.Entries.Count);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_not_kept_as_a_draft_either()
    {
        var world = Memory(new(2024, 9, 10));
        var silent = Content(world, "15", Sep5) with { NoEvidenceReason = null };

        var refused = await world.Log.Log(Given.ReporterOfSoVanHoa, world.Plan.ActivityOf("15").Id, silent, new EntryExtras { Submit = true }, default);

        Assert.Contains("noEvidenceReason", refused.Refusal!.Errors.Keys);
        Assert.Empty(world.Entries);
    }

    [Fact]
    public async Task Wrong_evidence_refuses_the_whole_form()
    {
        var world = Memory(new(2024, 9, 10));

        var refused = await Log(world, Given.ReporterOfSoVanHoa, new EntryExtras { Evidence = [Link, Link with { Url = "javascript:alert(1)" }] });

        Assert.Contains("url", refused.Refusal!.Errors.Keys);
        Assert.Empty(world.Entries);
    }

    [Fact]
    public async Task Who_does_not_lead_may_not_send_a_form_whatever_its_key()
    {
        var world = Memory(new(2024, 9, 10));
        var extras = new EntryExtras { ClientKey = Guid.CreateVersion7() };
        await Log(world, Given.ReporterOfSoVanHoa, extras);

        Assert.Equal(RefusalKind.NotAllowed, (await Log(world, Given.ReporterOfNinhKieu, extras)).Refusal!.Kind);
    }

    // Examples 4.10: one toạ đàm of row 8 with shares of two districts.
    [Fact]
    public async Task One_output_counts_once_however_many_supported_it()
    {
        var world = Memory(new(2024, 9, 10));
        var content = Content(world, "8", Sep5) with
        {
            Mode = DeliveryMode.InPerson,
            Supporting = [new(Given.NinhKieu.Id, "Mời đại biểu"), new(Given.SoVanHoa.Id, "Hội trường")],
        };
        var entry = (await world.Log.Log(Given.ReporterOfSoNoiVu, world.Plan.ActivityOf("8").Id, content, new EntryExtras { Submit = true }, default)).Value!;
        var confirmed = (await world.Log.Confirm(Given.Coordinator, entry.Entry.Id, ExpectedVersion.Any, default)).Value!;

        var activity = (await world.Progress.Activity(Given.Leader, world.Plan.ActivityOf("8").Id, new(2024, 9, 10), default)).Value!;

        Assert.Equal(1, activity.Targets.Single().Figures.ToDate);
        Assert.Equal([Given.SoNoiVu.Id, Given.NinhKieu.Id, Given.SoVanHoa.Id], [confirmed.Agency.Id, .. confirmed.Supporting.Select(s => s.Agency.Id)]);
    }

    private static Task<Result<EntryView>> Log(World world, Actor actor, EntryExtras extras) =>
        world.Log.Log(actor, world.Plan.ActivityOf("15").Id, Content(world, "15", Sep5), extras, default);
}
