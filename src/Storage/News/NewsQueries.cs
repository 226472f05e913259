using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;

namespace PlanTracker.Storage.News;

/// <summary>The parts that queries of items are made of.</summary>
internal static class NewsQueries
{
    /// <summary>The rule of <see cref="NewsVisibility.CanSee"/>, for the database; a test keeps the two alike.</summary>
    public static IQueryable<NewsItem> SeenBy(this IQueryable<NewsItem> items, Actor actor)
    {
        var chosen = actor.May(Operation.ReadFigures);
        var submitted = actor.May(Operation.ReadSubmitted);
        Guid[] own = actor.May(Operation.ReadOwnDrafts) && actor.Agency is { } agency ? [agency.Id, .. actor.Predecessors] : [];
        return items.Where(i =>
            i.Status == NewsStatus.Selected || i.Status == NewsStatus.Published
                ? chosen
                : (submitted && (i.Status == NewsStatus.Submitted || i.Status == NewsStatus.Declined)) || own.Contains(i.AgencyId));
    }

    public static IQueryable<NewsItem> Matching(this IQueryable<NewsItem> items, NewsFilter filter)
    {
        if (filter.Status is { } status)
            items = items.Where(i => i.Status == status);
        if (filter.IsPlanned)
            items = items.Where(i => i.Schedule != null);
        if (filter.Field is { } field)
            items = items.Where(i => i.Content.Field == field);
        if (filter.AgencyId is { } agency)
            items = items.Where(i => i.AgencyId == agency);
        if (filter.Kind is { } kind)
            items = items.Where(i => i.Content.Kind == kind);
        if (filter.Place is { } place)
            items = items.Where(i => i.Content.Place == place);
        if (filter.PublishedAt is { } published)
            items = items.Where(i => i.Publications.Any(p => p.Place == published));
        if (filter.From is { } from)
            items = items.Where(i => i.SubmittedOn >= from);
        if (filter.To is { } to)
            items = items.Where(i => i.SubmittedOn <= to);
        return items;
    }

    /// <summary>Case and marks do not matter; every character stands for itself.</summary>
    public static IQueryable<NewsItem> Searched(this IQueryable<NewsItem> items, string? search)
    {
        if (search is null || VietnameseText.Fold(search) is not { Length: > 0 } folded)
            return items;
        var pattern = $"%{folded.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
        return items.Where(i => EF.Functions.Like(i.SearchText, pattern, @"\"));
    }

    /// <summary>By the fields asked for; what was sent last first where they leave it open.</summary>
    public static IQueryable<NewsItem> Sorted(this IQueryable<NewsItem> items, IReadOnlyList<SortBy> sort)
    {
        IOrderedQueryable<NewsItem>? ordered = null;
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "publishedOn" => Then(items, ordered, by, i => i.PublishedOn),
                "createdAt" => Then(items, ordered, by, i => i.CreatedAt),
                "title" => Then(items, ordered, by, i => i.SearchText),
                "words" => Then(items, ordered, by, i => i.Words),
                "status" => Then(items, ordered, by, i =>
                    i.Status == NewsStatus.Draft ? 0 : i.Status == NewsStatus.Submitted ? 1 : i.Status == NewsStatus.Selected ? 2
                    : i.Status == NewsStatus.Returned ? 3 : i.Status == NewsStatus.Declined ? 4 : 5),
                _ => Then(items, ordered, by, i => i.SubmittedOn),
            };
        }
        return (ordered ?? items.OrderByDescending(i => i.SubmittedOn ?? DateOnly.MaxValue)).ThenByDescending(i => i.Id);
    }

    private static IOrderedQueryable<NewsItem> Then<TKey>(
        IQueryable<NewsItem> items, IOrderedQueryable<NewsItem>? ordered, SortBy by, Expression<Func<NewsItem, TKey>> key) => (ordered, by.Descending) switch
        {
            (null, false) => items.OrderBy(key),
            (null, true) => items.OrderByDescending(key),
            (_, false) => ordered.ThenBy(key),
            _ => ordered.ThenByDescending(key),
        };
}
