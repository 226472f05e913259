namespace PlanTracker.Domain.Imports;

/// <summary>Reads the tables of a Word document (.docx) that somebody sent as texts; what they mean is each import's to judge.</summary>
public interface IDocumentReader
{
    /// <summary>
    /// The tables in the document's order, each with its first row as headings; a merged cell's text stands in every row it spans, once across.
    /// Refused (<see cref="RefusalKind.Unreadable"/>) when the file is no such document, is hostile or too large.
    /// </summary>
    Result<IReadOnlyList<ImportTable>> Read(Stream file);
}
