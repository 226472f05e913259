using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Difficulties;

/// <summary>
/// Phụ lục VI: difficulties raised in the period, or in the reports of the period, and earlier ones that still wait; with what was answered.
/// </summary>
public sealed class DifficultiesPart(IDifficultyBook book, DifficultyReading reading, IReportingCalendar calendar, IObligationBook obligations) : IReportPart
{
    /// <inheritdoc/>
    public async Task<ReportAppendices> Fill(ReportAppendices content, PartQuery query, CancellationToken cancel)
    {
        var owed = (await Owed.Of(calendar, obligations, query, cancel)).Select(o => o.Obligation.Id).ToHashSet();
        var found = (await book.Of(new(query.Plan.Id), cancel)).Where(d => IsOf(d, query, owed)).OrderBy(d => d.RaisedAt).ToList();
        if (found.Count == 0)
            return content with { Difficulties = null };
        var rows = (await reading.Views(Actor.System, found, cancel)).Select(v => RowOf(v, query)).ToList();
        return content with { Difficulties = new(rows, rows.Count(r => r.AnsweredOn is not null)) };
    }

    // What a report of the period raised belongs to the period, though reports come in after its last day; a commune's own report is its district's matter.
    private static bool IsOf(Difficulty difficulty, PartQuery query, HashSet<Guid> owed)
    {
        if (query.Scope is { } scope && !scope.Members.Contains(difficulty.AgencyId))
            return false;
        if (difficulty.ObligationId is { } obligation)
            return owed.Contains(obligation);
        return difficulty.RaisedOn <= query.AsOf && (difficulty.RaisedOn >= query.Window.From || difficulty.State is DifficultyState.Raised or DifficultyState.Escalated);
    }

    private static DifficultyRow RowOf(DifficultyView view, PartQuery query)
    {
        var difficulty = view.Difficulty;
        var said = difficulty.Last(DifficultyVerb.Answer) ?? (difficulty.State is DifficultyState.Closed ? difficulty.Last(DifficultyVerb.Close) : null);
        var escalated = difficulty.Last(DifficultyVerb.Escalate);
        var answer = said is not null ? said.Text + (said.Document is { } document ? $" ({document.Number} ngày {document.Date:dd/MM/yyyy})" : "")
            : escalated is not null ? $"Đã báo cáo UBND thành phố ngày {BusinessClock.DayOf(escalated.At):dd/MM/yyyy}: {escalated.Text}" : null;
        var text = view.Subject is null || difficulty.ObligationId is not null ? view.Text : $"{view.Subject}: {view.Text}";
        return new(
            query.Agencies[difficulty.AgencyId].RefOn(query.AsOf).Name, difficulty.RaisedOn, text, view.Proposal, answer,
            said is null ? null : BusinessClock.DayOf(said.At));
    }
}
