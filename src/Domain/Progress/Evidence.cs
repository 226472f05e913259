using System.Text.Json.Serialization;

namespace PlanTracker.Domain.Progress;

/// <summary>Kinds of evidence.</summary>
public enum EvidenceKind
{
    /// <summary>A link; shown, never fetched.</summary>
    Link,
    /// <summary>A document by number and date.</summary>
    Document,
    /// <summary>A file, kept outside the database.</summary>
    File,
}

/// <summary>A piece of evidence (minh chứng).</summary>
public sealed record Evidence
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Kind.</summary>
    public required EvidenceKind Kind { get; init; }
    /// <summary>http or https link.</summary>
    public string? Url { get; init; }
    /// <summary>Document number.</summary>
    public string? Number { get; init; }
    /// <summary>Document date.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>The file.</summary>
    public EvidenceFile? File { get; init; }
    /// <summary>What it proves; null when nobody said.</summary>
    public EvidencePurpose? Purpose { get; init; }
    /// <summary>Who added it, by name at the time; null for evidence from before this was kept.</summary>
    public string? AddedByName { get; init; }
    /// <summary>When it was added, UTC.</summary>
    public DateTime? AddedAt { get; init; }

    /// <summary>
    /// What is the same on two entries when one thing proves both: the content of a file, or where a link leads. Null for a document by
    /// number, which may rightly stand on many.
    /// </summary>
    [JsonIgnore]
    public string? Mark => Kind switch
    {
        EvidenceKind.File => $"sha256:{File!.Sha256}",
        EvidenceKind.Link => $"link:{EvidenceLinks.Normal(Url!)}",
        _ => null,
    };
}

/// <summary>A file as it was judged and kept.</summary>
/// <param name="Name">Name on the sender's computer, cleaned; text only, never a path.</param>
/// <param name="Type">What it is, by its name and its bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Its content, and by that where it is kept; lower-case hexadecimal.</param>
/// <param name="Width">Pixels of an image.</param>
/// <param name="Height">Pixels of an image.</param>
public sealed record EvidenceFile(string Name, EvidenceFileType Type, long Size, string Sha256, int? Width = null, int? Height = null)
{
    /// <summary>The largest image that a page shows as it is in place of a thumbnail.</summary>
    public const long MaxShown = 4 * 1024 * 1024;

    /// <summary>Whether a page shows it: an image that is not too large, for nothing is made smaller on the server.</summary>
    [JsonIgnore]
    public bool IsShown => Type is EvidenceFileType.Jpeg or EvidenceFileType.Png && Size <= MaxShown;
}

/// <summary>Types of file that prove something.</summary>
public enum EvidenceFileType
{
    /// <summary>pdf.</summary>
    Pdf,
    /// <summary>docx.</summary>
    Word,
    /// <summary>xlsx.</summary>
    Excel,
    /// <summary>pptx.</summary>
    PowerPoint,
    /// <summary>jpg, jpeg.</summary>
    Jpeg,
    /// <summary>png.</summary>
    Png,
    /// <summary>zip.</summary>
    Zip,
}
