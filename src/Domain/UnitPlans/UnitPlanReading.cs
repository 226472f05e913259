using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>An agency's own plan with what a reader needs beside it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="City">The city's plan.</param>
/// <param name="Agency">Whose, by its name of the day of issue, or of today.</param>
/// <param name="Parent">The plan above; null when there is none or it is not the reader's to see.</param>
/// <param name="ParentAgency">Whose that is.</param>
/// <param name="Done">What was done, by activity.</param>
/// <param name="Evidence">The file of the plan, links.</param>
/// <param name="Today">The day of the figures.</param>
/// <param name="Allowed">What the reader may do with it now.</param>
public sealed record UnitPlanView(
    UnitPlan Plan, Plan City, AgencyRef Agency, UnitPlan? Parent, AgencyRef? ParentAgency, IReadOnlyDictionary<Guid, UnitDone> Done, IReadOnlyList<Evidence> Evidence,
    DateOnly Today, IReadOnlyList<UnitPlanVerb> Allowed)
{
    /// <summary>Activities in their order.</summary>
    public IEnumerable<UnitActivity> Activities => Plan.Activities.OrderBy(a => a.Order);

    /// <summary>How many activities serve none of the city's.</summary>
    public int Unlinked => Plan.Activities.Count(a => a.CityActivityId is null);

    /// <summary>What was done of an activity.</summary>
    public UnitDone DoneOf(UnitActivity activity) => Done.GetValueOrDefault(activity.Id, UnitDone.None);

    /// <summary>Percent of the quantity in force, one decimal; null without one.</summary>
    public decimal? PercentOf(UnitActivity activity) =>
        activity.QuantityOn(Today) is { } value and > 0 ? Reporting.Figures.Round(DoneOf(activity).ToDate / value * 100) : null;
}

/// <summary>A result with what a reader needs beside it.</summary>
public sealed record UnitResultView(UnitResult Result, UnitPlan Plan, UnitActivity Activity, AgencyRef Agency, IReadOnlyList<Evidence> Evidence, IReadOnlyList<UnitResultVerb> Allowed);

/// <summary>Use cases that read agencies' own plans and their results.</summary>
public sealed class UnitPlanReading(IUnitPlanBook book, IPlanLibrary plans, IAttachmentBook attachments, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["agency", "number", "issuedOn"];

    /// <summary>A page of the plans under a city plan that the actor sees; search looks into number, title and agency.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="planId">The city's plan.</param>
    /// <param name="agencyId">Of one agency; null for all.</param>
    /// <param name="status">In a state; null for all.</param>
    /// <param name="onlyModels">Model plans only.</param>
    /// <param name="query">Page, order, search.</param>
    /// <param name="cancel">Ends when the caller goes away.</param>
    public async Task<Result<PageOf<UnitPlanView>>> List(
        Actor actor, Guid planId, Guid? agencyId, UnitPlanStatus? status, bool onlyModels, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } city)
            return PlanReading.UnknownPlan;
        var wanted = VietnameseText.Fold(query.Search ?? "").Trim();
        var found = (await book.Of(new(planId, agencyId is { } one ? [one] : null, onlyModels), cancel)).Where(p => actor.Sees(p) && (status is null || p.Status == status)).ToList();
        var views = (await Views(actor, city, found, cancel))
            .Where(v => $"{v.Plan.SearchText} {VietnameseText.Fold(v.Agency.Name)}".Contains(wanted, StringComparison.Ordinal)).ToList();
        return new PageOf<UnitPlanView>([.. Ordered(views, query.Sort ?? []).Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)], views.Count, query.Page, query.PageSize);
    }

    /// <summary>One plan.</summary>
    public async Task<Result<UnitPlanView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await book.Find(id, cancel) is not { } plan || !actor.Sees(plan))
            return UnitPlanAccess.Unknown;
        return (await Views(actor, (await plans.Find(plan.PlanId, cancel))!, [plan], cancel))[0];
    }

    /// <summary>Plans whose activities the actor may copy into a draft: models of all years, and the agency's own.</summary>
    public async Task<IReadOnlyList<UnitPlanView>> Models(Actor actor, UnitPlan draft, CancellationToken cancel)
    {
        if (!actor.MayKeep(draft.AgencyId))
            return [];
        var found = (await book.Of(new(OnlyModels: true), cancel)).Concat(await book.Of(new(AgencyIds: [draft.AgencyId]), cancel))
            .DistinctBy(p => p.Id).Where(p => p.Id != draft.Id && UnitPlanRows.MayCopy(actor, p)).ToList();
        var views = new List<UnitPlanView>();
        foreach (var group in found.GroupBy(p => p.PlanId))
            views.AddRange(await Views(actor, (await plans.Find(group.Key, cancel))!, [.. group], cancel));
        return [.. views.OrderByDescending(v => v.Plan.IssuedOn).ThenBy(v => v.Plan.Id)];
    }

    /// <summary>Plans that the plan can be under: of the agency above, of the same city plan.</summary>
    public async Task<IReadOnlyList<UnitPlan>> Parents(Plan city, Guid agencyId, CancellationToken cancel) =>
        (await register.All(cancel)).GetValueOrDefault(agencyId)?.ParentOn(UnitPlanRules.DayIn(city, clock.Today)) is { } above
            ? [.. (await book.Of(new(city.Id, [above]), cancel)).Where(p => p.Status is UnitPlanStatus.Issued)] : [];

    /// <summary>A page of the results of a plan that the actor sees, the latest first; of one activity when one is named.</summary>
    public async Task<Result<PageOf<UnitResultView>>> Results(Actor actor, Guid planId, Guid? activityId, ListQuery query, CancellationToken cancel)
    {
        if ((await Find(actor, planId, cancel)).Refused(out var refusal, out var view))
            return refusal;
        if (activityId is { } one && !view.Plan.Activities.Exists(a => a.Id == one))
            return UnitPlanAccess.UnknownActivity;
        var found = (await book.Results(new(planId, activityId), cancel)).Where(r => actor.Sees(view.Plan, r)).ToList();
        var part = query.Part(found);
        return new PageOf<UnitResultView>(await ResultViews(actor, [.. part.Items.Select(r => (r, view.Plan))], cancel), part.Total, part.Page, part.PageSize);
    }

    /// <summary>One result.</summary>
    public async Task<Result<UnitResultView>> Result(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await book.Result(id, cancel) is not { } result || await book.Find(result.UnitPlanId, cancel) is not { } plan || !actor.Sees(plan, result))
            return UnitPlanAccess.UnknownResult;
        return (await ResultViews(actor, [(result, plan)], cancel))[0];
    }

    /// <summary>Results with names and evidence.</summary>
    internal async Task<List<UnitResultView>> ResultViews(Actor actor, List<(UnitResult Result, UnitPlan Plan)> found, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var evidence = await attachments.Of([.. found.Select(f => f.Result.Id)], cancel);
        return
        [
            .. found.Select(f => new UnitResultView(
                f.Result, f.Plan, f.Plan.Activities.First(a => a.Id == f.Result.UnitActivityId), agencies[f.Plan.AgencyId].RefOn(f.Result.Date), [.. evidence[f.Result.Id]],
                [.. Enum.GetValues<UnitResultVerb>().Where(v => UnitPlanAccess.Fits(f.Result, v) && actor.May(f.Plan, f.Result, v))])),
        ];
    }

    private async Task<List<UnitPlanView>> Views(Actor actor, Plan city, List<UnitPlan> found, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var done = await book.Done(city.Id, clock.Today, cancel);
        var evidence = await attachments.Of([.. found.Select(p => p.Id)], cancel);
        var parents = found.TrueForAll(p => p.ParentId is null) ? [] : (await book.Of(new(city.Id), cancel)).ToDictionary(p => p.Id);
        return
        [
            .. found.Select(p =>
            {
                var parent = p.ParentId is { } id ? parents.GetValueOrDefault(id) : null;
                return new UnitPlanView(
                    p, city, agencies[p.AgencyId].RefOn(p.IssuedOn ?? clock.Today), parent, parent is null ? null : agencies[parent.AgencyId].RefOn(parent.IssuedOn ?? clock.Today), done,
                    [.. evidence[p.Id]], clock.Today, [.. Enum.GetValues<UnitPlanVerb>().Where(v => UnitPlanAccess.Fits(p, v) && actor.May(p, v))]);
            }),
        ];
    }

    private static IEnumerable<UnitPlanView> Ordered(List<UnitPlanView> found, IReadOnlyList<SortBy> sort)
    {
        var ordered = found.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = (by.Field, by.Descending) switch
            {
                ("number", false) => ordered.ThenBy(v => v.Plan.Number, VietnameseText.Order),
                ("number", true) => ordered.ThenByDescending(v => v.Plan.Number, VietnameseText.Order),
                ("issuedOn", false) => ordered.ThenBy(v => v.Plan.IssuedOn),
                ("issuedOn", true) => ordered.ThenByDescending(v => v.Plan.IssuedOn),
                (_, false) => ordered.ThenBy(v => v.Agency.Name, VietnameseText.Order),
                (_, true) => ordered.ThenByDescending(v => v.Agency.Name, VietnameseText.Order),
            };
        }
        return ordered.ThenBy(v => v.Agency.Name, VietnameseText.Order).ThenBy(v => v.Plan.Id);
    }
}

/// <summary>Files and links on agencies' own plans: the plan's own file.</summary>
public sealed class UnitPlanFiles(IUnitPlanBook book) : IAttachmentOwners
{
    /// <inheritdoc />
    public string Entity => UnitPlanHistory.Entity;

    /// <inheritdoc />
    public Operation Right => Operation.KeepUnitPlans;

    /// <inheritdoc />
    public async Task<AttachmentOwner?> Find(Actor actor, Guid id, CancellationToken cancel) =>
        actor.May(Operation.ReadFigures) && await book.Find(id, cancel) is { } plan && actor.Sees(plan) ? new(plan.AgencyId, plan.Id, plan.Title) : null;
}

/// <summary>Evidence on results of agencies' own activities.</summary>
public sealed class UnitResultFiles(IUnitPlanBook book) : IAttachmentOwners
{
    /// <inheritdoc />
    public string Entity => UnitPlanHistory.ResultEntity;

    /// <inheritdoc />
    public Operation Right => Operation.KeepUnitPlans;

    /// <inheritdoc />
    public async Task<AttachmentOwner?> Find(Actor actor, Guid id, CancellationToken cancel) =>
        actor.May(Operation.ReadFigures) && await book.Result(id, cancel) is { } result && await book.Find(result.UnitPlanId, cancel) is { } plan && actor.Sees(plan, result)
            ? new(plan.AgencyId, result.Id, result.Title) : null;
}
