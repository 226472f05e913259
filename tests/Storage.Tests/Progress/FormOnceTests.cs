using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Progress;

/// <summary>A form makes one entry on either database; lists by owner and state; the list of channels.</summary>
public sealed class FormOnceTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Nine_forms_with_one_key_at_once_make_one_entry(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (lead, plan) = await Set(store);
        var log = Log(store, new(2024, 9, 10));
        var reporter = Given.Actor(Role.Reporter, lead.Id);
        var activity = plan.Activities[0];
        var content = new EntryContent { TargetId = activity.Targets[0].Id, Date = new(2024, 9, 5), Quantity = 1, Title = "Một lần", NoEvidenceReason = "Chờ" };
        var extras = new EntryExtras { ClientKey = Guid.CreateVersion7(), Submit = true };

        var results = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => log.Log(reporter, activity.Id, content, extras, default)));

        Assert.Single(results.Select(r => r.Value!.Entry.Id).Distinct());
        Assert.Single(results, r => !r.Value!.IsRepeat);
        Assert.Equal(1, (await store.Get<IProgressBook>().List(new EntryFilter(), new ListQuery(), reporter, default)).Total);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_database_itself_refuses_a_second_entry_of_a_form(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (_, plan) = await Set(store);
        var (one, other) = (Keyed(plan), Keyed(plan));
        await store.Add(one);

        await Assert.ThrowsAnyAsync<Exception>(() => store.Add(other));

        ProgressEntry Keyed(Plan of)
        {
            var entry = Given.Entry(of);
            return new()
            {
                PlanId = entry.PlanId, ActivityId = entry.ActivityId, AgencyId = entry.AgencyId, CreatedById = Guid.Parse("01920000-0000-7000-8000-000000000001"),
                CreatedByName = "A", CreatedAt = entry.CreatedAt, Content = entry.Content, CountedOn = entry.CountedOn,
                ClientKey = Guid.Parse("01920000-0000-7000-8000-000000000002"),
            };
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_an_entry_was_when_it_was_returned_is_kept_with_it(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (lead, plan) = await Set(store);
        var log = Log(store, new(2024, 9, 10));
        var (reporter, coordinator) = (Given.Actor(Role.Reporter, lead.Id), Given.Actor(Role.Coordinator, lead.Id));
        var activity = plan.Activities[0];
        var content = new EntryContent
        {
            TargetId = activity.Targets[0].Id, Date = new(2024, 9, 5), Quantity = 1.5m, Title = "Trước", NoEvidenceReason = "Chờ",
            Supporting = [new(lead.Id, "x")], Themes = [],
        };
        content = content with { Quantity = 1, Supporting = [] };
        var id = (await log.Log(reporter, activity.Id, content, new EntryExtras { Submit = true }, default)).Value!.Entry.Id;
        await log.Return(coordinator, id, ExpectedVersion.Any, new EntryReason("Sửa tên", ["title"]), default);
        await log.Edit(reporter, id, ExpectedVersion.Any, content with { Title = "Sau" }, default);
        await log.Submit(reporter, id, ExpectedVersion.Any, default);

        var view = (await Reading(store, new(2024, 9, 10)).Find(coordinator, id, default)).Value!;

        var field = Assert.Single(view.ChangedSinceReturn!.Fields);
        Assert.Equal(("title", "Trước", "Sau", true), (field.Field, field.Old, field.New, field.Asked));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Entries_are_listed_by_owner_and_by_several_states(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (lead, plan) = await Set(store);
        var other = Given.Agency("Sở Tài chính");
        await store.Add(other);
        await store.Add(
            Given.Entry(plan, status: EntryStatus.Confirmed), Given.Entry(plan, status: EntryStatus.Submitted),
            Given.Entry(plan, status: EntryStatus.Submitted, agencyId: other.Id), Given.Entry(plan, status: EntryStatus.Draft, agencyId: other.Id, onBehalfBy: lead.Id));
        var coordinator = Given.Actor(Role.Coordinator, lead.Id);
        async Task<int> Count(EntryFilter filter) => (await store.Get<IProgressBook>().List(filter, new ListQuery(), coordinator, default)).Total;

        Assert.Equal(3, await Count(new() { AnyOf = [EntryStatus.Confirmed, EntryStatus.Submitted] }));
        Assert.Equal(3, await Count(new() { OfAgencies = [lead.Id] }));
        Assert.Equal(2, await Count(new() { OfAgencies = [other.Id], AnyOf = [EntryStatus.Draft, EntryStatus.Submitted] }));
        Assert.Equal(0, await Count(new() { OfAgencies = [] }));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_new_database_has_the_default_channels_and_keeps_what_is_made_of_them(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var channels = store.Get<IChannelList>();
        var administration = new ChannelAdministration(store.Get<IStore>(), channels, new BusinessClock(TimeProvider.System));
        var coordinator = Given.Actor(Role.Coordinator);
        var zalo = (await channels.All(default)).Single(c => c.Code == "Zalo");

        Assert.Equal(Channels.Default.Select(c => c.Code), (await channels.All(default)).Select(c => c.Code));
        Assert.Null((await administration.Change(coordinator, zalo.Id, ExpectedVersion.Of(1), new ChannelChange("Zalo OA", false), default)).Refusal);
        Assert.Null((await administration.Add(coordinator, new NewChannel("App", "Ứng dụng"), default)).Refusal);
        Assert.Equal(RefusalKind.Stale, (await administration.Change(coordinator, zalo.Id, ExpectedVersion.Of(1), new ChannelChange("Zalo", true), default)).Refusal!.Kind);

        var kept = (await channels.All(default)).Single(c => c.Id == zalo.Id);
        Assert.Equal(("Zalo OA", false, 2), (kept.Name, kept.IsActive, kept.Version));
        Assert.Equal("App", (await channels.All(default))[^1].Code);
    }

    private static async Task<(Agency Lead, Plan Plan)> Set(PlanStore store)
    {
        var lead = Given.Agency();
        var plan = Given.Plan(lead.Id);
        await store.Add(lead, plan);
        store.Get<PlanTracker.Storage.Agencies.AgencyRegister>().Forget();
        return (lead, plan);
    }

    private static EntryReading Reading(PlanStore store, DateOnly day) => new(
        store.Get<IProgressBook>(), store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>(), store.Get<IChannelList>(), new(TimeProvider.System, day));

    private static EntryLog Log(PlanStore store, DateOnly day) =>
        new(store.Get<IStore>(), store.Get<IPlanLibrary>(), store.Get<IAgencyRegister>(), Reading(store, day), new(TimeProvider.System, day));
}
