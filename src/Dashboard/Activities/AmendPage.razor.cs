using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Activities;

/// <summary>Changes of one activity after its plan was issued: one kind of change at a time, all that was changed below.</summary>
public sealed partial class AmendPage
{
    private ActivityProgress? progress;
    private TypedText typed = new();
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private Refusal? trouble;

    /// <summary>The activity.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Which change: chi-tieu, phan-ky, thoi-han, dung.</summary>
    [SupplyParameterFromQuery(Name = "viec")]
    public string? Asked { get; set; }

    /// <summary>Whether something was just kept.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    [Inject]
    private PlanProgress Progress { get; set; } = default!;

    [Inject]
    private PlanAmendments Amendments { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    private bool MayChange => Actor.May(Operation.ChangeTargets);

    private bool MayPhase => Actor.May(Operation.PhaseOwnTargets) && Actor.WorksFor(progress!.Activity.LeadOn(Clock.Today));

    private string title => progress is null ? "Điều chỉnh" : $"Điều chỉnh hoạt động {progress.Activity.Order}";

    private IEnumerable<(string Key, string Word)> Jobs => AmendWords.Jobs(MayChange, progress!.Activity.CancelledOn is not null);

    private string Job => Jobs.Any(j => j.Key == Asked) ? Asked! : Jobs.First().Key;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => progress = Given(await Progress.Activity(Actor, Id, null, Cancel));

    private async Task Post()
    {
        if (progress is null)
            return;
        typed = new TypedText(Http!.Request.Form);
        var version = int.TryParse(typed["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;
        var result = await (typed["act"] switch
        {
            "phan-ky" => Amendments.Phase(Actor, Id, Target(), version, AmendReader.Phasing(typed), Cancel),
            "thoi-han" => Amendments.MoveDueDate(Actor, Id, version, AmendReader.DueDate(typed), Cancel),
            "dung" => Amendments.Stop(Actor, Id, version, AmendReader.Stop(typed), Cancel),
            "tiep-tuc" => Amendments.Resume(Actor, Id, version, new EntryReason(typed["reason"] ?? "", []), Cancel),
            _ => Amendments.AddVersion(Actor, Id, Target(), AmendReader.Version(typed), Cancel),
        });
        if (!result.Refused(out var refusal, out _))
        {
            Navigation.NavigateTo($"/hoat-dong/{Id}/dieu-chinh?viec={Job}&da=luu");
            return;
        }
        if (refusal.Kind is RefusalKind.NotFound or RefusalKind.NotAllowed)
        {
            Refuse(refusal);
            return;
        }
        errors = refusal.Errors.ToDictionary(e => e.Key.Replace('.', '-'), e => e.Value);
        trouble = refusal.Kind is RefusalKind.Invalid ? null : refusal;
        ShowFormAgain();
    }

    private Guid Target() => Guid.TryParse(typed["targetId"], out var id) ? id : Guid.Empty;
}
