using System.Globalization;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Progress;

/// <summary>The fields of an entry in Vietnamese: their names and their values as a reader sees them.</summary>
internal static class EntryFields
{
    /// <summary>Fields a return may point at, in the order of the form.</summary>
    public static readonly IReadOnlyList<(string Field, string Name)> All =
    [
        .. new[]
        {
            "targetId", "quantity", "date", "title", "evidence", "noEvidenceReason", "place", "mode", "peopleReached", "attendances", "cadenceSlot",
            "supporting", "spent", "themes", "form", "channel", "note",
        }.Select(field => (field, FieldNames.NameOf($"content.{field}"))),
    ];

    public static string NameOf(string field) => All.FirstOrDefault(f => f.Field == field).Name ?? field;

    public static string NamesOf(IEnumerable<string> fields) => string.Join(", ", fields.Select(NameOf));

    public static string NameOf(DeliveryMode mode) => EntryWords.NameOf(mode);

    /// <summary>"1.000 tờ"; the number alone for a target without a unit.</summary>
    public static string Amount(EntryView view) => $"{VietnameseNumber.Show(view.Entry.Content.Quantity)} {view.Target.Unit}".TrimEnd();

    /// <summary>"13b. Phát hành".</summary>
    public static string TargetName(string label, string? part) => part is null ? label : $"{label}. {part}";

    public static string Show(Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Link => Short(evidence.Url!),
        EvidenceKind.File => evidence.File!.Name,
        _ => $"Văn bản số {evidence.Number} ngày {(evidence.Date is { } day ? Words.Day(day) : "–")}",
    };

    /// <summary>Where a file of evidence is handed out, to whoever may see its entry.</summary>
    public static string Href(Evidence evidence) => $"/api/v1/evidence/{evidence.Id}/content";

    /// <summary>"1,2 MB".</summary>
    public static string Size(long bytes) => bytes < 100 * 1024
        ? $"{VietnameseNumber.Show(Math.Max(1, Math.Round(bytes / 1024m)))} KB" : $"{VietnameseNumber.Show(Math.Round(bytes / 1024m / 1024m, 1))} MB";

    /// <summary>"Danh sách tham dự · Nguyễn Văn Hòa thêm ngày 06/09/2024"; empty when nothing is known.</summary>
    public static string About(Evidence evidence) => string.Join(" · ", new[]
    {
        evidence.Purpose is { } purpose ? EvidencePurposes.NameOf(purpose) : null,
        evidence.File is { } file ? Size(file.Size) : null,
        evidence.AddedByName is { } who ? $"{who} thêm{(evidence.AddedAt is { } at ? $" ngày {Words.Day(at)}" : "")}" : null,
    }.OfType<string>());

    /// <summary>How many pieces of evidence, or why there is none.</summary>
    public static string EvidenceInWords(ProgressEntry entry) =>
        entry.Evidence.Count > 0 ? $"{entry.Evidence.Count} minh chứng"
        : entry.Content.NoEvidenceReason is { } reason ? $"Thiếu minh chứng: {reason}" : "Thiếu minh chứng";

    /// <summary>"gửi 05/09/2024 (chờ 5 ngày)".</summary>
    public static string Waiting(ProgressEntry entry, DateOnly today)
    {
        var day = BusinessClock.DayOf(DateTime.SpecifyKind(entry.Last(EntryStepKind.Submission)?.At ?? entry.CreatedAt, DateTimeKind.Utc));
        var days = today.DayNumber - day.DayNumber;
        return days <= 0 ? "gửi hôm nay" : $"gửi {Words.Day(day)} (chờ {days.ToString(CultureInfo.InvariantCulture)} ngày)";
    }

    /// <summary>The filled fields of an entry, name and value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Rows(EntryView view, Plan plan)
    {
        var names = view.Supporting.Select(s => s.Agency).Append(view.Member).OfType<Domain.Agencies.AgencyRef>().ToLookup(a => a.Id, a => a.Name);
        return [.. EntryWording.Of(view.Entry.Content, plan, id => names[id].First(), code => view.ChannelName ?? code).Select(f => (f.Name, f.Value))];
    }

    private static string Short(string url)
    {
        var bare = url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..];
        return bare.Length <= 60 ? bare : bare[..59] + "…";
    }
}
