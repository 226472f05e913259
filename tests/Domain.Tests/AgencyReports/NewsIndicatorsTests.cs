using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests.AgencyReports;

/// <summary>The indicators "tin bài" filled in beforehand from published items.</summary>
public sealed class NewsIndicatorsTests
{
    private static readonly Plan Plan = Given.Plan246();
    private static readonly SourceWindow Quarter = new(Plan.Id, [Given.NinhKieu.Id], new(2024, 6, 15), new(2024, 9, 14));
    private static readonly Guid Item = Guid.CreateVersion7();

    [Theory]
    [InlineData(NewsPlace.Portal, "PortalNews")]
    [InlineData(NewsPlace.Bulletin, "PortalNews")]
    [InlineData(NewsPlace.GovernmentBulletin, "PortalNews")]
    [InlineData(NewsPlace.Newspaper, "PressNews")]
    [InlineData(NewsPlace.Zalo, "SocialPosts")]
    public void Each_place_has_its_indicator(NewsPlace place, string code) => Assert.Equal(code, NewsIndicators.For(place, IndicatorDefaults.Make())?.Code);

    [Fact]
    public async Task An_item_counts_once_for_an_indicator_however_often_it_was_published_there()
    {
        var found = await Of([Published(NewsPlace.Portal, new(2024, 9, 2)), Published(NewsPlace.Bulletin, new(2024, 9, 6)), Published(NewsPlace.Zalo, new(2024, 9, 3))]);

        Assert.Equal([("PortalNews", new DateOnly(2024, 9, 2), 1m), ("SocialPosts", new(2024, 9, 3), 1m)], found.Select(i => (i.Code, i.Day, i.Amount)));
        Assert.All(found, i => Assert.Equal((NewsIndicators.Kind, Item, "Tin thử"), (i.Kind, i.Id, i.Title)));
    }

    [Fact]
    public async Task What_counted_in_an_earlier_period_does_not_count_again() =>
        Assert.Empty(await Of([Published(NewsPlace.Portal, new(2024, 6, 1)), Published(NewsPlace.Bulletin, new(2024, 7, 1))]));

    [Fact]
    public async Task What_a_confirmed_result_with_the_same_link_counts_does_not_count_twice()
    {
        var published = Published(NewsPlace.Zalo, new(2024, 9, 3));

        Assert.Single(await Of([published], Entry("Zalo", "https://example.vn/khac")));
        Assert.Empty(await Of([published], Entry("Zalo", "http://www.example.vn/bai/")));
        Assert.Single(await Of([published], Entry("Press", "https://example.vn/bai")));
    }

    private static async Task<IReadOnlyList<SourcedItem>> Of(IReadOnlyList<PublishedTally> published, params ProgressEntry[] confirmed)
    {
        var source = new NewsIndicators(new Figures(published), new Results(confirmed), new InMemory(Plan, new(2024, 9, 10)));
        return await source.Of(Quarter, IndicatorDefaults.Make(), default);
    }

    private static PublishedTally Published(NewsPlace place, DateOnly on) =>
        new(Item, Given.NinhKieu.Id, NewsField.CivilService, place, on, "Tin thử", "https://example.vn/bai");

    private static ProgressEntry Entry(string channel, string link)
    {
        var activity = Plan.Activities[0];
        var entry = EntryOf(activity.Id, activity.Targets[0].Id, channel);
        entry.Evidence.Add(new Evidence { Kind = EvidenceKind.Link, Url = link });
        return entry;
    }

    private static ProgressEntry EntryOf(Guid activityId, Guid targetId, string channel) => new()
    {
        PlanId = Plan.Id, ActivityId = activityId, AgencyId = Given.NinhKieu.Id, CreatedById = Guid.NewGuid(), CreatedByName = "ai đó", CreatedAt = DateTime.UnixEpoch,
        CountedOn = new(2024, 9, 3),
        Content = new EntryContent { TargetId = targetId, Date = new(2024, 9, 3), Quantity = 1, Title = "Bài", Channel = channel },
    };

    private sealed class Figures(IReadOnlyList<PublishedTally> published) : INewsFigures
    {
        public Task<NewsFigureTable> Table(DateOnly from, DateOnly to, DateOnly asOf, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<PublishedTally>> PublishedOf(
            IReadOnlyCollection<Guid> agencyIds, DateOnly from, DateOnly to, IReadOnlyCollection<NewsPlace> places, CancellationToken cancel) =>
            Task.FromResult(NewsFigures.First(published.Where(t => agencyIds.Contains(t.AgencyId)), from, to, places));
    }

    private sealed class Results(IReadOnlyList<ProgressEntry> confirmed) : IConfirmedEntries
    {
        public Task<IReadOnlyList<ProgressEntry>> Of(SourceWindow window, CancellationToken cancel) => Task.FromResult(confirmed);
    }
}
