using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;

namespace PlanTracker.Domain.Tests.News;

/// <summary>News in the work list: whose it is, and what is past its day.</summary>
public sealed class NewsWorkTests
{
    private static readonly DateOnly Today = new(2024, 9, 10);
    private static readonly InMemory Memory = new(Given.Plan246(), Today);

    [Fact]
    public async Task What_was_planned_for_a_day_that_is_over_waits_for_the_desk_the_oldest_first()
    {
        var (late, later) = (Item(new(2024, 9, 2)), Item(Today.AddDays(-1)));
        var kind = new NewsOverdueWork(Reading(later, Item(Today), late, Item(new(2024, 9, 12))), Memory.Clock);

        var page = await kind.List(Given.Coordinator, new(), default);

        Assert.Equal(2, page.Total);
        Assert.Equal([late.Id, later.Id], page.Items.Select(i => i.Id));
        Assert.Contains("dự kiến Trang Zalo CCHC, 02/09/2024", page.Items[0].Note, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 9, 2), page.Items[0].On);
    }

    [Fact]
    public void Each_kind_concerns_and_asks_who_can_do_something_about_it()
    {
        var reading = Reading();
        var kinds = new NewsWork[] { new NewsToSelectWork(reading), new NewsOverdueWork(reading, Memory.Clock), new NewsToApproveWork(reading), new NewsReturnedWork(reading) };

        Assert.Equal([true, true, false, false], kinds.Select(k => k.Concerns(Given.Coordinator)));
        Assert.Equal([false, false, true, false], kinds.Select(k => k.Concerns(Given.HeadOfSoVanHoa)));
        Assert.Equal([false, false, false, true], kinds.Select(k => k.Asks(Given.ReporterOfSoVanHoa)));
        Assert.All(kinds, k => Assert.False(k.Concerns(Given.Leader)));
    }

    private static NewsReading Reading(params NewsItem[] items) => new(new Book(items), Memory, Memory, new Plain(), null!, Memory.Clock);

    private static NewsItem Item(DateOnly planned) => new()
    {
        AgencyId = Given.SoVanHoa.Id, CreatedById = Guid.NewGuid(), CreatedByName = "ai đó", CreatedAt = DateTime.UnixEpoch, WrittenById = Guid.NewGuid(),
        Status = NewsStatus.Selected, Schedule = new(NewsPlace.Zalo, planned), SubmittedOn = new(2024, 9, 1),
        Content = new() { Title = "Tin", Body = "một hai", Author = "A", Kind = NewsKind.Activity, Field = NewsField.Organisation, Place = NewsPlace.Portal },
    };

    private sealed class Plain : INewsMarkdown
    {
        public NewsMarkup Read(string body) => new([], false);

        public string Html(string body) => body;

        public decimal Pages(string title, string body) => 1;
    }

    private sealed class Book(IReadOnlyList<NewsItem> items) : INewsBook
    {
        public Task<PageOf<NewsItem>> List(NewsFilter filter, ListQuery query, Actor actor, CancellationToken cancel) =>
            Task.FromResult(query.Part([.. items.Where(i => !filter.IsPlanned || i.Schedule is not null)]));

        public Task<NewsDeskSettings?> Settings(CancellationToken cancel) => Task.FromResult<NewsDeskSettings?>(null);

        public Task<NewsItem?> Find(Guid id, Actor actor, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyDictionary<NewsStatus, int>> CountByStatus(NewsFilter filter, Actor actor, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<NewsItem>> Some(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<(Guid Id, byte[] Sketch)>> Sketches(CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<NewsTally>> SentIn(DateOnly from, DateOnly to, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<PublishedTally>> PublishedIn(DateOnly from, DateOnly to, CancellationToken cancel, IReadOnlyCollection<Guid>? agencyIds = null) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<NewsItem>> Latest(int count, CancellationToken cancel) => throw new NotSupportedException();

        public Task<BulletinIssue?> FindIssue(Guid id, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<BulletinIssue>> Issues(int? year, CancellationToken cancel) => throw new NotSupportedException();
    }
}
