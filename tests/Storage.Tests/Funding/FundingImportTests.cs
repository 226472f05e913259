using System.Globalization;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;
using PlanTracker.Reports.Reading;
using PlanTracker.Reports.Templates;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Funding;

public sealed class FundingImportTests(PostgresCluster postgres)
{
    private const string Mine = "Xã hội hóa";

    [Theory, ClassData(typeof(Providers))]
    public async Task A_template_goes_there_and_back_and_new_rows_are_recorded_once(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var activity = plan.Activities.Single(a => a.Order == 13);
        var reporter = Given.Actor(Role.Reporter, activity.LeadAgencyId);
        var clock = new BusinessClock(TimeProvider.System, new DateOnly(2024, 9, 10));
        var import = new FundingImport(store.Get<IStore>(), store.Get<IPlanLibrary>(), store.Get<IFundingBook>(), clock);
        var desk = new ImportDesk([import], store.Get<IImportJobs>(), new TableReader(), clock);
        var form = (await new FundingTemplate(store.Get<IPlanLibrary>(), store.Get<IFundingBook>(), clock).Make(reporter, plan.Id, default)).Value!;
        var before = (await store.Get<IFundingBook>().OfPlan(plan.Id, DateOnly.MaxValue, default)).Count;

        Assert.Equal((0, 0), await Run(form));
        var empty = form.Rows.First(r => r.Count == 1)[0];
        var grown = form with
        {
            Rows = [.. form.Rows, [Key(), "13", Mine, "Giải ngân", "", "999.999.999.999.999", "05/9/2024", "1/UNC", "05/9/2024", ""], [empty, "13", Mine, "Dự toán", "", "999.999.999.999.999", "05/9/2024", "1/TTr", "05/9/2024", ""]],
        };
        Assert.Equal((2, 0), await Run(grown));
        Assert.Equal((0, 0), await Run(grown));
        Assert.Equal((0, 0), await Run((await new FundingTemplate(store.Get<IPlanLibrary>(), store.Get<IFundingBook>(), clock).Make(reporter, plan.Id, default)).Value!));

        var after = await store.Get<IFundingBook>().OfPlan(plan.Id, DateOnly.MaxValue, default);
        Assert.Equal(before + 2, after.Count);
        Assert.Equal(999_999_999_999_999, after.Single(s => s is { Source: FundingSource.Socialised, Stage: FundingStage.Disbursement } && s.ActivityId == activity.Id).Amount);

        async Task<(int New, int Bad)> Run(ImportTemplate sent)
        {
            var job = (await desk.Take(reporter, FundingImport.Kind, plan.Id, "a.xlsx", new TemplateWriter().Write(sent), default)).Value!;
            var counts = (await desk.Check(reporter, job.Id, null, default)).Value!.Counts;
            Assert.Null((await desk.Decide(reporter, job.Id, ImportMode.All, default)).Refusal);
            Assert.Equal(counts, (await desk.Apply(reporter, job.Id, ImportMode.All, null, default)).Value!.Counts);
            return (counts.New, counts.Bad);
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_id_of_another_plans_record_is_refused_and_not_taken_over(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        var steps = await store.Get<IFundingBook>().OfPlan((await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!.Id, DateOnly.MaxValue, default);

        var elsewhere = await store.Get<IFundingBook>().Standing(Guid.NewGuid(), [steps[0].Id, Guid.NewGuid()], default);
        var here = await store.Get<IFundingBook>().Standing(steps[0].PlanId, [steps[0].Id], default);

        Assert.Equal([steps[0].Id], elsewhere.Elsewhere);
        Assert.Empty(elsewhere.Steps);
        Assert.Equal((0, steps.Count), (here.Elsewhere.Count, here.Steps.Count));
    }

    private static string Key() => Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
}
