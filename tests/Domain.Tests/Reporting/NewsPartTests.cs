using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Tests.Reporting;

/// <summary>Phụ lục VII: the news of the agencies under who issued the plan.</summary>
public sealed class NewsPartTests
{
    private static readonly DateOnly Day = new(2024, 9, 14);
    private static readonly Agency City = Agency("UBND thành phố");
    private static readonly Agency Department = Agency("Sở Tài chính", City.Id);
    private static readonly Agency District = Agency("UBND quận", City.Id);
    private static readonly Agency Ward = Agency("UBND phường", District.Id);
    private static readonly Agency Elsewhere = Agency("UBND huyện khác");

    [Fact]
    public async Task Agencies_under_the_issuer_count_and_others_do_not()
    {
        var news = (await Content(City, null)).News!;

        Assert.Equal(["Sở Tài chính", "UBND phường"], news.Rows.Select(r => r.Name));
        Assert.Equal((5, 3, 2, 1), (news.Total.Sent, news.Total.Selected, news.Total.Published, news.Total.Declined));
        Assert.Equal([5, 0, 0, 0, 0, 0], news.Total.ByField);
    }

    [Fact]
    public async Task A_report_of_a_district_has_its_communes() =>
        Assert.Equal(["UBND phường"], (await Content(City, new(ScopeKind.Agency, District.Id, "UBND quận", [District.Id, Ward.Id]))).News!.Rows.Select(r => r.Name));

    [Fact]
    public async Task Where_nobody_sent_anything_there_is_no_appendix() =>
        Assert.Null((await Content(City, new(ScopeKind.Agency, District.Id, "UBND quận", [District.Id]))).News);

    private static async Task<ReportAppendices> Content(Agency issuer, ReportScope? scope)
    {
        var plan = Given.Plan246();
        var issued = new Domain.Plans.Plan { Number = plan.Number, Title = plan.Title, IssuerAgencyId = issuer.Id, IssuedOn = plan.IssuedOn, Year = 2024, From = plan.From, To = plan.To, Text = new() };
        var agencies = new[] { City, Department, District, Ward, Elsewhere }.ToDictionary(a => a.Id);
        return await new NewsPart(new Figures()).Fill(ReportAppendices.Empty, new(issued, new("2024-Q3", "Quý III", new(2024, 6, 15), Day, PeriodKind.Quarter), Day, scope, agencies), default);
    }

    private static Agency Agency(string name, Guid? parent = null) => new()
    {
        Level = AgencyLevel.Department, Kind = "sở", Names = [new(name, name, null)], Parents = [new(parent, null)],
    };

    private sealed class Figures : INewsFigures
    {
        public Task<NewsFigureTable> Table(DateOnly from, DateOnly to, DateOnly asOf, CancellationToken cancel)
        {
            var rows = new[] { Row(Department, 3), Row(Elsewhere, 7), Row(Ward, 2) };
            return Task.FromResult(new NewsFigureTable(from, to, asOf, rows, Row(City, 12), new Dictionary<NewsPlace, int>(), new(0, 0, null, null)));
        }

        public Task<IReadOnlyList<PublishedTally>> PublishedOf(
            IReadOnlyCollection<Guid> agencyIds, DateOnly from, DateOnly to, IReadOnlyCollection<NewsPlace> places, CancellationToken cancel) => throw new NotSupportedException();

        private static Domain.News.NewsRow Row(Agency agency, int sent) => new(
            agency.RefOn(Day), Enum.GetValues<NewsField>().ToDictionary(f => f, f => f is NewsField.Institutions ? sent : 0), sent, sent == 3 ? 2 : 1, sent == 3 ? 1 : 1, sent == 3 ? 1 : 0);
    }
}
