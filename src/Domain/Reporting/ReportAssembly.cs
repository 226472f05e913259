using System.Globalization;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>Puts totals, names and figures of a plan together as a report of a day. Pure: the same input gives the same report.</summary>
internal static class ReportAssembly
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The report of a plan for a window as of a day.</summary>
    public static PlanReport Of(
        Plan plan, ReportWindow window, DateOnly asOf, IReadOnlyDictionary<Guid, TargetTotals> totals, ILookup<Guid, EventFact> special,
        IReadOnlyDictionary<Guid, Agency> agencies, Letterhead letterhead, ReportScope? scope)
    {
        var rows = new List<ReportRow>();
        var statuses = new List<(string Lead, ProgressStatus Status)>();
        foreach (var activity in plan.Activities.Where(a => a.IsPartOn(asOf) && IsOf(scope, a, agencies, asOf)).OrderBy(a => a.Order))
        {
            var ofActivity = activity.TargetsOn(asOf).Select(target => RowOf(plan, activity, target, asOf, totals, special, agencies)).ToList();
            rows.AddRange(ofActivity);
            statuses.Add((agencies[activity.LeadOn(asOf)].RefOn(asOf).Name, Figures.StatusOf([.. ofActivity.Select(r => r.Figures.Status)])));
        }
        var shown = rows.Select(r => r.TargetId).ToHashSet();
        return new(plan, window, asOf, ReportState.Preview, rows, StatusCounts.Of(statuses.Select(s => s.Status)), letterhead,
            totals.Where(t => shown.Contains(t.Key)).Sum(t => t.Value.PendingEntries))
        {
            Leads = [.. statuses.GroupBy(s => s.Lead).Select(g => new LeadCounts(g.Key, StatusCounts.Of(g.Select(s => s.Status))))],
            Scope = scope,
            Issuer = agencies.TryGetValue(plan.IssuerAgencyId, out var issuer) ? issuer.RefOn(asOf).Name : "",
            DrawnUpBy = agencies.Values.Where(a => a.ExistsOn(asOf)).Select(a => a.RefOn(asOf).Name)
                .FirstOrDefault(n => VietnameseText.Order.Equals(n, letterhead.IssuingBody)) ?? letterhead.IssuingBody,
        };
    }

    /// <summary>The scope of an agency: with its communes, when it is a district.</summary>
    public static ReportScope ScopeOf(ScopeKind kind, Agency agency, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly asOf) => new(
        kind, agency.Id, agency.RefOn(asOf).Name,
        [agency.Id, .. agencies.Values.Where(a => agency.LevelOn(asOf) is AgencyLevel.District && a.ExistsOn(asOf) && a.ParentOn(asOf) == agency.Id).Select(a => a.Id).Order()]);

    /// <summary>Whether a report of the scope has the activity: led by it or one of its members, or supported by them.</summary>
    internal static bool IsOf(ReportScope? scope, Activity activity, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly asOf)
    {
        if (scope is null)
            return true;
        var lead = activity.LeadOn(asOf);
        if (scope.Kind is ScopeKind.Lead)
            return lead == scope.AgencyId;
        return scope.Members.Contains(lead) || activity.Supporting.Any(s =>
            (s.AgencyId is { } id && scope.Members.Contains(id))
            || (s.Group is { } group && scope.Members.Any(m => agencies[m].ExistsOn(asOf) && agencies[m].Groups.Contains(group))));
    }

    private static ReportRow RowOf(
        Plan plan, Activity activity, Target target, DateOnly asOf, IReadOnlyDictionary<Guid, TargetTotals> totals,
        ILookup<Guid, EventFact> special, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var sums = totals.GetValueOrDefault(target.Id, TargetTotals.None).Resolve(target, agencies, asOf);
        var figures = Figures.Of(plan, activity, target, asOf, sums);
        var lead = agencies[activity.LeadOn(asOf)].RefOn(asOf);
        var version = target.VersionOn(asOf);
        return new ReportRow(
            activity.Order, target.Label, activity.Id, target.Id, WithPart(activity.Title, target), WithPart(activity.ShortTitle, target),
            activity.QuantityWording, target.Unit, figures, lead.Name, activity.SupportingWording, activity.Time, activity.DeliveryModeAsked,
            ReportWording.Modes(sums.Modes), sums.Entries, sums.WithEvidence, ReportWording.Note(target, figures, sums, [.. special[target.Id]]))
        {
            Version = new(version.Number, version.EffectiveOn, version.Document),
            LeadId = lead.Id,
        };
    }

    private static string WithPart(string title, Target target) => target.Part is null ? title : $"{title}: {target.Part.ToLower(Vietnamese)}";
}
