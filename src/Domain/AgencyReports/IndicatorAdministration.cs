using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>Use cases of indicators: everybody signed in reads them, Sở Nội vụ changes them. None is deleted; a retired one stays on old reports.</summary>
public sealed class IndicatorAdministration(IStore store, IIndicatorBook book, BusinessClock clock)
{
    private const int Most = 200;

    private static Refusal Unknown { get; } = Refusal.NotFound("indicators.unknown", "Không có chỉ số này.");

    /// <summary>All, retired ones too, in the order of the form.</summary>
    public async Task<Result<IReadOnlyList<Indicator>>> All(Actor actor, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } refusal ? refusal : Result<IReadOnlyList<Indicator>>.Of(await book.All(cancel));

    /// <summary>One by its code.</summary>
    public async Task<Result<Indicator>> Find(Actor actor, string code, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return (await book.All(cancel)).FirstOrDefault(i => i.Code == code) is { } indicator ? indicator : Unknown;
    }

    /// <summary>Adds an indicator; reports that are drafted from now on are asked for it.</summary>
    public async Task<Result<Indicator>> Add(Actor actor, Result<(string Code, IndicatorTerms Terms)> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageIndicators) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var given))
            return unreadable;
        var (code, terms) = (VietnameseText.Clean(given.Code) ?? "", IndicatorRules.Clean(given.Terms));
        return await store.Write<Indicator>(actor, async changes =>
        {
            var all = await changes.Indicators.All(cancel);
            if (IndicatorRules.Check(code, isNew: true, terms, all, await changes.Channels.All(cancel)) is { } invalid)
                return invalid;
            if (all.Count >= Most)
                return Refusal.Conflict("indicators.too-many", "Có tối đa 200 chỉ số.");
            var indicator = new Indicator { Code = code, Terms = terms };
            changes.Indicators.Add(indicator);
            changes.Record(ReportHistory.Row(actor, clock.UtcNow, indicator, "add", null));
            return indicator;
        }, cancel);
    }

    /// <summary>Changes an indicator, retires it or brings it back. What was submitted keeps the name and unit of then.</summary>
    public async Task<Result<Indicator>> Edit(Actor actor, string code, ExpectedVersion version, Result<IndicatorTerms> input, CancellationToken cancel)
    {
        if ((await Find(actor, code, cancel)).Refused(out var notThere, out _))
            return notThere;
        if (actor.Demand(Operation.ManageIndicators) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var given))
            return unreadable;
        var terms = IndicatorRules.Clean(given);
        return await store.Write<Indicator>(actor, async changes =>
        {
            var all = await changes.Indicators.All(cancel);
            if (all.FirstOrDefault(i => i.Code == code) is not { } indicator)
                return Unknown;
            if ((IndicatorRules.Check(code, isNew: false, terms, all, await changes.Channels.All(cancel)) ?? version.Check(indicator.Version)) is { } refusal)
                return refusal;
            if (indicator.Terms == terms)
                return indicator;
            var before = indicator.Terms;
            indicator.Terms = terms;
            indicator.Version++;
            changes.Record(ReportHistory.Row(actor, clock.UtcNow, indicator, "edit", before));
            return indicator;
        }, cancel);
    }
}
