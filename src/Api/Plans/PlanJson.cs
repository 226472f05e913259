using PlanTracker.Api.Agencies;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Api.Plans;

/// <summary>A document that a plan rests on.</summary>
internal sealed record LegalBasisJson(string Text, string? Number, DateOnly? Date);

/// <summary>A numbered theme or form of a plan.</summary>
internal sealed record PlanItemJson(int Order, string Text, string ShortText);

/// <summary>A plan.</summary>
internal sealed record PlanJson(
    Guid Id, string Number, string Title, AgencyRefJson Issuer, DateOnly IssuedOn, int Year, DateOnly From, DateOnly To,
    IReadOnlyList<LegalBasisJson> LegalBases, IReadOnlyList<PlanItemJson> Themes, IReadOnlyList<PlanItemJson> Forms, string Audiences,
    Guid? ParentPlanId, AgencyRefJson Agency, PlanStatus Status, bool IsSample)
{
    /// <summary>Of a plan; the issuer by its name on the day of issue.</summary>
    public static PlanJson Of(Plan plan, IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var issuer = AgencyRefJson.Of(agencies[plan.IssuerAgencyId].RefOn(plan.IssuedOn));
        return new(plan.Id, plan.Number, plan.Title, issuer, plan.IssuedOn, plan.Year, plan.From, plan.To,
            [.. plan.Text.LegalBases.Select(b => new LegalBasisJson(b.Text, b.Number, b.Date))],
            [.. plan.Text.Themes.Select(ItemOf)], [.. plan.Text.Forms.Select(ItemOf)], plan.Text.Audiences,
            plan.ParentPlanId, issuer, plan.Status, plan.IsSample);
    }

    private static PlanItemJson ItemOf(PlanItem item) => new(item.Order, item.Text, item.ShortText);
}

/// <summary>Somebody a task is given to, or who supports an activity: an agency (id), a group, or wording only.</summary>
internal sealed record PartyJson(Guid? Id, AgencyGroup? Group, string Name);
