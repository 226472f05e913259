using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PlanTracker.Dashboard.Access;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Obligations;

/// <summary>The form of a duty: given, changed, ended.</summary>
public sealed partial class DutyPage
{
    private DutyView? view;
    private Guid? planId;
    private IReadOnlyList<AgencyView> agencies = [];
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private Refusal? trouble;
    private TypedText typed = new(("dueAfterDays", "5"));
    private HashSet<string> chosen = [], kinds = [];

    /// <summary>The duty; none for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The plan of a new one.</summary>
    [SupplyParameterFromQuery(Name = "plan")]
    public string? PlanId { get; set; }

    [Inject]
    private DutyAdministration Duties { get; set; } = default!;

    [Inject]
    private AgencyReading AgencyReading { get; set; } = default!;

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    private string Heading => view is null ? "Giao nhiệm vụ gửi theo kỳ" : view.Duty.Title;

    private Guid? PlanOf => view?.Duty.PlanId ?? planId;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (Actor.Demand(Operation.ManageObligations) is { } refusal)
        {
            Refuse(refusal);
            return;
        }
        agencies = await AllAgencies.Load(AgencyReading, Actor, Cancel);
        if (Id is null)
        {
            var plan = string.IsNullOrEmpty(PlanId)
                ? await Plans.Current(Actor, Cancel) : Given(await Plans.Find(Actor, Guid.TryParse(PlanId, out var id) ? id : Guid.Empty, Cancel));
            planId = plan?.Id;
            return;
        }
        view = Given(await Duties.Find(Actor, Id.Value, Cancel));
        if (view is null)
            return;
        var duty = view.Duty;
        typed = new TypedText(
            ("title", duty.Title), ("receiverId", duty.ReceiverId.ToString()), ("dueAfterDays", duty.DueAfterDays.ToString(CultureInfo.InvariantCulture)));
        chosen = [.. view.Agencies.Select(a => a.Id.ToString())];
    }

    private static string GroupOf(AgencyView agency) =>
        agency is { Level: AgencyLevel.Commune, Parent: { } parent } ? $"Xã, phường, thị trấn thuộc {parent.ShortName}" : Words.Of(agency.Level);

    private bool IsChosen(AgencyView agency) => chosen.Contains(agency.Agency.Id.ToString());

    private async Task Post()
    {
        if (Refusal is not null)
            return;
        var form = Http!.Request.Form;
        var version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;
        if (form["act"] == "end" && view is not null)
        {
            var asked = new TypedText(form);
            typed = new TypedText(
                ("title", view.Duty.Title), ("receiverId", view.Duty.ReceiverId.ToString()),
                ("dueAfterDays", view.Duty.DueAfterDays.ToString(CultureInfo.InvariantCulture)), ("on", asked["on"]), ("reason", asked["reason"]));
            var on = asked.Day("on", "ngày kết thúc");
            Answer(await Duties.End(Actor, view.Duty.Id, version, asked.Or(new DutyEndInput(on, asked["reason"])), Cancel));
            return;
        }
        var input = Read(form);
        Answer(view is null
            ? await Duties.Create(Actor, planId ?? Guid.Empty, input, Cancel) : await Duties.Edit(Actor, view.Duty.Id, version, input, Cancel));
    }

    private Result<DutyInput> Read(IFormCollection form)
    {
        typed = new TypedText(form);
        chosen = [.. form["agencyIds"].OfType<string>()];
        kinds = [.. form["periodKinds"].OfType<string>()];
        var days = typed.Number("dueAfterDays", "số ngày");
        if (days is { } number && !decimal.IsInteger(number))
            typed.Wrong("dueAfterDays", "Số ngày là một số nguyên.");
        return typed.Or(new DutyInput(
            Enum.TryParse<DutyKind>(typed["kind"], out var kind) ? kind : DutyKind.Content,
            [.. kinds.Select(k => Enum.TryParse<PeriodKind>(k, out var known) ? known : (PeriodKind)(-1))], typed["title"],
            [.. chosen.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty)], Guid.TryParse(typed["receiverId"], out var receiver) ? receiver : Guid.Empty,
            days is > 0 and < 1000 ? (int)days : 0));
    }

    private void Answer(Result<DutyView> result)
    {
        if (!result.Refused(out var refusal, out var saved))
            Navigation.NavigateTo($"/ky-bao-cao/nhiem-vu?plan={saved.Duty.PlanId}&da=1");
        else if (refusal.Kind is RefusalKind.NotFound or RefusalKind.NotAllowed)
            Refuse(refusal);
        else
        {
            (errors, trouble) = (refusal.Errors, refusal.Kind is RefusalKind.Invalid ? null : refusal);
            ShowFormAgain();
        }
    }
}
