using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reporting;

/// <summary>How a week or month of a cadence stands.</summary>
public enum SlotState
{
    /// <summary>Has at least one confirmed entry.</summary>
    Filled,
    /// <summary>Has only a submitted one.</summary>
    Pending,
    /// <summary>Is over and has none.</summary>
    Missing,
    /// <summary>Is running and has none yet.</summary>
    Current,
    /// <summary>Is still to come.</summary>
    Future,
}

/// <summary>One week or month of the strip.</summary>
/// <param name="Number">ISO week or month of the year.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="State">How it stands on the day.</param>
public sealed record CadenceSlot(int Number, DateOnly From, DateOnly To, SlotState State);

/// <summary>What the strip needs to know of an entry.</summary>
/// <param name="TargetId">Target.</param>
/// <param name="Date">Day of performance.</param>
/// <param name="Slot">The week or month that it names; null when it names none.</param>
/// <param name="Confirmed">Confirmed; otherwise it waits.</param>
public sealed record SlotEntry(Guid TargetId, DateOnly Date, string? Slot, bool Confirmed);

/// <summary>The calendar strip of a weekly or monthly target: which weeks are missing.</summary>
public static partial class CadenceStrip
{
    /// <summary>
    /// The spans that lie wholly inside the plan's time. An entry fills the span that it names ("tuần 5"), otherwise the one of its date;
    /// days of an ISO week that reaches out of the plan's time fill none. Quarterly cadences have no strip.
    /// </summary>
    public static IReadOnlyList<CadenceSlot> Of(Plan plan, Target target, IEnumerable<ProgressEntry> entries, DateOnly asOf) => Of(
        plan, target,
        entries.Where(e => e.Status is EntryStatus.Confirmed or EntryStatus.Submitted && e.CountedOn <= asOf && e.Content.Quantity > 0)
            .Select(e => new SlotEntry(e.Content.TargetId, e.Content.Date, e.Content.CadenceSlot, e.Status is EntryStatus.Confirmed)),
        asOf);

    /// <summary>The same of what is known of entries that count by the day and are above zero.</summary>
    public static IReadOnlyList<CadenceSlot> Of(Plan plan, Target target, IEnumerable<SlotEntry> entries, DateOnly asOf)
    {
        if (target.Cadence is not { Per: not CadencePer.Quarter } cadence)
            return [];
        var spans = Spans(cadence.Per, plan).ToList();
        var filled = new Dictionary<int, bool>();
        foreach (var entry in entries.Where(e => e.TargetId == target.Id))
        {
            if (SpanOf(entry, spans) is { } number)
                filled[number] = filled.GetValueOrDefault(number) || entry.Confirmed;
        }
        return [.. spans.Select(s => new CadenceSlot(s.Number, s.From, s.To, StateOf(s, filled, asOf)))];
    }

    private static int? SpanOf(SlotEntry entry, IReadOnlyList<(int Number, DateOnly From, DateOnly To)> spans)
    {
        var named = Named().Match(VietnameseText.Fold(entry.Slot ?? ""));
        if (named.Success && int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture) is var number && spans.Any(s => s.Number == number))
            return number;
        var span = spans.FirstOrDefault(s => s.From <= entry.Date && entry.Date <= s.To);
        return span.Number == 0 ? null : span.Number;
    }

    private static SlotState StateOf((int Number, DateOnly From, DateOnly To) span, Dictionary<int, bool> filled, DateOnly asOf) =>
        filled.TryGetValue(span.Number, out var confirmed) ? confirmed ? SlotState.Filled : SlotState.Pending
        : asOf < span.From ? SlotState.Future
        : asOf < span.To ? SlotState.Current
        : SlotState.Missing;

    private static IEnumerable<(int Number, DateOnly From, DateOnly To)> Spans(CadencePer per, Plan plan)
    {
        for (var day = plan.From; day <= plan.To;)
        {
            var from = per is CadencePer.Week ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : new DateOnly(day.Year, day.Month, 1);
            var to = per is CadencePer.Week ? from.AddDays(6) : from.AddMonths(1).AddDays(-1);
            if (from >= plan.From && to <= plan.To)
                yield return (per is CadencePer.Week ? ISOWeek.GetWeekOfYear(from.ToDateTime(TimeOnly.MinValue)) : from.Month, from, to);
            day = to.AddDays(1);
        }
    }

    [GeneratedRegex(@"(?:tuan|thang)\s*([0-9]{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
