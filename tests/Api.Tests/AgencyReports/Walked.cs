using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Tests.AgencyReports;

/// <summary>An accepted report that Sở Nội vụ owes to itself: the walk's people, who are all its own, may then do what their roles may.</summary>
internal static class Walked
{
    private static readonly DateTime At = new(2024, 3, 15, 3, 0, 0, DateTimeKind.Utc);

    public static async Task<string> OwedToItself(IServiceProvider services)
    {
        var agency = (await services.GetRequiredService<IAgencyRegister>().All(default)).Values.Single(a => a.SeedKey == "so-noi-vu").Id;
        var plan = (await services.GetRequiredService<IPlanLibrary>().FindBySeedKey("246-2024", default))!;
        var period = (await services.GetRequiredService<IReportingCalendar>().Of(plan.Id, default))[0];
        var obligation = new Obligation
        {
            PlanId = plan.Id, PeriodId = period.Id, AgencyId = agency, ReceiverId = agency, Duty = DutyKind.Report, DutyId = Guid.CreateVersion7(),
            CutOff = period.To, DueOn = period.To.AddDays(2),
        };
        obligation.Submit(At, nothingToReport: false);
        obligation.Accept(At);
        var content = new ReportContent { Results = "Đã thực hiện" };
        var written = await services.GetRequiredService<IStore>().Write<Obligation>(Actor.System, changes =>
        {
            changes.Obligations.Add(obligation);
            changes.AgencyReports.Add(new AgencyReport
            {
                ObligationId = obligation.Id, AgencyId = agency, Content = content, Status = AgencyReportStatus.Accepted, SavedAt = At, SavedByName = "Đi thử",
            });
            changes.AgencyReports.Add(new ReportSubmission
            {
                ObligationId = obligation.Id, Number = 1, At = At, ById = Guid.Empty, ByName = "Đi thử", Snapshot = new(content, [], []),
            });
            changes.Record(new Change
            {
                At = At, AccountId = Guid.Empty, AccountName = "Đi thử", AgencyId = agency, Door = Door.System, Entity = "agency-report",
                EntityId = obligation.Id, What = "accept",
            });
            return Task.FromResult<Result<Obligation>>(obligation);
        }, default);
        Assert.Null(written.Refusal);
        return obligation.Id.ToString();
    }
}
