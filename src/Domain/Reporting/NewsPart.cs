using PlanTracker.Domain.News;

namespace PlanTracker.Domain.Reporting;

/// <summary>
/// Phụ lục VII: news by agency and field, sent in the period, and what became of it by the day of the report. Of the agencies under the plan's
/// issuer: the desk serves them all, a plan of elsewhere has no part in it.
/// </summary>
public sealed class NewsPart(INewsFigures figures) : IReportPart
{
    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        var table = await figures.Table(query.Window.From, query.Window.To, query.AsOf, cancel);
        var rows = table.Rows.Where(r => query.Scope is { } scope ? scope.Members.Contains(r.Agency.Id) : IsUnder(query, r.Agency.Id)).ToList();
        if (rows.Count == 0)
            return content;
        var fields = Enum.GetValues<NewsField>();
        var shown = rows.Select(r => new NewsRow(r.Agency.Name, [.. fields.Select(f => r.ByField[f])], r.Sent, r.Selected, r.Published, r.Declined)).ToList();
        return content with
        {
            News = new(shown, new(
                "Tổng cộng", [.. fields.Select((_, index) => shown.Sum(r => r.ByField[index]))], shown.Sum(r => r.Sent), shown.Sum(r => r.Selected),
                shown.Sum(r => r.Published), shown.Sum(r => r.Declined))),
        };
    }

    private static bool IsUnder(PartQuery query, Guid agencyId)
    {
        for (var id = (Guid?)agencyId; id is { } at; id = query.Agencies.GetValueOrDefault(at)?.ParentOn(query.AsOf))
        {
            if (at == query.Plan.IssuerAgencyId)
                return true;
        }
        return false;
    }
}
