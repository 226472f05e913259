using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Storage.Seed;

/// <summary>The sample year as it lies in the program.</summary>
internal sealed record DemoFile(
    List<DemoAccount> Accounts, Dictionary<string, List<DemoEntry>> EntriesOf, Dictionary<string, List<DemoReport>> ReportsOf);

internal sealed record DemoAccount(string UserName, string FullName, List<Role> Roles, string? Agency);

internal sealed record DemoEntry(
    string Target, DateOnly Date, decimal Quantity, string Title, string? Place, DeliveryMode? Mode, int? PeopleReached, int? Attendances,
    string? CadenceSlot, List<DemoShare>? Supporting, List<int>? Themes, int? Form, string? Channel, string? Note, string? NoEvidenceReason,
    List<DemoEvidence>? Evidence, string CreatedBy, DateOnly EnteredOn, DateOnly? SubmittedOn, DemoOutcome Outcome,
    DateOnly? Corrects = null, string? CorrectionReason = null);

/// <summary>A report issued in the story; the clerk may have given its number on a later day.</summary>
internal sealed record DemoReport(
    string Code, DateOnly On, string By, string? Number, DateOnly? SignedOn, string? Signer, DateOnly? NumberedOn, string? Causes, string? Plan,
    string? Proposals);

internal sealed record DemoShare(string Agency, string? Share);

internal sealed record DemoEvidence(EvidenceKind Kind, string? Url, string? Number, DateOnly? Date);

internal sealed record DemoOutcome(EntryStatus Kind, string? By, DateOnly? On, string? Reason, List<string>? Fields);
