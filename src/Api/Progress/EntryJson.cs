using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Api.Progress;

/// <summary>A person as named at the time.</summary>
internal sealed record PersonJson(Guid Id, string Name);

/// <summary>The activity of an entry.</summary>
internal sealed record EntryActivityJson(Guid Id, int Order, string Title, string ShortTitle);

/// <summary>The target of an entry.</summary>
internal sealed record EntryTargetJson(Guid Id, string Label, string? Part, string Unit);

/// <summary>A supporting agency and what it contributed.</summary>
internal sealed record ContributionJson(Guid AgencyId, string Name, string? Share);

/// <summary>Money spent from a source, whole đồng.</summary>
internal sealed record SpendingJson(FundingSource Source, long Amount);

/// <summary>A step in an entry's life: who, when, why.</summary>
internal sealed record StepJson(EntryStepKind Kind, DateTime At, PersonJson By, string? Reason, IReadOnlyList<string> Fields);

/// <summary>One field that was changed after a return, in words.</summary>
/// <param name="Field">Name in the API.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Old">When it was returned; null when it was empty.</param>
/// <param name="New">Now; null when it is empty.</param>
/// <param name="Asked">Whether the return asked to mend it.</param>
internal sealed record FieldDifferenceJson(string Field, string Name, string? Old, string? New, bool Asked);

/// <summary>What was changed since an entry was returned last.</summary>
/// <param name="ReturnedAt">When it was returned.</param>
/// <param name="Reason">Why.</param>
/// <param name="Fields">The fields that differ.</param>
/// <param name="EvidenceAdded">Evidence that came.</param>
/// <param name="EvidenceRemoved">Evidence that went.</param>
/// <param name="StillSame">Fields that the return named and that are as they were.</param>
internal sealed record DifferenceJson(
    DateTime ReturnedAt, string? Reason, IReadOnlyList<FieldDifferenceJson> Fields, IReadOnlyList<EvidenceJson> EvidenceAdded,
    IReadOnlyList<EvidenceJson> EvidenceRemoved, IReadOnlyList<string> StillSame)
{
    /// <summary>Of a difference.</summary>
    public static DifferenceJson Of(EntryView view, EntryDifference difference) => new(
        difference.Return.At, difference.Return.Reason,
        [.. difference.Fields.Select(f => new FieldDifferenceJson(f.Field, f.Name, f.Old, f.New, f.Asked))],
        [.. difference.Added.Select(e => EvidenceJson.Of(view, e))], [.. difference.Removed.Select(e => EvidenceJson.Of(view, e))], difference.StillSame);
}

/// <summary>An entry.</summary>
internal sealed record EntryJson(
    Guid Id, Guid PlanId, Guid ActivityId, EntryActivityJson Activity, Guid TargetId, EntryTargetJson Target, DateOnly Date, decimal Quantity,
    string Title, string? Place, DeliveryMode? Mode, int? PeopleReached, int? Attendances, string? CadenceSlot,
    IReadOnlyList<ContributionJson> Supporting, IReadOnlyList<SpendingJson> Spent, IReadOnlyList<int> Themes, int? Form, string? Channel,
    string? Note, string? NoEvidenceReason, Guid? MemberId, Guid? CorrectsEntryId, string? CorrectionReason, EntryStatus Status, AgencyRefJson Agency,
    Guid? OnBehalfByAgencyId, PersonJson CreatedBy, DateTime CreatedAt, DateOnly CountedOn, IReadOnlyList<StepJson> Steps,
    IReadOnlyList<EvidenceJson> Evidence, IReadOnlyList<EvidenceAskedJson> EvidenceAsked, DifferenceJson? ChangedSinceReturn, IReadOnlyList<EntryVerb> Allowed, int Version, string Etag)
{
    /// <summary>Of a view.</summary>
    public static EntryJson Of(EntryView view)
    {
        var e = view.Entry;
        var c = e.Content;
        return new(e.Id, e.PlanId, e.ActivityId, new(view.Activity.Id, view.Activity.Order, view.Activity.Title, view.Activity.ShortTitle),
            c.TargetId, new(view.Target.Id, view.Target.Label, view.Target.Part, view.Target.Unit), c.Date, c.Quantity,
            c.Title, c.Place, c.Mode, c.PeopleReached, c.Attendances, c.CadenceSlot,
            [.. view.Supporting.Select(s => new ContributionJson(s.Agency.Id, s.Agency.Name, s.Share))],
            [.. c.Spent.Select(s => new SpendingJson(s.Source, s.Amount))], c.Themes, c.Form, c.Channel,
            c.Note, c.NoEvidenceReason, c.MemberId, c.CorrectsEntryId, c.CorrectionReason, e.Status, AgencyRefJson.Of(view.Agency),
            e.OnBehalfByAgencyId, new(e.CreatedById, e.CreatedByName), e.CreatedAt, e.CountedOn,
            [.. e.Steps.Select(s => new StepJson(s.Kind, s.At, new(s.ById, s.ByName), s.Reason, s.Fields))],
            [.. e.Evidence.Select(piece => EvidenceJson.Of(view, piece))],
            [.. view.EvidenceAsked.Select(p => new EvidenceAskedJson(p, EvidencePurposes.NameOf(p), e.Evidence.Exists(piece => piece.Purpose == p)))],
            view.ChangedSinceReturn is { } difference ? DifferenceJson.Of(view, difference) : null,
            [.. view.Allowed.Order()], e.Version, TagOf(view));
    }

    /// <summary>The tag of an entry is its version.</summary>
    public static string TagOf(EntryView view) => Etags.Of(view.Entry.Version);

    /// <summary>Where an entry is.</summary>
    public static string PathOf(EntryView view) => $"/api/v1/entries/{view.Entry.Id}";
}

/// <summary>What became of one entry of a bulk confirmation.</summary>
internal sealed record ConfirmedItemJson(Guid Id, int Status, string? Etag, string? Code, string? Detail, EntryJson? Entry)
{
    /// <summary>Of one result.</summary>
    public static ConfirmedItemJson Of((Guid Id, Result<EntryView> Result) item) => item.Result.Refused(out var refusal, out var view)
        ? new(item.Id, Problems.StatusOf(refusal.Kind), null, refusal.Code, refusal.Message, null)
        : new(item.Id, StatusCodes.Status200OK, EntryJson.TagOf(view), null, null, EntryJson.Of(view));
}

/// <summary>What became of each entry of a bulk confirmation.</summary>
internal sealed record ConfirmedJson(IReadOnlyList<ConfirmedItemJson> Items);
