using System.Globalization;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>A field of an entry as a reader sees it.</summary>
/// <param name="Field">Name in the API.</param>
/// <param name="Value">Its value in words.</param>
public sealed record EntryFieldText(string Field, string Value)
{
    /// <summary>Its name in Vietnamese.</summary>
    public string Name => FieldNames.NameOf($"content.{Field}");
}

/// <summary>The fields of an entry in words: one wording for the page of an entry and for what was changed after a return.</summary>
public static class EntryWording
{
    /// <summary>The filled fields, in the order of the form.</summary>
    /// <param name="content">What was filled in.</param>
    /// <param name="plan">Its plan, for targets, themes and forms.</param>
    /// <param name="agency">The name of an agency.</param>
    /// <param name="channel">The name of a channel.</param>
    public static IReadOnlyList<EntryFieldText> Of(EntryContent content, Plan plan, Func<Guid, string> agency, Func<string, string> channel)
    {
        var target = plan.Activities.SelectMany(a => a.Targets).FirstOrDefault(t => t.Id == content.TargetId);
        var rows = new List<(string Field, string? Value)>
        {
            ("targetId", target is null ? null : target.Part is null ? target.Label : $"{target.Label}. {target.Part}"),
            ("memberId", content.MemberId is { } member ? agency(member) : null),
            ("quantity", $"{VietnameseNumber.Show(content.Quantity)} {target?.Unit}".TrimEnd()),
            ("date", content.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
            ("title", content.Title),
            ("cadenceSlot", content.CadenceSlot),
            ("place", content.Place),
            ("mode", content.Mode is { } mode ? EntryWords.NameOf(mode) : null),
            ("peopleReached", content.PeopleReached is { } people ? VietnameseNumber.Show(people) : null),
            ("attendances", content.Attendances is { } times ? VietnameseNumber.Show(times) : null),
            ("supporting", Joined(content.Supporting.Select(s => s.Share is null ? agency(s.AgencyId) : $"{agency(s.AgencyId)}: {s.Share}"))),
            ("spent", Joined(content.Spent.Select(s => $"{FundingWords.NameOf(s.Source)}: {VietnameseNumber.Show(s.Amount)} đồng"))),
            ("themes", Joined(content.Themes.Select(n => plan.Text.Themes.FirstOrDefault(t => t.Order == n)?.ShortText))),
            ("form", plan.Text.Forms.FirstOrDefault(f => f.Order == content.Form)?.ShortText),
            ("channel", content.Channel is { } code ? channel(code) : null),
            ("note", content.Note),
            ("noEvidenceReason", content.NoEvidenceReason),
            ("correctionReason", content.CorrectionReason),
        };
        return [.. rows.Where(r => !string.IsNullOrEmpty(r.Value)).Select(r => new EntryFieldText(r.Field, r.Value!))];
    }

    private static string Joined(IEnumerable<string?> parts) => string.Join("; ", parts.Where(p => p is not null));
}
