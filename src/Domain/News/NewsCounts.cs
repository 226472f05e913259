using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.News;

/// <summary>Items of one agency that were sent in a time; what became of them by the day asked.</summary>
/// <param name="Agency">The agency by its name of that day.</param>
/// <param name="ByField">Sent, by field; every field is there.</param>
/// <param name="Sent">Sent in all: first submitted in the time.</param>
/// <param name="Selected">Of those, selected (published ones too).</param>
/// <param name="Published">Of those, published.</param>
/// <param name="Declined">Of those, declined.</param>
public sealed record NewsRow(AgencyRef Agency, IReadOnlyDictionary<NewsField, int> ByField, int Sent, int Selected, int Published, int Declined)
{
    /// <summary>The same by field: what was sent, and what became of it; every field is there.</summary>
    public IReadOnlyDictionary<NewsField, NewsCount> Fields { get; init; } = Enum.GetValues<NewsField>().ToDictionary(f => f, _ => new NewsCount(0, 0, 0, 0));

    /// <summary>How long the desk took to answer them.</summary>
    public ReplyTimes Replies { get; init; } = new(0, 0, null, null);

    /// <summary>Selected of sent x 100, one decimal, half away from zero; null when nothing was sent.</summary>
    public decimal? SelectedShare => NewsFigures.Share(Selected, Sent);
}

/// <summary>How many items were sent in a time, and what became of them by the day asked.</summary>
/// <param name="Sent">First submitted in the time.</param>
/// <param name="Selected">Of those, selected (published ones too).</param>
/// <param name="Published">Of those, published.</param>
/// <param name="Declined">Of those, declined.</param>
public sealed record NewsCount(int Sent, int Selected, int Published, int Declined)
{
    /// <summary>Selected of sent x 100, one decimal, half away from zero; null when nothing was sent.</summary>
    public decimal? SelectedShare => NewsFigures.Share(Selected, Sent);
}

/// <summary>How long the desk took to answer what was sent in a time: working from submission to the first decision.</summary>
/// <param name="Answered">How many were answered.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="MeanDays">Mean of whole days, one decimal; null when none was answered.</param>
/// <param name="LongestDays">The longest.</param>
public sealed record ReplyTimes(int Answered, int Waiting, decimal? MeanDays, int? LongestDays);

/// <summary>The figures of a time (both days inclusive), as of a day: the rows of Phụ lục VII and their total.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="AsOf">The day up to which selection and publication count.</param>
/// <param name="Rows">One per agency that sent something, in the order of their names.</param>
/// <param name="Total">All together.</param>
/// <param name="PublishedByPlace">Publications of the time by place; an item at two places counts at both.</param>
/// <param name="Replies">Reply times.</param>
public sealed record NewsFigureTable(
    DateOnly From, DateOnly To, DateOnly AsOf, IReadOnlyList<NewsRow> Rows, NewsRow Total, IReadOnlyDictionary<NewsPlace, int> PublishedByPlace, ReplyTimes Replies);

/// <summary>Figures of news by agency, field and time: a read port for reports (Phụ lục VII) and for the indicators "tin bài" of an agency's report.</summary>
public interface INewsFigures
{
    /// <summary>The figures of a time as of a day.</summary>
    Task<NewsFigureTable> Table(DateOnly from, DateOnly to, DateOnly asOf, CancellationToken cancel);

    /// <summary>
    /// The items of agencies that were first published at one of the places in a time (both days inclusive), each item once: what fills in the
    /// indicators "tin bài" beforehand.
    /// </summary>
    Task<IReadOnlyList<PublishedTally>> PublishedOf(
        IReadOnlyCollection<Guid> agencyIds, DateOnly from, DateOnly to, IReadOnlyCollection<NewsPlace> places, CancellationToken cancel);
}

/// <summary>Counts news.</summary>
public sealed class NewsFigures(INewsBook book, IAgencyRegister register) : INewsFigures
{
    /// <inheritdoc/>
    public async Task<NewsFigureTable> Table(DateOnly from, DateOnly to, DateOnly asOf, CancellationToken cancel)
    {
        var last = to < asOf ? to : asOf;
        var sent = from <= last ? await book.SentIn(from, last, cancel) : [];
        var published = from <= last ? await book.PublishedIn(from, last, cancel) : [];
        var agencies = await register.All(cancel);
        var rows = sent.GroupBy(t => t.AgencyId).Select(g => RowOf(agencies[g.Key].RefOn(last), [.. g], asOf))
            .OrderBy(r => r.Agency.Name, VietnameseText.Order).ToList();
        return new(from, to, asOf, rows, RowOf(new AgencyRef(Guid.Empty, "Tổng cộng", "Tổng cộng"), sent, asOf),
            Enum.GetValues<NewsPlace>().ToDictionary(p => p, p => published.Count(t => t.Place == p)), Replies(sent, asOf));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PublishedTally>> PublishedOf(
        IReadOnlyCollection<Guid> agencyIds, DateOnly from, DateOnly to, IReadOnlyCollection<NewsPlace> places, CancellationToken cancel)
    {
        // What was published before is asked for too: an item that counted then does not count again.
        return First(await book.PublishedIn(DateOnly.MinValue, to, cancel, agencyIds), from, to, places);
    }

    /// <summary>The first publication of each item at one of the places, where it falls into a time.</summary>
    public static IReadOnlyList<PublishedTally> First(IEnumerable<PublishedTally> all, DateOnly from, DateOnly to, IReadOnlyCollection<NewsPlace> places) =>
        [.. all.Where(t => places.Contains(t.Place)).GroupBy(t => t.ItemId).Select(g => g.MinBy(t => t.Date)!)
            .Where(t => from <= t.Date && t.Date <= to).OrderBy(t => t.Date).ThenBy(t => t.ItemId)];

    /// <summary>A share in percent, one decimal, half away from zero; null of nothing.</summary>
    public static decimal? Share(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);

    private static NewsRow RowOf(AgencyRef agency, IReadOnlyList<NewsTally> sent, DateOnly asOf)
    {
        var fields = Enum.GetValues<NewsField>().ToDictionary(f => f, f => Count(sent.Where(t => t.Field == f), asOf));
        var all = Count(sent, asOf);
        return new(agency, fields.ToDictionary(f => f.Key, f => f.Value.Sent), all.Sent, all.Selected, all.Published, all.Declined)
        {
            Fields = fields, Replies = Replies(sent, asOf),
        };
    }

    private static NewsCount Count(IEnumerable<NewsTally> sent, DateOnly asOf)
    {
        var tallies = sent.ToList();
        return new(tallies.Count, tallies.Count(t => t.SelectedOn <= asOf), tallies.Count(t => t.PublishedOn <= asOf), tallies.Count(t => t.DeclinedOn <= asOf));
    }

    private static ReplyTimes Replies(IReadOnlyList<NewsTally> sent, DateOnly asOf)
    {
        var days = sent.Select(t => DaysToReply(t, asOf)).OfType<int>().ToList();
        return new(days.Count, sent.Count - days.Count,
            days.Count == 0 ? null : Math.Round((decimal)days.Sum() / days.Count, 1, MidpointRounding.AwayFromZero), days.Count == 0 ? null : days.Max());
    }

    private static int? DaysToReply(NewsTally tally, DateOnly asOf)
    {
        var reply = tally.Steps.FirstOrDefault(s => s.Kind is NewsStepKind.Selection or NewsStepKind.Return or NewsStepKind.Decline);
        return reply is not null && BusinessClock.DayOf(reply.At) is var on && on <= asOf ? on.DayNumber - tally.SentOn.DayNumber : null;
    }
}

/// <summary>Use case that shows the figures of news: to everyone signed in.</summary>
public sealed class NewsCounting(INewsFigures figures, BusinessClock clock)
{
    /// <summary>The figures of a time; by default the year so far.</summary>
    public async Task<Result<NewsFigureTable>> Table(Actor actor, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var last = to ?? clock.Today;
        var first = from ?? new DateOnly(last.Year, 1, 1);
        return first > last ? Refusal.Invalid("from", "Ngày đầu phải trước hoặc là ngày cuối.") : await figures.Table(first, last, clock.Today, cancel);
    }
}
