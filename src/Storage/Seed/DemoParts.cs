using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Reporting;
using PlanTracker.Storage.AgencyReports;
using PlanTracker.Storage.Funding;
using PlanTracker.Storage.News;
using PlanTracker.Storage.Obligations;
using PlanTracker.Storage.Plans;
using PlanTracker.Storage.Progress;
using PlanTracker.Storage.Reminders;
using PlanTracker.Storage.Reporting;
using PlanTracker.Storage.UnitPlans;

namespace PlanTracker.Storage.Seed;

/// <summary>The parts of the reports that the sample year issues: the product's own, over what was played and saved so far.</summary>
internal static class DemoParts
{
    public static IReadOnlyList<IReportPart> Of(SameTransaction saved, DemoStage stage, BusinessClock clock)
    {
        var (calendar, obligations) = (new ReportingCalendar(saved), new ObligationBook(saved));
        return
        [
            new AgencyReportsPart(calendar, obligations, new AgencyReportBook(saved), new PlanLibrary(saved), new UnitPlanBook(saved), clock),
            new EventsPart(new EventBook(saved)),
            new LatePart(calendar, obligations, new ReminderFigures(obligations, new ReminderBook(saved)), clock), new MoneyPart(new FundingBook(saved)),
            new NewsPart(new NewsFigures(new NewsBook(saved), stage)),
        ];
    }
}
