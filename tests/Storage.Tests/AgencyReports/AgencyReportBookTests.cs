using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.AgencyReports;

public sealed class AgencyReportBookTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Reports_and_submissions_come_back_as_they_were_written(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (obligation, report) = await Kept(store);
        var first = Submission(obligation, 1, 2);
        var second = Submission(obligation, 2, 3);
        await store.Add(second, first);
        var book = store.Get<IAgencyReportBook>();

        Same(report, await book.Find(obligation.Id, default));
        Assert.Equal([1, 2], (await book.Submissions(obligation.Id, default)).Select(s => s.Number));
        Same(first, (await book.Submissions(obligation.Id, default))[0]);
        var filed = Assert.Single(await book.OfPeriod(obligation.PeriodId, default));
        Assert.Equal((obligation.AgencyId, 2, 3m), (filed.AgencyId, filed.Last!.Number, filed.Last.Totals()["Leaflets"]));
        Assert.Null(filed.Accepted);
        Assert.Empty(await book.Of([Guid.CreateVersion7()], default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_was_submitted_is_never_altered(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var (obligation, _) = await Kept(store);
        await store.Add(Submission(obligation, 1, 2));
        await using var db = await store.Context();
        var row = await db.ReportSubmissions.AsTracking().SingleAsync();

        db.Entry(row).Property(s => s.ByName).CurrentValue = "Người khác";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.Entry(row).State = EntityState.Deleted;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Indicators_begin_with_the_default_set_in_the_order_of_the_form(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);

        var all = await store.Get<IIndicatorBook>().All(default);

        Assert.Equal(IndicatorDefaults.Make().Select(i => (i.Code, i.Terms)), all.Select(i => (i.Code, i.Terms)));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_sample_year_s_reports_stand_as_their_obligations_say_and_their_totals_add_up(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres, demo: true);
        await using var db = await store.Context();
        var reports = await db.AgencyReports.AsNoTracking().ToDictionaryAsync(r => r.ObligationId);
        var submissions = (await db.ReportSubmissions.AsNoTracking().ToListAsync()).ToLookup(s => s.ObligationId);
        foreach (var obligation in await db.Obligations.AsNoTracking().Where(o => o.SubmittedAt != null).ToListAsync())
        {
            var expected = obligation.AcceptedAt is not null ? AgencyReportStatus.Accepted
                : obligation.ReturnedAt is not null ? AgencyReportStatus.Returned : AgencyReportStatus.Submitted;
            Assert.Equal(expected, reports[obligation.Id].Status);
            Assert.Equal(obligation.CorrectedAt is null ? 1 : 2, submissions[obligation.Id].Count());
            Assert.Equal(obligation.NothingToReport, submissions[obligation.Id].MaxBy(s => s.Number)!.Snapshot.Content.NothingToReport);
        }
        var byId = submissions.SelectMany(s => s).ToDictionary(s => s.Id);
        var compiled = byId.Values.Where(s => s.Snapshot.Children.Count > 0).ToList();
        Assert.NotEmpty(compiled);
        foreach (var figure in compiled.SelectMany(s => s.Snapshot.Figures.Select(f => (Of: s, Figure: f))))
        {
            var below = figure.Of.Snapshot.Children.Where(c => c.SubmissionId is not null).Sum(c => byId[c.SubmissionId!.Value].Totals().GetValueOrDefault(figure.Figure.Code));
            Assert.Equal(below, figure.Figure.Children ?? 0);
            Assert.Equal((figure.Figure.Own ?? 0) + below, figure.Figure.Total ?? 0);
        }
    }

    private static async Task<(Obligation, AgencyReport)> Kept(PlanStore store)
    {
        var plan = (await store.Get<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var period = (await store.Get<IReportingCalendar>().Of(plan.Id, default))[0];
        var agencies = (await store.Get<IAgencyRegister>().All(default)).Values.ToDictionary(a => a.SeedKey!, a => a.Id);
        var obligation = new Obligation
        {
            PlanId = plan.Id, PeriodId = period.Id, AgencyId = agencies["ldld"], ReceiverId = agencies["so-noi-vu"], Duty = DutyKind.Report,
            DutyId = Guid.CreateVersion7(), CutOff = period.To, DueOn = period.To.AddDays(2),
        };
        var report = new AgencyReport
        {
            ObligationId = obligation.Id, AgencyId = obligation.AgencyId, SavedAt = Given.Noon, SavedByName = "Phan Thị Cẩm Tú", Status = AgencyReportStatus.Submitted,
            Content = new() { Figures = [new("Leaflets", 2, "Đợt 1")], Results = "Kết quả\nhai dòng" }, DraftedBy = { Guid.CreateVersion7() },
            Steps = { new(ReportStepKind.Submission, Given.Noon, Guid.CreateVersion7(), "Hồ Văn Lợi", null, []) },
        };
        await store.Add(obligation);
        await store.Add(report);
        return (obligation, report);
    }

    private static ReportSubmission Submission(Obligation obligation, int number, decimal leaflets) => new()
    {
        ObligationId = obligation.Id, Number = number, At = Given.Noon, ById = Guid.CreateVersion7(), ByName = "Hồ Văn Lợi",
        Snapshot = new(
            new() { Figures = [new("Leaflets", leaflets)] },
            [new("Leaflets", "Tờ gấp", "tờ", leaflets, null, null, null, null, leaflets, 1.5m)],
            [new(Guid.CreateVersion7(), Guid.CreateVersion7(), "UBND phường A", "A", ChildState.Missing, null, false)]),
    };

    private static void Same<T>(T expected, T? actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
}
