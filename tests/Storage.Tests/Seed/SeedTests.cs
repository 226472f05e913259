using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Seed;

public sealed class SeedTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Communes_follow_the_merger_of_1_November_2024(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var all = await store.Get<IAgencyRegister>().All(default);
        var communes = all.Values.Where(a => a.Level is AgencyLevel.Commune).ToList();
        var ninhKieu = all.Values.Single(a => a.SeedKey == "ninh-kieu").Id;
        var (before, after) = (new DateOnly(2024, 10, 31), new DateOnly(2024, 11, 1));

        Assert.Equal((83, 80), (communes.Count(a => a.ExistsOn(before)), communes.Count(a => a.ExistsOn(after))));
        Assert.Equal(11, communes.Count(a => a.ExistsOn(before) && a.ParentOn(before) == ninhKieu));
        Assert.Equal(8, communes.Count(a => a.ExistsOn(after) && a.ParentOn(after) == ninhKieu));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Plan_246_is_loaded_whole(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var targets = plan.Activities.SelectMany(a => a.Targets).ToList();

        Assert.Equal("246/KH-UBND", plan.Number);
        Assert.Equal((15, 16, 26), (plan.Activities.Count, targets.Count, plan.Tasks.Count));
        Assert.Equal((9, 6), (plan.Text.Themes.Count, plan.Text.Forms.Count));
        Assert.Equal(new Cadence(1, CadencePer.Week), Assert.Single(targets, t => t.Cadence is not null).Cadence);
        Assert.Equal("5", targets.Single(t => t.Cadence is not null).Label);
        Assert.Equal([7, 8, 9, 10, 11], plan.Activities.Where(a => a.DeliveryModeAsked).Select(a => a.Order));
        Assert.Equal([9, 3, 1, 1, 1], plan.Activities.CountBy(a => a.LeadAgencyId).Select(c => c.Value).OrderDescending());
        Assert.All(plan.Activities, a => Assert.Equal(plan.To, a.DueOn));
        Assert.Equal(15_000m, targets.Single(t => t.Label == "12").VersionOn(plan.From).Value);
        Assert.Equal("246/KH-UBND", targets[0].Versions.Single().Document!.Number);
        Assert.False(plan.IsSample);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Calendar_has_the_periods_of_the_year(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var periods = await store.Get<IReportingCalendar>().Of(plan.Id, default);

        Assert.Equal(["2024-Q1", "2024-H1", "2024-Q3", "2024-Y", "2024-KH"], periods.Select(p => p.Code));
        Assert.Equal(new DateOnly(2024, 9, 18), periods[2].DueDates.Single(d => d.Level == "Coordinator").DueOn);
        Assert.Equal("Quý III", (await store.Get<IReportingCalendar>().Find(periods[2].Id, default))!.Name);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Loading_twice_adds_nothing(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var before = await Counts(store);
        await Database.Prepare(store.Services, demo: true);

        Assert.Equal(before, await Counts(store));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_real_start_has_no_account_and_no_entry(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var counts = await Counts(store);

        Assert.Equal((0, 0, 1), (counts.Accounts, counts.Entries, counts.Plans));
    }

    private static async Task<(int Agencies, int Plans, int Periods, int Roles, int Accounts, int Entries, int Changes)> Counts(PlanStore store)
    {
        await using var db = await store.Context();
        return (await db.Agencies.CountAsync(), await db.Plans.CountAsync(), await db.Periods.CountAsync(), await db.Roles.CountAsync(),
            await db.Users.CountAsync(), await db.Entries.CountAsync(), await db.Changes.CountAsync());
    }
}
