using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Plans;

public sealed class PlanDraftTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_draft_is_kept_as_it_was_made_and_becomes_a_plan_when_issued(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var register = store.Get<IAgencyRegister>();
        var lead = (await register.All(default)).Values.First(a => a.SeedKey == "so-noi-vu");
        var coordinator = Given.Actor(Role.Coordinator, lead.Id);
        var reading = new PlanDraftReading(store.Get<IPlanDrafts>(), register);
        var drafting = new PlanDrafting(store.Get<IStore>(), store.Get<IPlanLibrary>(), register, reading, new BusinessClock(TimeProvider.System));
        var head = new PlanHead("9/KH-SNV", new(2024, 1, 5), "Kế hoạch thử", lead.Id, 2024, new(2024, 1, 1), new(2024, 12, 31));
        var row = new DraftRow(
            Guid.Empty, "Tranh cổ động", "Tranh", "02 tranh (phát hành 4.000 tờ)", null, null, "Sở Nội vụ", "UBND quận, huyện", "Quý II", null, true);

        var id = (await drafting.Create(coordinator, head with { Number = null, IssuedOn = null }, default)).Value!.Draft.Id;
        await drafting.AddRow(coordinator, id, ExpectedVersion.Of(1), row, default);
        await drafting.Edit(coordinator, id, ExpectedVersion.Of(2), head, default);
        var kept = (await reading.Find(coordinator, id, default)).Value!;
        var stale = await drafting.RemoveRow(coordinator, id, kept.Rows[0].Row.Id, ExpectedVersion.Of(2), default);
        var issued = await drafting.Issue(coordinator, id, ExpectedVersion.Of(3), default);

        Assert.Equal((head, row with { Id = kept.Rows[0].Row.Id }), (kept.Draft.Head, kept.Rows[0].Row));
        Assert.Equal(RefusalKind.Stale, stale.Refusal!.Kind);
        Assert.Null(issued.Refusal);
        Assert.Empty(await reading.All(coordinator, default));
        var plan = (await store.Get<IPlanLibrary>().Find(id, default))!;
        var activity = Assert.Single(plan.Activities);
        Assert.Equal((kept.Rows[0].Row.Id, new DateOnly(2024, 6, 30), true), (activity.Id, activity.DueOn, activity.DeliveryModeAsked));
        Assert.Equal([("1a", 2m), ("1b", 4000m)], activity.Targets.Select(t => (t.Label, t.Versions[0].Value!.Value)));
        Assert.Equal(AgencyGroup.District, Assert.Single(activity.Supporting).Group);
    }
}
