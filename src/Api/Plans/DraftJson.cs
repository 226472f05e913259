using PlanTracker.Api.Activities;
using PlanTracker.Api.Agencies;
using PlanTracker.Api.Hosting;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Api.Plans;

/// <summary>A target as read from wording.</summary>
internal sealed record ReadTargetJson(
    TargetKind Kind, decimal? Value, string Unit, Comparison Comparison, CadenceJson? Cadence, string? Part, string? Set, string? Note)
{
    /// <summary>Of a target.</summary>
    public static ReadTargetJson Of(ParsedTarget t) =>
        new(t.Kind, t.Value, t.Unit, t.Comparison, t.Cadence is { } c ? new(c.Count, c.Per) : null, t.Part, t.Set, t.Note);
}

/// <summary>A row of a draft: its wording, what was read from it, and what is still to be decided.</summary>
internal sealed record PlanRowJson(
    Guid Id, int Order, string Title, string? ShortTitle, string QuantityWording, string? ReadAs, IReadOnlyList<ReadTargetJson> Targets, string? Unread,
    bool ToConfirm, string LeadWording, AgencyRefJson? Lead, IReadOnlyList<AgencyRefJson> LeadCandidates, string SupportingWording,
    IReadOnlyList<PartyJson> Supporting, string Time, DateOnly? DueOn, bool DeliveryModeAsked, IReadOnlyList<string> ToDecide)
{
    /// <summary>Of a row.</summary>
    public static PlanRowJson Of(DraftRowView v) => new(
        v.Row.Id, v.Order, v.Row.Title, v.Row.ShortTitle, v.Row.QuantityWording, v.Row.ReadAs, [.. v.Quantity.Targets.Select(ReadTargetJson.Of)],
        v.Quantity.Unread, v.Quantity.ToConfirm, v.Row.LeadWording, v.Lead is { } lead ? AgencyRefJson.Of(lead) : null,
        [.. v.LeadCandidates.Select(AgencyRefJson.Of)], v.Row.SupportingWording, [.. v.Supporting.Select(p => new PartyJson(p.AgencyId, p.Group, p.Wording))],
        v.Row.Time, v.Due.On, v.Row.DeliveryModeAsked, v.ToDecide);
}

/// <summary>A plan that is not issued yet; only Sở Nội vụ sees it.</summary>
internal sealed record PlanDraftJson(
    Guid Id, string? Number, string Title, AgencyRefJson Issuer, DateOnly? IssuedOn, int Year, DateOnly From, DateOnly To, Guid? ParentPlanId,
    PlanStatus Status, IReadOnlyList<PlanRowJson> Rows, IReadOnlyList<string> Missing, int Version, string Etag)
{
    /// <summary>Of a draft.</summary>
    public static PlanDraftJson Of(PlanDraftView v) => new(
        v.Draft.Id, v.Draft.Head.Number, v.Draft.Head.Title, AgencyRefJson.Of(v.Issuer), v.Draft.Head.IssuedOn, v.Draft.Head.Year, v.Draft.Head.From,
        v.Draft.Head.To, v.Draft.Head.ParentPlanId, PlanStatus.Draft, [.. v.Rows.Select(PlanRowJson.Of)], v.Missing, v.Draft.Version, TagOf(v));

    /// <summary>Its tag.</summary>
    public static string TagOf(PlanDraftView v) => Etags.Of(v.Draft.Version);

    /// <summary>Where it is.</summary>
    public static string PathOf(PlanDraftView v) => $"/api/v1/plans/{v.Draft.Id}";
}

/// <summary>A draft in a list.</summary>
internal sealed record PlanDraftLineJson(Guid Id, string? Number, string Title, DateOnly? IssuedOn, int Year, int Rows, string CreatedByName, DateTime CreatedAt)
{
    /// <summary>Of a draft.</summary>
    public static PlanDraftLineJson Of(PlanDraft d) => new(
        d.Id, d.Head.Number, d.Head.Title, d.Head.IssuedOn, d.Head.Year, d.Rows.Count, d.CreatedByName, d.CreatedAt);
}

/// <summary>What a file holds; nothing is kept.</summary>
/// <param name="Columns">Columns that were recognised.</param>
/// <param name="Unused">Headings whose columns are not taken over.</param>
/// <param name="Skipped">Rows that are headings of sections.</param>
/// <param name="Rows">Rows as they read.</param>
internal sealed record PlanImportJson(
    IReadOnlyList<PlanColumn> Columns, IReadOnlyList<string> Unused, IReadOnlyList<string> Skipped, IReadOnlyList<PlanRowJson> Rows)
{
    /// <summary>Of a dry run.</summary>
    public static PlanImportJson Of(PlanImportPreview p) => new(
        [.. p.Content.Columns.Order()], p.Content.Unused, p.Content.Skipped, [.. p.Rows.Select(PlanRowJson.Of)]);
}
