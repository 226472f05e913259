using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Progress;

public sealed class TotalsTests(PostgresCluster postgres)
{
    private static readonly TotalsWindow SecondQuarter = new(new DateOnly(2024, 4, 1), new DateOnly(2024, 6, 30), new DateOnly(2024, 5, 31));

    [Theory, ClassData(typeof(Providers))]
    public async Task Confirmed_counts_in_the_window_and_to_date_and_submitted_only_as_pending(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        await store.Add(
            Given.Entry(plan, 1, date: "2024-03-31"), Given.Entry(plan, 2, date: "2024-04-01", evidence: 2, mode: DeliveryMode.Online),
            Given.Entry(plan, 4, date: "2024-05-31", mode: DeliveryMode.Online), Given.Entry(plan, 8, date: "2024-06-01"),
            Given.Entry(plan, 16, EntryStatus.Submitted, "2024-05-31"), Given.Entry(plan, 32, EntryStatus.Submitted, "2024-06-01"),
            Given.Entry(plan, 64, EntryStatus.Draft, "2024-05-01"), Given.Entry(plan, 128, EntryStatus.Returned, "2024-05-01"),
            Given.Entry(plan, 256, EntryStatus.Withdrawn, "2024-05-01", evidence: 1));

        var totals = await Totals(store, plan, SecondQuarter);

        Assert.Equal((6m, 7m, 16m), (totals.InPeriod, totals.ToDate, totals.Pending));
        Assert.Equal((1, 2, 1), (totals.PendingEntries, totals.Entries, totals.WithEvidence));
        Assert.Equal([(DeliveryMode.Online, 2)], totals.Modes.Select(m => (m.Key, m.Value)));
        Assert.Equal(2, await store.Get<IProgressBook>().CountSubmitted(plan.Id, default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Quantities_are_added_up_exactly(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        await store.Add([.. Enumerable.Repeat(0.0001m, 10).Append(0.1m).Append(0.2m).Append(999_999_999_999.9999m).Append(-0.3m)
            .Select(q => Given.Entry(plan, q, date: "2024-05-01"))]);

        Assert.Equal(1_000_000_000_000.0009m, (await Totals(store, plan, SecondQuarter)).ToDate);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Targets_without_entries_and_other_plans_are_absent(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var other = Given.Plan(plan.IssuerAgencyId, number: "2/KH-UBND");
        await store.Add(other, Given.Entry(other, date: "2024-05-01"));

        Assert.Empty(await store.Get<IProgressBook>().Totals(plan.Id, SecondQuarter, default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Evidence_added_later_is_counted(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var entry = Given.Entry(plan, date: "2024-05-01");
        await store.Add(entry);
        await using (var db = await store.Context())
        {
            (await db.Entries.FindAsync(entry.Id))!.Evidence.Add(Given.Document(1));
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, (await Totals(store, plan, SecondQuarter)).WithEvidence);
    }

    private static async Task<TargetTotals> Totals(PlanStore store, Plan plan, TotalsWindow window) =>
        (await store.Get<IProgressBook>().Totals(plan.Id, window, default))[plan.Activities[0].Targets[0].Id];

    private async Task<(PlanStore Store, Plan Plan)> GivenPlan(StorageProvider provider)
    {
        var store = await PlanStore.Open(provider, postgres);
        var lead = Given.Agency();
        var plan = Given.Plan(lead.Id);
        await store.Add(lead, plan);
        return (store, plan);
    }
}
