using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>What one agency did of an activity that serves the city's.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="Done">What was done by the day.</param>
/// <param name="Quantity">The quantity in force on the day; null when it has none.</param>
public sealed record UnitLine(AgencyRef Agency, UnitPlan Plan, UnitActivity Activity, UnitDone Done, decimal? Quantity)
{
    /// <summary>Percent of the quantity, one decimal; null without one.</summary>
    public decimal? Percent => Quantity is > 0 ? Figures.Round(Done.ToDate / Quantity * 100) : null;
}

/// <summary>Sums of one unit: different units are never added.</summary>
/// <param name="Unit">Unit; empty of activities without a quantity.</param>
/// <param name="Agencies">How many agencies.</param>
/// <param name="Quantity">Sum of their quantities.</param>
/// <param name="ToDate">Sum of what they did.</param>
/// <param name="Results">Number of confirmed results.</param>
/// <param name="Counted">What of it is part of the city's figure on the day; 0 when nothing is.</param>
public sealed record UnitSum(string Unit, int Agencies, decimal Quantity, decimal ToDate, int Results, decimal Counted);

/// <summary>"Các đơn vị đã làm": what agencies did of their own activities that serve one of the city's, beside its own figure.</summary>
/// <param name="Activity">The city's activity.</param>
/// <param name="City">The city's plan.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Lines">By agency.</param>
/// <param name="Sums">By unit.</param>
/// <param name="CountsNow">Whether results of the day count in the city's figure.</param>
public sealed record UnitsBeside(Activity Activity, Plan City, DateOnly AsOf, IReadOnlyList<UnitLine> Lines, IReadOnlyList<UnitSum> Sums, bool CountsNow);

/// <summary>A result of an agency that is part of a figure of the city.</summary>
public sealed record CountedResult(UnitResult Result, UnitPlan Plan, UnitActivity Activity, AgencyRef Agency);

/// <summary>Use cases that show agencies' progress beside the city's, and decide whether it counts there.</summary>
public sealed class UnitProgress(IStore store, IUnitPlanBook book, IPlanLibrary plans, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>What the agencies did of a city activity, as of a day (default today).</summary>
    public async Task<Result<UnitsBeside>> Of(Actor actor, Guid activityId, DateOnly? asOf, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.FindByActivity(activityId, cancel) is not { } city)
            return PlanProgress.UnknownActivity;
        var (activity, day) = (city.Activities.First(a => a.Id == activityId), asOf ?? clock.Today);
        var agencies = await register.All(cancel);
        var done = await book.Done(city.Id, day, cancel);
        var lines = (await book.Of(new(city.Id), cancel)).Where(p => p.Status is UnitPlanStatus.Issued)
            .SelectMany(p => p.Activities.Where(a => a.CityActivityId == activityId).OrderBy(a => a.Order)
                .Select(a => new UnitLine(agencies[p.AgencyId].RefOn(day), p, a, done.GetValueOrDefault(a.Id, UnitDone.None), a.QuantityOn(day))))
            .OrderByDescending(l => l.Done.Results).ThenBy(l => l.Agency.Name, VietnameseText.Order).ThenBy(l => l.Activity.Order).ToList();
        var counted = new Dictionary<string, decimal>();
        foreach (var target in activity.Targets.Where(t => activity.UnitDecisions.Count > 0 && lines.Exists(l => l.Activity.CityTargetId == t.Id)))
        {
            var unit = VietnameseText.Fold(target.Unit);
            counted[unit] = counted.GetValueOrDefault(unit) + (await Counted(activity, target.Id, null, day, cancel)).Sum(c => c.Result.Quantity ?? 0);
        }
        var sums = lines.GroupBy(l => VietnameseText.Fold(l.Activity.Unit)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new UnitSum(
            g.First().Activity.Unit, g.Select(l => l.Agency.Id).Distinct().Count(), g.Sum(l => l.Quantity ?? 0), g.Sum(l => l.Done.ToDate), g.Sum(l => l.Done.Results),
            g.Key.Length == 0 ? 0 : counted.GetValueOrDefault(g.Key)));
        return new UnitsBeside(activity, city, day, lines, [.. sums], activity.UnitDecisions.CountsOn(day));
    }

    /// <summary>The agencies' results that are part of a target's figure, by the day they count on.</summary>
    /// <param name="activity">The city's activity.</param>
    /// <param name="targetId">Its target.</param>
    /// <param name="from">First day; null for all.</param>
    /// <param name="to">Last day.</param>
    /// <param name="cancel">Ends when the caller goes away.</param>
    public async Task<IReadOnlyList<CountedResult>> Counted(Activity activity, Guid targetId, DateOnly? from, DateOnly to, CancellationToken cancel)
    {
        if (activity.UnitDecisions.Count == 0)
            return [];
        var results = (await book.Results(new(CityTargetId: targetId, Status: UnitResultStatus.Confirmed, From: from, To: to), cancel))
            .Where(r => r.Quantity is not null && activity.UnitDecisions.CountsOn(r.CountedOn)).ToList();
        var units = (await book.Of(new(activity.PlanId), cancel)).ToDictionary(p => p.Id);
        var agencies = await register.All(cancel);
        return
        [
            .. results.OrderBy(r => r.CountedOn).ThenBy(r => r.Id).Select(r => new CountedResult(
                r, units[r.UnitPlanId], units[r.UnitPlanId].Activities.First(a => a.Id == r.UnitActivityId), agencies[units[r.UnitPlanId].AgencyId].RefOn(r.CountedOn))),
        ];
    }

    /// <summary>
    /// Decides that from a day on the agencies' results count in the city's figure, or no longer. The day is open: what issued reports say stays.
    /// </summary>
    public async Task<Result<Activity>> Decide(Actor actor, Guid activityId, ExpectedVersion version, Result<UnitDecisionOrder> input, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } noReader ? noReader : await store.Write(actor, async changes =>
        {
            if (await changes.Plans.LoadByActivity(activityId, cancel) is not { } plan || plan.Status is PlanStatus.Draft)
                return PlanProgress.UnknownActivity;
            var activity = plan.Activities.First(a => a.Id == activityId);
            if (actor.Demand(Operation.ChangeTargets) is { } notAllowed)
                return notAllowed;
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            var order = typed with { Reason = VietnameseText.Clean(typed.Reason), Document = typed.Document is { } d ? d with { Number = VietnameseText.Clean(d.Number) ?? "" } : null };
            if ((Check(order, plan) ?? version.Check(activity.Version)) is { } refused)
                return refused;
            if (await changes.Entries.LockedUntil(plan.Id, cancel) is { } locked && order.On <= locked)
                return Refusal.Conflict("progress.period-locked", $"Số liệu đến hết ngày {locked:dd/MM/yyyy} đã ban hành báo cáo nên không đổi được. Chọn ngày sau đó.");
            if (activity.UnitDecisions.CountsOn(order.On) == order.Counts && !activity.UnitDecisions.Exists(d => d.On >= order.On))
                return Refusal.Conflict("units.same-decision", order.Counts ? "Kết quả của các đơn vị đã được tính từ trước ngày này." : "Kết quả của các đơn vị vốn không được tính vào ngày này.");
            var before = Fields(activity);
            activity.UnitDecisions.Add(new(order.Counts, order.On, order.Document, order.Reason!, actor.FullName, clock.UtcNow));
            activity.HasUnitDecisions = true;
            activity.Version++;
            changes.Record(ActivityHistory.Row(actor, clock.UtcNow, activity, "count-units", before, order.Reason) with { New = Fields(activity) });
            return (Result<Activity>)activity;
        }, cancel);

    private static string Fields(Activity activity) => History.HistoryJson.Of(new
    {
        unitDecisions = activity.UnitDecisions.Select((d, index) => new { label = $"{index + 1}", counts = d.Counts ? "tính vào số liệu thành phố" : "không tính", d.On, d.Document, d.Reason }),
    });

    private Refusal? Check(UnitDecisionOrder order, Plan plan)
    {
        var errors = new FieldErrors();
        if (order.On < plan.IssuedOn || order.On > plan.To)
            errors.Add("on", $"Ngày bắt đầu phải từ {plan.IssuedOn:dd/MM/yyyy} đến {plan.To:dd/MM/yyyy}.");
        errors.Text("reason", order.Reason, "Lý do");
        if (order.Document is { } document)
        {
            errors.Line("document.number", document.Number, 100, "Số, ký hiệu văn bản", needed: true);
            if (document.Date > clock.Today)
                errors.Add("document.date", "Ngày của văn bản không được sau hôm nay.");
        }
        return errors.Refusal;
    }
}

/// <summary>A decision as it is made.</summary>
public sealed record UnitDecisionOrder(bool Counts, DateOnly On, string? Reason, DocumentRef? Document = null);
