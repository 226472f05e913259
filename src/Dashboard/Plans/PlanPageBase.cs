using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Dashboard.Plans;

/// <summary>What the pages of drafts share: agencies to choose from, and the way from a refusal to the form again.</summary>
public abstract class PlanPageBase : PageBase
{
    [Inject]
    private protected PlanDrafting Drafting { get; set; } = default!;

    [Inject]
    private protected PlanDraftReading Drafts { get; set; } = default!;

    [Inject]
    private protected PlanReading Plans { get; set; } = default!;

    [Inject]
    private protected BusinessClock Clock { get; set; } = default!;

    [Inject]
    private AgencyReading Agencies { get; set; } = default!;

    private protected IReadOnlyDictionary<string, string[]> Errors { get; set; } = new Dictionary<string, string[]>();

    /// <summary>Why nothing was kept, when it is not a matter of single fields.</summary>
    private protected Refusal? Trouble { get; set; }

    /// <summary>Every agency of a day by its name of then.</summary>
    private protected async Task<IReadOnlyList<AgencyRef>> AgenciesOn(DateOnly day)
    {
        var all = new List<AgencyRef>();
        for (var page = 1; ; page++)
        {
            var list = await Agencies.List(Actor, new AgencyFilter(AsOf: day), new ListQuery(page, ListQuery.MaxPageSize), Cancel);
            all.AddRange(list.Value?.Items.Select(a => a.Name) ?? []);
            if (list.Value is not { } part || all.Count >= part.Total || part.Items.Count == 0)
                return all;
        }
    }

    /// <summary>The draft; null when there is none to show. A kept link to one that was issued meanwhile leads to the plan.</summary>
    private protected async Task<PlanDraftView?> FindDraft(Guid id)
    {
        if (!(await Drafts.Find(Actor, id, Cancel)).Refused(out var refusal, out var view))
            return view;
        if ((await Plans.Find(Actor, id, Cancel)).Refusal is not null)
            Refuse(refusal);
        else if (Actor.Demand(Operation.ManagePlans) is { } notAllowed)
            Refuse(notAllowed);
        else if (HttpMethods.IsGet(Http!.Request.Method))
            Navigation.NavigateTo($"/ke-hoach/{id}");
        else
            Refuse(PlanDrafting.Issued);
        return null;
    }

    /// <summary>Issued plans, for choosing the one above.</summary>
    private protected async Task<IReadOnlyList<Plan>> IssuedPlans() =>
        (await Plans.List(Actor, null, new ListQuery(PageSize: ListQuery.MaxPageSize), Cancel)).Value?.Items ?? [];

    /// <summary>The version a form was based on; missing when it says none.</summary>
    private protected ExpectedVersion PostedVersion() =>
        int.TryParse(Http!.Request.Form["version"], CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;

    /// <summary>The form once more, with what is wrong; or the page's refusal.</summary>
    private protected void ShowRefused(Refusal refusal)
    {
        if (refusal.Kind is RefusalKind.NotFound or RefusalKind.NotAllowed)
        {
            Refuse(refusal);
            return;
        }
        Errors = refusal.Errors;
        Trouble = refusal.Kind is RefusalKind.Invalid ? null : refusal;
        ShowFormAgain();
    }
}
