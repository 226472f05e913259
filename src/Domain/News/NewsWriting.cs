using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.News;

/// <summary>Use cases of the agency: write an item, give it pictures, approve and send it.</summary>
public sealed class NewsWriting(
    IStore store, IPlanLibrary plans, NewsReading reading, INewsMarkdown markdown, INewsImages files, BusinessClock clock)
{
    /// <summary>Drafts an item of the actor's own agency.</summary>
    public Task<Result<NewsView>> Draft(Actor actor, Result<NewsContent> input, CancellationToken cancel) => Draft(actor, input, [], cancel);

    /// <summary>
    /// Drafts an item from a filled form with the pictures in it: each is judged as if it had been sent alone, and nothing is drafted when one is
    /// refused.
    /// </summary>
    public async Task<Result<NewsView>> Import(Actor actor, NewsForm form, Result<NewsContent> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.WriteNews) is { } refusal)
            return refusal;
        if ((await Checked(input, cancel)).Refused(out var invalid, out _))
            return invalid;
        var kept = new List<(EvidenceFile File, string? Caption)>();
        foreach (var (index, picture) in form.Pictures.Index())
        {
            using var content = new MemoryStream(picture.Content, writable: false);
            if ((await files.Keep(picture.Name, content, cancel)).Refused(out var bad, out var taken))
                return Refusal.Unreadable(bad.Code, $"Ảnh {index + 1} trong tệp Word: {bad.Message} Chưa có gì thay đổi.");
            kept.AddRange(taken.Select(file => (file, picture.Caption)));
        }
        return await Draft(actor, input, kept, cancel);
    }

    private async Task<Result<NewsView>> Draft(
        Actor actor, Result<NewsContent> input, IReadOnlyList<(EvidenceFile File, string? Caption)> images, CancellationToken cancel)
    {
        if (actor.Demand(Operation.WriteNews) is { } refusal)
            return refusal;
        if (actor.Agency is not { } agency)
            return Refusal.NotAllowed("news.no-agency", "Tài khoản này không thuộc cơ quan nào nên không gửi được tin, bài.");
        if ((await Checked(input, cancel)).Refused(out var invalid, out var content))
            return invalid;
        return await Viewed(actor, await store.Write(actor, changes =>
        {
            var item = new NewsItem
            {
                AgencyId = agency.Id,
                CreatedById = actor.AccountId,
                CreatedByName = actor.FullName,
                CreatedAt = clock.UtcNow,
                WrittenById = actor.AccountId,
                Content = content,
            };
            Put(item, content);
            changes.News.Add(item);
            foreach (var (file, caption) in images)
                changes.News.Add(item, ImageOf(item, file, caption));
            changes.Record(NewsHistory.Row(actor, clock.UtcNow, item, "draft", null));
            return Task.FromResult<Result<NewsItem>>(item);
        }, cancel), cancel);
    }

    /// <summary>Changes a draft or a returned item.</summary>
    public Task<Result<NewsView>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<NewsContent> input, CancellationToken cancel)
    {
        NewsContent? content = null;
        return Change(actor, id, NewsVerb.Edit, version, "edit", async _ =>
            (await Checked(input, cancel)).Refused(out var invalid, out content) ? invalid : null, item =>
        {
            Put(item, content!);
            item.WrittenById = actor.AccountId;
            // Written anew by its agency: what the desk had made of it is over.
            item.Original = null;
            return null;
        }, cancel);
    }

    /// <summary>Adds pictures. Who may not add them is refused before a byte is taken.</summary>
    /// <param name="actor">Who adds them.</param>
    /// <param name="id">The item.</param>
    /// <param name="caption">Chú thích, for a single picture.</param>
    /// <param name="receive">Takes the file in; called at most once.</param>
    /// <param name="cancel">Ends when the sender has gone.</param>
    public async Task<Result<NewsView>> AddImages(
        Actor actor, Guid id, string? caption, Func<Task<Result<(IReadOnlyList<EvidenceFile> Files, string? Caption)>>> receive, CancellationToken cancel)
    {
        if ((await reading.Find(actor, id, cancel)).Refused(out var notThere, out var view))
            return notThere;
        if (actor.Demand(view.Item, NewsVerb.Edit) is { } notAllowed)
            return notAllowed;
        if (!NewsVisibility.Fits(NewsVerb.Edit, view.Item.Status))
            return NewsChange.WrongState(view.Item.Status);
        if ((await receive()).Refused(out var refused, out var received))
            return refused;
        var text = VietnameseText.Clean(received.Caption ?? caption);
        return await Change(actor, id, NewsVerb.Edit, ExpectedVersion.Any, "add-image", _ => Task.FromResult(WrongCaption(text)), (changes, item) =>
        {
            if (item.Images.Count + received.Files.Count > NewsItem.MostImages)
                return Refusal.Conflict("news.too-many-images", $"Một tin, bài có tối đa {NewsItem.MostImages} ảnh. Chưa có gì thay đổi.");
            foreach (var file in received.Files)
                changes.News.Add(item, ImageOf(item, file, received.Files.Count == 1 ? text : null));
            return null;
        }, cancel);
    }

    /// <summary>Changes the caption of a picture.</summary>
    public Task<Result<NewsView>> Caption(Actor actor, Guid id, Guid imageId, ExpectedVersion version, Result<string?> input, CancellationToken cancel)
    {
        string? text = null;
        return Change(actor, id, NewsVerb.Edit, version, "caption", item =>
        {
            if (item.Images.All(i => i.Id != imageId))
                return Task.FromResult<Refusal?>(NewsReading.UnknownImage);
            if (input.Refusal is { } unreadable)
                return Task.FromResult<Refusal?>(unreadable);
            text = VietnameseText.Clean(input.Value);
            return Task.FromResult(WrongCaption(text));
        }, item =>
        {
            item.Images.Find(i => i.Id == imageId)!.Caption = text;
            return null;
        }, cancel);
    }

    /// <summary>Takes a picture off a draft or a returned item.</summary>
    public Task<Result<NewsView>> RemoveImage(Actor actor, Guid id, Guid imageId, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, NewsVerb.Edit, version, "remove-image",
            item => Task.FromResult(item.Images.Exists(i => i.Id == imageId) ? null : NewsReading.UnknownImage), (changes, item) =>
            {
                var image = item.Images.Find(i => i.Id == imageId)!;
                // Before the row goes: from then on nothing but the file's age keeps it for a backup that is under way.
                files.LetGo(image.Sha256);
                changes.News.Remove(item, image);
                return null;
            }, cancel);

    /// <summary>The head approves and sends (Duyệt tin): words and pictures are counted then, and the rules of the place hold.</summary>
    public async Task<Result<NewsView>> Submit(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel)
    {
        var settings = await reading.Settings(cancel);
        return await Change(actor, id, NewsVerb.Submit, version, "submit", item =>
            Task.FromResult(NewsRules.Missing(item, item.Content.Place, settings, markdown) is { Count: > 0 } missing ? Refusal.Invalid(missing) : null), item =>
            {
                item.Status = NewsStatus.Submitted;
                item.SubmittedOn ??= clock.Today;
                (item.SelectedOn, item.DeclinedOn) = (null, null);
                item.Steps.Add(new(NewsStepKind.Submission, clock.UtcNow, actor.AccountId, actor.FullName, null, item.Words, item.Images.Count));
                return null;
            }, cancel);
    }

    /// <summary>Puts a text into an item with all that is derived from it.</summary>
    internal static void Put(NewsItem item, NewsContent content)
    {
        item.Content = content;
        item.Words = NewsText.Words(content.Body);
        item.Sketch = MinHash.Of(Shingles.Of($"{content.Title}\n{NewsText.Plain(content.Body)}"));
        item.SearchText = VietnameseText.Fold($"{content.Title} {content.Author} {content.Campaign} {NewsText.Plain(content.Body)}");
    }

    /// <summary>A content that both doors take, or what is wrong with it.</summary>
    internal async Task<Result<NewsContent>> Checked(Result<NewsContent> input, CancellationToken cancel)
    {
        if (input.Refused(out var unreadable, out var raw))
            return unreadable;
        var content = NewsRules.Clean(raw);
        var plan = content.ActivityId is { } activity ? await plans.FindByActivity(activity, cancel) : null;
        return NewsRules.CheckDraft(content, markdown, plan) is { } invalid ? invalid : content;
    }

    private static NewsImage ImageOf(NewsItem item, EvidenceFile file, string? caption) => new()
    {
        ItemId = item.Id, Order = item.Images.Count == 0 ? 0 : item.Images.Max(i => i.Order) + 1, File = file, Sha256 = file.Sha256, Caption = caption,
    };

    private static Refusal? WrongCaption(string? text)
    {
        var errors = new FieldErrors();
        errors.Line("caption", text, NewsRules.MaxCaption, "Chú thích ảnh", needed: false);
        return errors.Refusal;
    }

    private Task<Result<NewsView>> Change(
        Actor actor, Guid id, NewsVerb verb, ExpectedVersion version, string what, Func<NewsItem, Task<Refusal?>> check, Func<NewsItem, Refusal?> apply,
        CancellationToken cancel) => Change(actor, id, verb, version, what, check, (_, item) => apply(item), cancel);

    private async Task<Result<NewsView>> Change(
        Actor actor, Guid id, NewsVerb verb, ExpectedVersion version, string what, Func<NewsItem, Task<Refusal?>> check,
        Func<IChanges, NewsItem, Refusal?> apply, CancellationToken cancel) =>
        await Viewed(actor, await NewsChange.Run(store, clock, actor, id, verb, version, what, null, check, apply, cancel), cancel);

    private async Task<Result<NewsView>> Viewed(Actor actor, Result<NewsItem> written, CancellationToken cancel) =>
        written.Refused(out var refusal, out var item) ? refusal : await reading.ViewOf(actor, item, cancel);
}
