using PlanTracker.Api.Agencies;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Progress;

/// <summary>A link, or a document by number and date. A file is sent as multipart/form-data instead.</summary>
internal sealed record EvidenceBody(EvidenceKind Kind, string? Url = null, string? Number = null, DateOnly? Date = null, EvidencePurpose? Purpose = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<Evidence> ToEvidence()
    {
        if (Kind is EvidenceKind.Link && (Number is not null || Date is not null))
            return Refusal.Invalid(Number is not null ? "number" : "date", "Minh chứng là liên kết thì chỉ có url.");
        if (Kind is EvidenceKind.Document && Url is not null)
            return Refusal.Invalid("url", "Minh chứng là văn bản thì chỉ có số và ngày.");
        return new Evidence
        {
            Kind = Kind,
            Url = VietnameseText.Clean(Url),
            Number = VietnameseText.Clean(Number),
            Date = Date,
            Purpose = Purpose,
        };
    }
}

/// <summary>An entry with the same file or link.</summary>
internal sealed record SameEvidenceJson(Guid EntryId, string Title, AgencyRefJson Agency);

/// <summary>What an activity asks its entries to be proved by, and whether this one is.</summary>
internal sealed record EvidenceAskedJson(EvidencePurpose Purpose, string Name, bool Has);

/// <summary>A file of evidence.</summary>
internal sealed record EvidenceFileJson(string Name, EvidenceFileType Type, long Size, string Sha256, int? Width, int? Height, string Content);

/// <summary>A piece of evidence.</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">Link, document or file.</param>
/// <param name="Url">The link.</param>
/// <param name="Number">Number of the document.</param>
/// <param name="Date">Date of the document.</param>
/// <param name="File">The file.</param>
/// <param name="Purpose">What it proves.</param>
/// <param name="AddedBy">Who added it, by name at the time.</param>
/// <param name="AddedAt">When.</param>
/// <param name="AlsoOn">Other entries with the same file or link that the caller may see.</param>
/// <param name="AlsoOnHidden">How many more there are.</param>
internal sealed record EvidenceJson(
    Guid Id, EvidenceKind Kind, string? Url, string? Number, DateOnly? Date, EvidenceFileJson? File, EvidencePurpose? Purpose,
    string? AddedBy, DateTime? AddedAt, IReadOnlyList<SameEvidenceJson> AlsoOn, int AlsoOnHidden)
{
    /// <summary>Of a piece of evidence of an entry.</summary>
    public static EvidenceJson Of(EntryView view, Evidence evidence)
    {
        var elsewhere = view.Elsewhere.GetValueOrDefault(evidence.Id);
        var file = evidence.File is { } f ? new EvidenceFileJson(f.Name, f.Type, f.Size, f.Sha256, f.Width, f.Height, PathOf(evidence)) : null;
        return new(evidence.Id, evidence.Kind, evidence.Url, evidence.Number, evidence.Date, file, evidence.Purpose, evidence.AddedByName,
            evidence.AddedAt, [.. (elsewhere?.Entries ?? []).Select(e => new SameEvidenceJson(e.Id, e.Title, AgencyRefJson.Of(e.Agency)))],
            elsewhere?.Hidden ?? 0);
    }

    /// <summary>Where a file is handed out.</summary>
    public static string PathOf(Evidence evidence) => $"/api/v1/evidence/{evidence.Id}/content";
}
