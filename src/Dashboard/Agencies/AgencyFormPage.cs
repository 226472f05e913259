using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Agencies;

/// <summary>What the pages that change agencies share: the agencies to choose from, what was typed, what is wrong with it.</summary>
public abstract class AgencyFormPage : PageBase
{
    [Inject]
    private protected AgencyReading Agencies { get; set; } = default!;

    private protected AgencyLookup Lookup { get; private set; } = default!;

    private protected AgencyInput Input { get; set; } = new();

    private protected IReadOnlyDictionary<string, string[]> Errors { get; private set; } = new Dictionary<string, string[]>();

    /// <summary>Why nothing was kept, when it is not a matter of single fields.</summary>
    private protected Refusal? Trouble { get; private set; }

    /// <summary>Loads what every form needs; false when the page is refused.</summary>
    private protected async Task<bool> Open()
    {
        if (Actor.Demand(Operation.ManageAgencies) is { } refusal)
        {
            Refuse(refusal);
            return false;
        }
        Lookup = await AgencyLookup.Load(Agencies, Actor, Cancel);
        return true;
    }

    /// <summary>Shows the form again, with what was typed and why it was refused.</summary>
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

    /// <summary>The version a form was based on; missing when it says none.</summary>
    private protected ExpectedVersion PostedVersion() =>
        int.TryParse(Input["version"], CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;
}
