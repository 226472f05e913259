using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Seed;

/// <summary>The news of the sample year, played through the product's own use cases.</summary>
internal sealed class DemoNews(DemoPeople people, Plan plan, NewsStage book, NewsWriting writing, NewsDesk desk, Bulletins bulletins)
{
    private const string Editor = "dieuphoi";
    private readonly Dictionary<string, Guid> ids = [];

    /// <summary>What is done, by day and minute of the day.</summary>
    public static IEnumerable<(DateOnly Day, int Minute, Func<Task> Play)> Steps(DemoPeople people, Plan plan, DemoStage stage, NewsStage book, BusinessClock clock)
    {
        var reading = new NewsReading(book, stage, stage, book, book, clock);
        var writing = new NewsWriting(stage, stage, reading, book, book, clock);
        var desk = new NewsDesk(stage, reading, writing, clock);
        var entries = new EntryReading(stage, stage, stage, stage, clock);
        var bulletins = new Bulletins(stage, new BulletinReading(book, reading, stage, entries, clock), desk, stage, stage, entries, clock);
        return new DemoNews(people, plan, book, writing, desk, bulletins).Steps(SeedFiles.Read<DemoNewsFile>("demo-news.json"));
    }

    private IEnumerable<(DateOnly Day, int Minute, Func<Task> Play)> Steps(DemoNewsFile file)
    {
        foreach (var (index, row) in file.Items.Index())
        {
            var minute = 9 * 60 + index * 7;
            yield return (row.DraftedOn, minute, async () => ids[row.Key] = Done(await writing.Draft(people[row.By], Content(row, row.Title, Body(row)), default)).Item.Id);
            if (book.KeepsPictures)
            {
                foreach (var (number, picture) in (row.Pictures ?? []).Index())
                    yield return (row.DraftedOn, minute + 10 + number, () => Illustrate(row, picture, index + number));
            }
            if (row.SubmittedOn is { } submitted)
                yield return (submitted, minute + 60, async () => Done(await writing.Submit(people[row.Head!], ids[row.Key], ExpectedVersion.Any, default)));
            if (row.On is { } decided)
                yield return (decided, 14 * 60 + index * 5, () => Decide(row));
            foreach (var (number, publication) in (row.Published ?? []).Index())
                yield return (publication.On, 15 * 60 + number, async () => Done(await desk.Publish(
                    people[Editor], ids[row.Key], ExpectedVersion.Any, new PublishOrder(publication.Place, publication.Link, publication.On), default)));
        }
        foreach (var (index, row) in file.Issues.Index())
        {
            var id = Guid.Empty;
            yield return (row.BegunOn, 15 * 60 + 10 + index, async () => id = await Compose(row));
            if (row.PublishedOn is { } on)
                yield return (on, 16 * 60 + index, async () => Issued(await bulletins.Publish(people[Editor], id, ExpectedVersion.Any, new IssueRelease(row.Link, on), default)));
        }
    }

    private async Task Illustrate(DemoNewsItem row, DemoPicture picture, int number) => Done(await writing.AddImages(
        people[row.By], ids[row.Key], picture.Caption, async () =>
        {
            using var drawn = new MemoryStream(DemoPictures.Draw(picture.Scene, number));
            return (await book.Keep($"{row.Key}.png", drawn, default)).Refused(out var refusal, out var kept) ? refusal : (kept, (string?)null);
        }, default));

    private async Task<Guid> Compose(DemoIssue row)
    {
        var id = Issued(await bulletins.Begin(people[Editor], new IssueHead(row.Place, row.BegunOn.Year, row.Number, row.Title), default)).Issue.Id;
        Result<(int, string?, IReadOnlyList<Guid>)> order = (row.Number, row.Title, (IReadOnlyList<Guid>)row.Items.Select(key => ids[key]).ToList());
        Issued(await bulletins.Compose(people[Editor], id, ExpectedVersion.Any, order, default));
        return id;
    }

    private async Task Decide(DemoNewsItem row)
    {
        var (editor, id) = (people[Editor], ids[row.Key]);
        Done(row.Outcome switch
        {
            NewsStatus.Returned => await desk.Return(editor, id, ExpectedVersion.Any, row.Reason, default),
            NewsStatus.Declined => await desk.Decline(editor, id, ExpectedVersion.Any, row.Reason, default),
            _ => await desk.Select(editor, id, ExpectedVersion.Any, default),
        });
        if (row.NewTitle is { } title)
            Done(await desk.Edit(editor, id, ExpectedVersion.Any, Content(row, title, Body(row).Replace(row.Cut ?? "\0", "", StringComparison.Ordinal)), default));
        if (row.Planned is { } planned)
            Done(await desk.Plan(editor, id, ExpectedVersion.Any, (NewsSchedule?)planned, default));
    }

    private Result<NewsContent> Content(DemoNewsItem row, string title, string body) => new NewsContent
    {
        Title = title,
        Body = body,
        Author = row.Author,
        Kind = row.Kind,
        Field = row.Field,
        Campaign = row.Campaign,
        NeverPublished = true,
        Place = row.Place,
        ActivityId = row.Activity is { } order ? plan.Activities.Single(a => a.Order == order).Id : null,
        Theme = row.Theme,
    };

    private static string Body(DemoNewsItem row) => SeedFiles.ReadText($"{row.Body}.md");

    private static NewsView Done(Result<NewsView> result) => result.Refused(out var refusal, out var view) ? throw Broken(refusal) : view;

    private static IssueView Issued(Result<IssueView> result) => result.Refused(out var refusal, out var view) ? throw Broken(refusal) : view;

    private static InvalidOperationException Broken(Refusal refusal) =>
        new($"The sample news breaks a rule: {refusal.Message} {string.Join(' ', refusal.Errors.SelectMany(e => e.Value))}");
}

/// <summary>The sample news as it lies in the program.</summary>
internal sealed record DemoNewsFile(List<DemoNewsItem> Items, List<DemoIssue> Issues);

internal sealed record DemoNewsItem(
    string Key, string By, string? Head, string Title, string Body, string Author, NewsKind Kind, NewsField Field, string? Campaign, NewsPlace Place,
    int? Activity, int? Theme, DateOnly DraftedOn, DateOnly? SubmittedOn, NewsStatus? Outcome, DateOnly? On, string? Reason, string? NewTitle, string? Cut,
    NewsSchedule? Planned, List<DemoPublication>? Published, List<DemoPicture>? Pictures);

internal sealed record DemoPicture(DemoScene Scene, string Caption);

internal sealed record DemoPublication(NewsPlace Place, string Link, DateOnly On);

internal sealed record DemoIssue(NewsPlace Place, int Number, string? Title, List<string> Items, DateOnly BegunOn, DateOnly? PublishedOn, string? Link);

/// <summary>What the sample news is played on: what was just written. Its texts have no pictures from elsewhere, and links that are checked as texts.</summary>
internal sealed class NewsStage(IChanges changes, INewsImages? pictures) : INewsBook, INewsMarkdown, INewsImages
{
    private const int WordsOfAPage = 420;

    public long MaxBytes => 0;

    /// <summary>Whether there is a folder that takes pictures.</summary>
    public bool KeepsPictures => pictures is not null;

    public NewsMarkup Read(string body) => new([], false);

    public decimal Pages(string title, string body) => Math.Ceiling(10m * NewsText.Words(body) / WordsOfAPage) / 10;

    public async Task<IReadOnlyList<NewsItem>> Some(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancel) => await changes.News.LoadSome(ids, cancel);

    public async Task<NewsItem?> Find(Guid id, Actor actor, CancellationToken cancel) => await changes.News.Load(id, cancel);

    public Task<NewsDeskSettings?> Settings(CancellationToken cancel) => changes.News.LoadSettings(cancel);

    public string Html(string body) => throw NotPlayed();

    public Task<PageOf<NewsItem>> List(NewsFilter filter, ListQuery query, Actor actor, CancellationToken cancel) => throw NotPlayed();

    public Task<IReadOnlyDictionary<NewsStatus, int>> CountByStatus(NewsFilter filter, Actor actor, CancellationToken cancel) => throw NotPlayed();

    public Task<IReadOnlyList<(Guid Id, byte[] Sketch)>> Sketches(CancellationToken cancel) => throw NotPlayed();

    public Task<IReadOnlyList<NewsTally>> SentIn(DateOnly from, DateOnly to, CancellationToken cancel) => throw NotPlayed();

    public Task<IReadOnlyList<PublishedTally>> PublishedIn(DateOnly from, DateOnly to, CancellationToken cancel, IReadOnlyCollection<Guid>? agencyIds = null) => throw NotPlayed();

    public Task<IReadOnlyList<NewsItem>> Latest(int count, CancellationToken cancel) => throw NotPlayed();

    public Task<BulletinIssue?> FindIssue(Guid id, CancellationToken cancel) => throw NotPlayed();

    public Task<IReadOnlyList<BulletinIssue>> Issues(int? year, CancellationToken cancel) => throw NotPlayed();

    public Task<Result<IReadOnlyList<EvidenceFile>>> Keep(string? name, Stream content, CancellationToken cancel) => pictures!.Keep(name, content, cancel);

    public Stream? Open(string sha256) => throw NotPlayed();

    public void LetGo(string sha256) => throw NotPlayed();

    private static NotSupportedException NotPlayed() => new("The sample news is only written, judged and published.");
}
