using PlanTracker.Domain.Access;

namespace PlanTracker.Domain.Agencies;

/// <summary>A succession with the names of its day: of the day before for agencies that end, of the day for those that take over.</summary>
public sealed record SuccessionView(Succession Succession, IReadOnlyList<AgencyRef> From, IReadOnlyList<SuccessionHeir> To);

/// <summary>An agency that takes over, and its share.</summary>
public sealed record SuccessionHeir(AgencyRef Agency, decimal Share);

/// <summary>Use cases that read successions.</summary>
public sealed class SuccessionReading(IAgencyRegister register)
{
    /// <summary>A page of the successions, the latest day first; search looks into names and document numbers.</summary>
    public async Task<Result<PageOf<SuccessionView>>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var all = await register.All(cancel);
        var wanted = query.Search is { } search ? VietnameseText.Fold(search) : null;
        var views = (await register.Successions(cancel)).OrderByDescending(s => s.EffectiveOn).ThenByDescending(s => s.RecordedAt).Select(s => View(s, all))
            .Where(v => wanted is null || Words(v).Contains(wanted, StringComparison.Ordinal)).ToList();
        return new PageOf<SuccessionView>([.. views.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], views.Count, query.Page, query.PageSize);
    }

    /// <summary>One succession.</summary>
    public async Task<Result<SuccessionView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return (await register.Successions(cancel)).FirstOrDefault(s => s.Id == id) is { } found
            ? View(found, await register.All(cancel))
            : Refusal.NotFound("successions.unknown", "Không có lần sắp xếp đơn vị này.");
    }

    private static SuccessionView View(Succession succession, IReadOnlyDictionary<Guid, Agency> all) => new(
        succession, [.. succession.From.Select(f => all[f].RefOn(succession.EffectiveOn.AddDays(-1)))],
        [.. succession.To.Select(t => new SuccessionHeir(all[t.AgencyId].RefOn(succession.EffectiveOn), t.Share))]);

    private static string Words(SuccessionView view) => VietnameseText.Fold(
        string.Join(' ', view.From.Concat(view.To.Select(t => t.Agency)).Select(a => a.Name).Append(view.Succession.Document.Number)));
}
