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

    [Theory, ClassData(typeof(Providers))]
    public async Task Day_by_day_the_sums_are_those_of_the_day_and_of_the_activity_asked_for(StorageProvider provider)
    {
        var (store, plan) = await GivenPlan(provider);
        await using var _ = store;
        var other = Given.Plan(plan.IssuerAgencyId, number: "2/KH-UBND");
        await store.Add(
            other, Given.Entry(other, 500, date: "2024-05-01"), Given.Entry(plan, 1, date: "2024-03-31"), Given.Entry(plan, 2.5m, date: "2024-05-31"),
            Given.Entry(plan, -0.5m, date: "2024-05-31"), Given.Entry(plan, 8, date: "2024-06-01"), Given.Entry(plan, 16, EntryStatus.Submitted, "2024-05-31"),
            Given.Entry(plan, 32, EntryStatus.Withdrawn, "2024-05-01"));
        var target = plan.Activities[0].Targets[0].Id;
        var book = store.Get<IProgressBook>();

        foreach (var activity in new Guid?[] { null, plan.Activities[0].Id })
        {
            var daily = await book.Daily(plan.Id, activity, new(2024, 5, 31), default);
            foreach (var day in new DateOnly[] { new(2024, 3, 30), new(2024, 3, 31), new(2024, 5, 30), new(2024, 5, 31), new(2024, 6, 1) })
            {
                var asOf = day < new DateOnly(2024, 5, 31) ? day : new(2024, 5, 31);
                var totals = (await book.Totals(plan.Id, new(asOf, asOf, asOf), default)).GetValueOrDefault(target, TargetTotals.None);
                Assert.Equal((day, totals.ToDate), (day, daily.On(target, day).ToDate));
            }
            Assert.Equal(2, daily.EntriesIn(target, new(2024, 5, 1), new(2024, 6, 30)));
        }
        Assert.Equal(0, (await book.Daily(plan.Id, other.Activities[0].Id, new(2024, 12, 31), default)).On(target, new(2024, 12, 31)).ToDate);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_agency_of_a_percentage_counts_from_its_first_confirmed_day_on(StorageProvider provider)
    {
        var store = await PlanStore.Open(provider, postgres);
        await using var _ = store;
        var lead = Given.Agency();
        var plan = Given.Plan(lead.Id);
        var first = plan.Activities[0].Targets[0];
        plan.Activities[0].Targets[0] = new()
        {
            ActivityId = first.ActivityId, Order = 0, Label = "1", Kind = Domain.Activities.TargetKind.Percentage, Unit = "%", Members = Domain.Agencies.AgencyGroup.Department, Versions = { new(0, 100, new(2024, 1, 1), null, null) },
        };
        await store.Add(lead, plan, Member("2024-05-10"), Member("2024-04-10"), Member("2024-03-10", EntryStatus.Submitted));
        var target = plan.Activities[0].Targets[0].Id;

        var daily = await store.Get<IProgressBook>().Daily(plan.Id, null, new(2024, 5, 31), default);

        Assert.Empty(daily.On(target, new(2024, 4, 9)).Members);
        Assert.Equal([new MemberDone(lead.Id, true, false)], daily.On(target, new(2024, 4, 10)).Members);

        ProgressEntry Member(string date, EntryStatus status = EntryStatus.Confirmed)
        {
            var entry = Given.Entry(plan, 1, status, date);
            entry.Content = entry.Content with { MemberId = lead.Id };
            return entry;
        }
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
