using PlanTracker.Api.Activities;
using PlanTracker.Api.Reporting;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Api.Agencies;

/// <summary>An agency that takes over, and its share.</summary>
internal sealed record ShareJson(AgencyRefJson Agency, decimal Share);

/// <summary>A succession as recorded.</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">Kind.</param>
/// <param name="EffectiveOn">First day of the new order.</param>
/// <param name="From">Agencies that ended, were split or renamed, by their names of the day before.</param>
/// <param name="To">Agencies that took over.</param>
/// <param name="Document">The document it rests on.</param>
/// <param name="Moved">How many things of each area it moved.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">Who recorded it.</param>
internal sealed record SuccessionJson(
    Guid Id, SuccessionKind Kind, DateOnly EffectiveOn, IReadOnlyList<AgencyRefJson> From, IReadOnlyList<ShareJson> To, DocumentJson Document,
    IReadOnlyDictionary<string, int> Moved, DateTime RecordedAt, string RecordedBy)
{
    /// <summary>Of a view.</summary>
    public static SuccessionJson Of(SuccessionView view)
    {
        var s = view.Succession;
        return new(s.Id, s.Kind, s.EffectiveOn, [.. view.From.Select(AgencyRefJson.Of)],
            [.. view.To.Select(t => new ShareJson(AgencyRefJson.Of(t.Agency), t.Share))], new(s.Document.Number, s.Document.Date),
            s.Moved.ToDictionary(m => m.Area, m => m.Count), s.RecordedAt, s.RecordedBy);
    }

    /// <summary>Where it is.</summary>
    public static string PathOf(SuccessionView view) => $"/api/v1/successions/{view.Succession.Id}";
}

/// <summary>A thing that would move: a person, an activity, an agency.</summary>
/// <param name="Id">Its id, for a choice.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">The agency it belongs to.</param>
/// <param name="To">The agency it would go to; null while nobody takes it over.</param>
internal sealed record MovedJson(Guid Id, string Name, Guid From, Guid? To);

/// <summary>What a succession would move; nothing is changed yet.</summary>
internal sealed record PreviewJson(
    SuccessionKind Kind, DateOnly EffectiveOn, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<MovedJson> Leads,
    IReadOnlyList<MovedJson> Users, IReadOnlyList<MovedJson> Children, IReadOnlyList<MovedJson> Obligations,
    IReadOnlyList<MovedJson> Money, IReadOnlyList<MovedJson> Preparations, IReadOnlyList<MovedJson> Difficulties,
    IReadOnlyList<MovedJson> Inspections, IReadOnlyList<MovedJson> UnitPlans)
{
    /// <summary>Of a preview.</summary>
    public static PreviewJson Of(SuccessionPreview preview) => new(
        preview.Order.Kind, preview.Order.EffectiveOn, preview.Areas.ToDictionary(a => a.Area, a => a.Count),
        Things(preview, "leads"), Things(preview, "users"), Things(preview, "children"), Things(preview, "obligations"), Things(preview, "money"),
        Things(preview, "preparations"), Things(preview, "difficulties"), Things(preview, "inspections"), Things(preview, "unitPlans"));

    private static MovedJson[] Things(SuccessionPreview preview, string area) =>
        [.. preview.Of(area).Select(t => new MovedJson(t.Id, t.Name, t.From, t.To))];
}

/// <summary>An agency that takes over, and its share.</summary>
internal sealed record ShareBody(Guid AgencyId, decimal Share);

/// <summary>Who takes over the lead of an activity.</summary>
internal sealed record LeadChoiceBody(Guid ActivityId, Guid AgencyId);

/// <summary>Where a person goes.</summary>
internal sealed record UserChoiceBody(Guid AccountId, Guid AgencyId);

/// <summary>Where a child agency hangs.</summary>
internal sealed record ChildChoiceBody(Guid AgencyId, Guid ParentId);

/// <summary>A succession.</summary>
/// <param name="Kind">Loại.</param>
/// <param name="EffectiveOn">Ngày hiệu lực.</param>
/// <param name="From">Agencies that end, are split or renamed.</param>
/// <param name="Document">Văn bản.</param>
/// <param name="To">Agencies that take over; shares add up to 1.</param>
/// <param name="Name">Tên mới, khi đổi tên.</param>
/// <param name="ShortName">Tên gọi tắt mới.</param>
/// <param name="AgencyKind">Loại đơn vị mới.</param>
/// <param name="Leads">Choices of leads; else the greatest share.</param>
/// <param name="Users">Choices of people.</param>
/// <param name="Children">Choices of parents.</param>
internal sealed record SuccessionBody(
    SuccessionKind Kind, DateOnly EffectiveOn, IReadOnlyList<Guid> From, DocumentBody Document, IReadOnlyList<ShareBody>? To = null,
    string? Name = null, string? ShortName = null, string? AgencyKind = null, IReadOnlyList<LeadChoiceBody>? Leads = null,
    IReadOnlyList<UserChoiceBody>? Users = null, IReadOnlyList<ChildChoiceBody>? Children = null)
{
    /// <summary>In the domain's words.</summary>
    public Result<SuccessionOrder> ToOrder()
    {
        // Annotations of a list's items are not looked at by the reader of JSON.
        if (To?.Any(t => t is null) == true)
            return Refusal.Invalid("to", "Danh sách có phần tử null.");
        if (Leads?.Any(l => l is null) == true)
            return Refusal.Invalid("leads", "Danh sách có phần tử null.");
        if (Users?.Any(u => u is null) == true)
            return Refusal.Invalid("users", "Danh sách có phần tử null.");
        if (Children?.Any(c => c is null) == true)
            return Refusal.Invalid("children", "Danh sách có phần tử null.");
        return new SuccessionOrder(
            Kind, EffectiveOn, From, [.. (To ?? []).Select(t => new SuccessionShare(t.AgencyId, t.Share))], new(Document.Number, Document.Date))
        {
            Name = Name is null && ShortName is null && AgencyKind is null ? null : new(Name ?? "", ShortName, AgencyKind),
            Choices = new Dictionary<string, IReadOnlyList<Assignment>>
            {
                ["leads"] = [.. (Leads ?? []).Select(l => new Assignment(l.ActivityId, l.AgencyId))],
                ["users"] = [.. (Users ?? []).Select(u => new Assignment(u.AccountId, u.AgencyId))],
                ["children"] = [.. (Children ?? []).Select(c => new Assignment(c.AgencyId, c.ParentId))],
            },
        };
    }
}
