using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Reporting;

/// <summary>What is written on a report when it is issued or numbered.</summary>
/// <param name="Number">Number, without its symbol.</param>
/// <param name="SignedOn">Day of signing.</param>
/// <param name="Signer">Who signs.</param>
internal sealed record IssueBody(string? Number = null, DateOnly? SignedOn = null, string? Signer = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<IssueOrder> ToOrder() => new IssueOrder(Number, SignedOn, Signer);
}

/// <summary>Why a report is opened again.</summary>
internal sealed record ReopenBody(string Reason);

/// <summary>What the author writes; a part left out is empty.</summary>
internal sealed record TextsBody(string? Causes = null, string? Plan = null, string? Proposals = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<ReportTexts> ToTexts() => new ReportTexts(Causes, Plan, Proposals);
}

/// <summary>What the author has written, and its version.</summary>
internal sealed record TextsJson(string? Causes, string? Plan, string? Proposals, ReportState State, int Version)
{
    /// <summary>Of what is kept.</summary>
    public static TextsJson Of(PeriodReport kept) => new(kept.Texts.Causes, kept.Texts.Plan, kept.Texts.Proposals, kept.State, kept.Version);

    /// <summary>The version.</summary>
    public static string TagOf(PeriodReport kept) => Etags.Of(kept.Version);
}

/// <summary>A file of a revision.</summary>
internal sealed record RevisionFileJson(ReportFormat Format, string Name, string Sha256, long Size);

/// <summary>What was issued once.</summary>
internal sealed record RevisionJson(
    int Number, DateTime At, string By, DateOnly AsOf, string? DocumentNumber, DateOnly? SignedOn, string? Signer, IReadOnlyList<RevisionFileJson> Files)
{
    /// <summary>Of a revision.</summary>
    public static RevisionJson Of(RevisionRef r) => new(
        r.Number, r.At, r.ByName, r.AsOf, r.DocumentNumber, r.SignedOn, r.Signer,
        [.. r.Files.Select(f => new RevisionFileJson(f.Format, f.Name, f.Sha256, f.Size))]);
}

/// <summary>One row of Phụ lục III.</summary>
internal sealed record EventJson(
    Guid EntryId, int Order, string Label, DateOnly Date, DateOnly CountedOn, string Title, string Place, decimal Quantity, string Unit, int? People,
    string Evidence, string? Correction)
{
    /// <summary>Of a row.</summary>
    public static EventJson Of(EventRow e) => new(
        e.EntryId, e.Order, e.Label, e.Date, e.CountedOn, e.Title, e.Place, e.Quantity, e.Unit, e.People, e.Evidence, e.Correction);
}

/// <summary>One difference, in parts and as a sentence.</summary>
internal sealed record ReportDifferenceJson(
    DifferenceKind Kind, string Label, string Title, string What, string Before, string Now, string Note, string Sentence);

/// <summary>What has changed; since is null when nothing was issued before.</summary>
internal sealed record ReportChangesJson(string? Since, IReadOnlyList<ReportDifferenceJson> Items)
{
    /// <summary>Of a report with its content.</summary>
    public static ReportChangesJson Of(PlanReport report) => new(
        report.Content.Changes?.Since,
        [.. (report.Content.Changes?.Rows ?? []).Select(d => new ReportDifferenceJson(
            d.Kind, d.Label, d.Title, d.What, d.Before, d.Now, d.Note, ReportDifferences.Sentence(d)))]);
}

/// <summary>Who signs.</summary>
internal sealed record SignerJson(string Title, string? Name = null);

/// <summary>Head and foot of an agency's documents.</summary>
internal sealed record LetterheadBody(
    string IssuingBody, string ReportSymbol, string LetterSymbol, string Place, string AddressedTo, IReadOnlyList<string> Recipients,
    IReadOnlyList<SignerJson> Signers, string ParentBody = "")
{
    /// <summary>In the domain's words.</summary>
    public Result<LetterheadText> ToText()
    {
        if (Recipients.Any(r => r is null))
            return Refusal.Invalid("recipients", "Danh sách có phần tử null.");
        return Signers.Any(s => s is null)
            ? Refusal.Invalid("signers", "Danh sách có phần tử null.")
            : new LetterheadText(ParentBody, IssuingBody, ReportSymbol, LetterSymbol, Place, AddressedTo, Recipients, [.. Signers.Select(s => new Signer(s.Title, s.Name))]);
    }
}

/// <summary>Head and foot of an agency's documents as they hold; version 0 while they are only proposed.</summary>
internal sealed record LetterheadJson(
    Guid AgencyId, string AgencyName, string ParentBody, string IssuingBody, string ReportSymbol, string LetterSymbol, string Place, string AddressedTo,
    IReadOnlyList<string> Recipients, IReadOnlyList<SignerJson> Signers, int Version)
{
    /// <summary>Of a view.</summary>
    public static LetterheadJson Of(LetterheadView v) => new(
        v.Agency.Id, v.Agency.Name, v.Text.ParentBody, v.Text.IssuingBody, v.Text.ReportSymbol, v.Text.LetterSymbol, v.Text.Place, v.Text.AddressedTo,
        v.Text.Recipients, [.. v.Text.Signers.Select(s => new SignerJson(s.Title, s.Name))], v.Version);

    /// <summary>The version.</summary>
    public static string TagOf(LetterheadView view) => Etags.Of(view.Version);
}
