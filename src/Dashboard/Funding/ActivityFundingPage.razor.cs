using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;

namespace PlanTracker.Dashboard.Funding;

/// <summary>Money of one activity: what the reader may record, then every source with its stages and records.</summary>
public sealed partial class ActivityFundingPage
{
    private ActivityMoney? money;
    private readonly List<(DateOnly On, string From, string To, long Left)> handovers = [];
    private TypedText typed = new();
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private Refusal? trouble;

    /// <summary>The activity.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Whether something was just recorded.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    [Inject]
    private FundingReading Reading { get; set; } = default!;

    [Inject]
    private FundingLedger Ledger { get; set; } = default!;

    [Inject]
    private AgencyReading Agencies { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    private string title => money is null ? "Kinh phí" : $"Kinh phí hoạt động {money.Progress.Activity.Order}";

    // What the actor may record now: stages whose turn it is, by source.
    private List<(FundingSource Source, FundingStage Stage)> Choices =>
    [
        .. money!.Lines.SelectMany(l => FundingStages.Of(l.Source)
            .Where(stage => FundingLedger.May(Actor, money.Progress.Activity, stage, Clock.Today))
            .Where(stage => FundingStages.Before(l.Source, stage) is not { } before || l.Of(before) is not null)
            .Select(stage => (l.Source, stage))),
    ];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        money = Given(await Reading.OfActivity(Actor, Id, null, Cancel));
        foreach (var h in money?.Handovers ?? [])
            handovers.Add((h.On, await NameOf(h.From), await NameOf(h.To), h.Left));
    }

    private async Task<string> NameOf(Guid agency) => (await Agencies.Find(Actor, agency, Cancel)).Value?.Name.Name ?? "";

    private async Task Post()
    {
        if (money is null)
            return;
        typed = new TypedText(Http!.Request.Form);
        var version = int.TryParse(typed["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;
        var (source, stage) = FundingForm.Read(typed["step"]);
        var result = await Ledger.Record(Actor, Id, source, stage, version, FundingForm.Order(typed), Cancel);
        if (!result.Refused(out var refusal, out _))
        {
            Navigation.NavigateTo($"/hoat-dong/{Id}/kinh-phi?da=ghi");
            return;
        }
        if (refusal.Kind is RefusalKind.NotAllowed)
        {
            Refuse(refusal);
            return;
        }
        errors = refusal.Errors.ToDictionary(e => e.Key.Replace('.', '-'), e => e.Value);
        trouble = refusal.Kind is RefusalKind.Invalid ? null : refusal;
        ShowFormAgain();
    }
}
