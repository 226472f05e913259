using System.Text.Json;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests;

public sealed class RoundTripTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_plan_reads_back_as_it_was_written(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var lead = Given.Agency();
        var plan = Given.Plan(lead.Id);
        plan.Activities.Add(Given.Activity(plan.Id, lead.Id, null, order: 2));
        plan.Activities[1].Targets[0].Milestones.Add(new Milestone(new DateOnly(2024, 6, 30), 2.5m));
        plan.Activities[1].Targets[0].Versions.Add(new TargetVersion(1, 0.0001m, new DateOnly(2024, 7, 1), new("9/QĐ-UBND", new DateOnly(2024, 6, 28)), "Điều chỉnh"));
        await store.Add(lead, plan);

        Same(plan, await store.Get<IPlanLibrary>().Find(plan.Id, default));
        Same(plan, await store.Get<IPlanLibrary>().FindByActivity(plan.Activities[1].Id, default));
        Assert.Null(await store.Get<IPlanLibrary>().Find(lead.Id, default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_entry_reads_back_as_it_was_written(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var lead = Given.Agency();
        var plan = Given.Plan(lead.Id);
        var entry = Given.Entry(plan, quantity: 1234.5678m, mode: DeliveryMode.Hybrid, evidence: 2);
        entry.Content = entry.Content with
        {
            Place = "Quận Ninh Kiều",
            PeopleReached = 120,
            Attendances = 240,
            CadenceSlot = "tuần 5",
            Supporting = [new Contribution(lead.Id, "ghi hình")],
            Spent = [new Spending(FundingSource.Socialised, 1_500_000_000_000)],
            Themes = [1, 9],
            Form = 2,
            Channel = "Radio",
            Note = "Ghi chú “đặc biệt” <b>\n",
        };
        entry.Steps.Add(new EntryStep(EntryStepKind.Return, Given.Noon, lead.Id, "Trần Thị Minh", "Thiếu", ["evidence"]));
        await store.Add(lead, plan, entry);

        var read = (await store.Get<IProgressBook>().Find(entry.Id, Given.Actor(Role.Leader), default))!;
        Same(entry, read);
        Assert.Equal(DateTimeKind.Utc, read.CreatedAt.Kind);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_agency_and_a_period_read_back_as_they_were_written(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var agency = Given.Agency("Sở Thông tin");
        agency.Names.Add(new AgencyName("Sở Khoa học", "Sở KH", new DateOnly(2025, 3, 1)));
        agency.Parents.Add(new AgencyParent(null, new DateOnly(2025, 3, 1)));
        agency.ValidTo = new DateOnly(2025, 6, 30);
        var plan = Given.Plan(agency.Id);
        var period = new ReportingPeriod
        {
            PlanId = plan.Id,
            Regime = "CCHC",
            Code = "2024-Q1",
            Name = "Quý I",
            From = new DateOnly(2023, 12, 15),
            To = new DateOnly(2024, 3, 14),
            Kind = PeriodKind.Quarter,
            DueDates = [new PeriodDueDate("Coordinator", new DateOnly(2024, 3, 18))],
        };
        await store.Add(agency, plan, period);

        Same(agency, (await store.Get<IAgencyRegister>().All(default))[agency.Id]);
        Same(period, await store.Get<IReportingCalendar>().Find(period.Id, default));
    }

    private static void Same<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
