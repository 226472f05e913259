using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.News;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Dashboard.News;

/// <summary>What the pages of news share: the use cases, and the way from a refusal to the form again.</summary>
public abstract class NewsPageBase : PageBase
{
    [Inject]
    private protected NewsReading News { get; set; } = default!;

    [Inject]
    private protected NewsWriting Writing { get; set; } = default!;

    [Inject]
    private protected PlanReading Plans { get; set; } = default!;

    [Inject]
    private protected BusinessClock Clock { get; set; } = default!;

    private protected IReadOnlyDictionary<string, string[]> Errors { get; set; } = new Dictionary<string, string[]>();

    /// <summary>Why nothing was kept, when it is not a matter of single fields.</summary>
    private protected Refusal? Trouble { get; set; }

    private protected TypedText Posted() => new(Http!.Request.Form);

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
        Errors = refusal.Kind is RefusalKind.Invalid ? refusal.Errors : new Dictionary<string, string[]>();
        Trouble = refusal.Kind is RefusalKind.Invalid ? null : refusal;
        ShowFormAgain();
    }
}
