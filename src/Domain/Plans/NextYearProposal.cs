using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Plans;

/// <summary>
/// What the plan after a plan begins with: its structure, targets as they were at its end, leads by their heirs, days and years moved on.
/// Nothing of what was done is taken over. A person decides on it; nothing here is more than a proposal.
/// </summary>
internal sealed partial class NextYearProposal(
    Plan plan, IReadOnlyDictionary<Guid, Agency> agencies, IReadOnlyList<Succession> successions, DateOnly today, Guid? parent)
{
    private const decimal DaysOfYear = 365.25m;

    private static readonly Dictionary<AgencyGroup, string> Sets = new()
    {
        [AgencyGroup.Department] = "sở, ban, ngành", [AgencyGroup.District] = "UBND quận, huyện",
        [AgencyGroup.Commune] = "UBND xã, phường, thị trấn", [AgencyGroup.MassOrganisation] = "đoàn thể chính trị - xã hội",
    };

    /// <summary>How many years the plan lasts, and the next one lies behind it.</summary>
    public int Years => Math.Max(1, (int)Math.Round((plan.To.DayNumber - plan.From.DayNumber + 1) / DaysOfYear, MidpointRounding.AwayFromZero));

    /// <summary>Its time.</summary>
    public PlanTime Time => new(plan.From.AddYears(Years), plan.To.AddYears(Years));

    // What was merged by today, or by the first day of the new plan, is known.
    private DateOnly HeirsOn => today > Time.From ? today : Time.From;

    /// <summary>The head: without number and day, which make it a plan.</summary>
    public PlanHead Head => new(null, null, MoveYears(plan.Title), HeirOf(plan.IssuerAgencyId), plan.Year + Years, Time.From, Time.To, parent);

    /// <summary>The activities that are still part of the plan at its end, in order.</summary>
    public IEnumerable<Activity> Continued => plan.Activities.Where(a => WhyLeftOut(a) is null).OrderBy(a => a.Order);

    /// <summary>Why an activity is not taken over; null when it is.</summary>
    public string? WhyLeftOut(Activity activity) =>
        activity.CancelledOn is { } on && on <= plan.To ? $"Đã dừng từ ngày {on:dd/MM/yyyy}: không đưa sang." : null;

    /// <summary>The rows.</summary>
    public List<DraftRow> Rows => [.. Continued.Select(RowOf)];

    /// <summary>The agency that does an agency's work by now.</summary>
    public Guid HeirOf(Guid agencyId) => successions.HeirOf(agencyId, HeirsOn);

    /// <summary>The years of a wording moved on: "năm 2024" becomes "năm 2025"; years inside numbers of documents stay.</summary>
    public string MoveYears(string text) => PlanYear().Replace(text, match =>
        int.Parse(match.Value, CultureInfo.InvariantCulture) is var year && year >= plan.From.Year && year <= plan.To.Year
            ? (year + Years).ToString(CultureInfo.InvariantCulture) : match.Value);

    private DraftRow RowOf(Activity activity)
    {
        var (wording, readAs) = Quantity(activity);
        var lead = agencies[HeirOf(activity.LeadOn(plan.To))];
        var time = MoveYears(activity.Time);
        return new(
            Guid.CreateVersion7(), MoveYears(activity.Title), MoveYears(activity.ShortTitle), wording, readAs, lead.ExistsOn(HeirsOn) ? lead.Id : null,
            lead.NameOn(HeirsOn).Name, SupportingOf(activity), time, DueOf(activity, time), activity.DeliveryModeAsked)
        {
            FollowsActivityId = activity.Id,
        };
    }

    // As the plan wrote it, unless an amendment changed the amount or the wording reads as something else.
    private (string Wording, string? ReadAs) Quantity(Activity activity)
    {
        var last = activity.TargetsOn(plan.To).Where(t => t.ClosedOn is null || t.ClosedOn > plan.To).ToList();
        var final = last.Select(t => Read(t, last.Count)).ToList();
        var isAmended = last.Count != activity.Targets.Count || last.Exists(t => t.OpenedOn is not null || t.VersionOn(plan.To).Number > 0);
        var said = QuantityWording.Show(final);
        var wording = isAmended ? said : activity.QuantityWording;
        if (Same(QuantityParser.Parse(wording, Time), final))
            return (wording, null);
        // What cannot be said so that it reads back as the same stands as it is said, to be decided.
        return Same(QuantityParser.Parse(said, Time), final) ? (wording, said) : (said, null);
    }

    private ParsedTarget Read(Target target, int count) => new(
        target.Kind, target.VersionOn(plan.To).Value, target.Unit, target.Comparison, target.Cadence, count > 1 ? target.Part : null,
        target.Members is { } members ? Sets[members] : target.Kind is TargetKind.Percentage ? "cơ quan" : null);

    private static bool Same(QuantityReading reading, List<ParsedTarget> targets) =>
        reading.Understood && reading.Targets.Count == targets.Count
        && reading.Targets.Zip(targets).All(p => (p.First.Kind, p.First.Value, p.First.Comparison, p.First.Cadence) == (p.Second.Kind, p.Second.Value, p.Second.Comparison, p.Second.Cadence)
            && VietnameseText.Fold(p.First.Unit) == VietnameseText.Fold(p.Second.Unit));

    private string SupportingOf(Activity activity)
    {
        var wording = activity.SupportingWording;
        foreach (var party in activity.Supporting.Where(p => p.AgencyId is { } id && HeirOf(id) != id && p.Wording.Length > 0))
            wording = wording.Replace(party.Wording, agencies[HeirOf(party.AgencyId!.Value)].NameOn(HeirsOn).Name, StringComparison.Ordinal);
        return MoveYears(wording);
    }

    // An earlier day that was set for one year is no rule for the next: the time's wording is, and the end of the plan where it says nothing.
    private DateOnly? DueOf(Activity activity, string time) =>
        DuePhraseParser.Parse(time, Time).On is not null ? null : activity.DueOn.AddYears(Years) is var due && Time.Holds(due) ? due : Time.To;

    [GeneratedRegex(@"(?<![0-9]|20[0-9]{2}\s?[-–]\s?)20[0-9]{2}(?![0-9/]|\s?[-–]\s?20[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex PlanYear();
}
