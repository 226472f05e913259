using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Progress.EntrySteps;

namespace PlanTracker.Domain.Tests.Progress;

/// <summary>Who receives an entry again sees what was changed since it was returned.</summary>
public sealed class ResubmissionTests
{
    private static readonly DateOnly Sep5 = new(2024, 9, 5);

    [Fact]
    public async Task Each_changed_field_is_told_with_its_old_and_new_value_and_whether_it_was_asked_for()
    {
        var world = Memory(new(2024, 9, 10));
        var id = await Returned(world, "quantity", "place");

        await Edited(world, id, Content(world, "15", Sep5, 15) with { Note = "Đã kiểm lại" });
        var difference = (await Sent(world, id)).ChangedSinceReturn!;

        Assert.Equal([("quantity", "2 số", "15 số", true), ("note", null, "Đã kiểm lại", false)],
            difference.Fields.Select(f => (f.Field, f.Old, f.New, f.Asked)));
        Assert.Equal(["place"], difference.StillSame);
        Assert.False(difference.IsNothing);
    }

    [Fact]
    public async Task Evidence_that_came_and_went_is_told()
    {
        var world = Memory(new(2024, 9, 10));
        var id = await Returned(world, "evidence");
        var old = world.Entries.Single().Evidence.Single();

        await world.Log.AddEvidence(Given.ReporterOfSoVanHoa, id, new Evidence { Kind = EvidenceKind.Link, Url = "https://cantho.gov.vn/b" }, default);
        await world.Log.RemoveEvidence(Given.ReporterOfSoVanHoa, id, old.Id, ExpectedVersion.Any, default);
        var difference = (await Sent(world, id)).ChangedSinceReturn!;

        Assert.Equal(("https://cantho.gov.vn/b", old.Id), (difference.Added.Single().Url, difference.Removed.Single().Id));
        Assert.Empty(difference.StillSame);
    }

    [Fact]
    public async Task Sent_again_as_it_was_is_told_as_nothing_changed()
    {
        var world = Memory(new(2024, 9, 10));
        var id = await Returned(world, "place");

        var difference = (await Sent(world, id)).ChangedSinceReturn!;

        Assert.True(difference.IsNothing);
        Assert.Equal(["place"], difference.StillSame);
    }

    [Fact]
    public async Task A_second_return_starts_anew_and_a_confirmed_entry_tells_nothing()
    {
        var world = Memory(new(2024, 9, 10));
        var id = await Returned(world, "quantity");
        await Edited(world, id, Content(world, "15", Sep5, 3));
        await Sent(world, id);
        await world.Log.Return(Given.Coordinator, id, ExpectedVersion.Any, new EntryReason("Vẫn sai", ["quantity"]), default);
        await Edited(world, id, Content(world, "15", Sep5, 4));

        var again = await Sent(world, id);
        var confirmed = (await world.Log.Confirm(Given.Coordinator, id, ExpectedVersion.Any, default)).Value!;

        Assert.Equal(("3 số", "4 số"), (again.ChangedSinceReturn!.Fields.Single().Old, again.ChangedSinceReturn.Fields.Single().New));
        Assert.Null(confirmed.ChangedSinceReturn);
    }

    [Fact]
    public async Task An_entry_that_was_never_returned_tells_nothing() =>
        Assert.Null((await Memory(new(2024, 9, 10)).Submitted(Given.ReporterOfSoVanHoa, "15", Sep5)).ChangedSinceReturn);

    private static async Task<Guid> Returned(World world, params string[] fields)
    {
        var id = (await world.Logged(Given.ReporterOfSoVanHoa, "15", Sep5, 2)).Entry.Id;
        await world.Log.AddEvidence(Given.ReporterOfSoVanHoa, id, new Evidence { Kind = EvidenceKind.Link, Url = "https://cantho.gov.vn/a" }, default);
        await world.Log.Submit(Given.ReporterOfSoVanHoa, id, ExpectedVersion.Any, default);
        Assert.Null((await world.Log.Return(Given.Coordinator, id, ExpectedVersion.Any, new EntryReason("Kiểm lại", fields), default)).Refusal);
        return id;
    }

    private static async Task Edited(World world, Guid id, EntryContent content) =>
        Assert.Null((await world.Log.Edit(Given.ReporterOfSoVanHoa, id, ExpectedVersion.Any, content, default)).Refusal);

    private static async Task<EntryView> Sent(World world, Guid id) =>
        (await world.Log.Submit(Given.ReporterOfSoVanHoa, id, ExpectedVersion.Any, default)).Value!;
}
