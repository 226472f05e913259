using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Dashboard.Access;

/// <summary>One account: its facts, the form to change it, and what else an administrator does with it.</summary>
public sealed partial class UserPage
{
    private AccountView? view;
    private UserInput input = UserInput.Blank;
    private IReadOnlyList<AgencyView> agencies = [];
    private AccountWithLink? made;
    private Refusal? trouble;
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private string? tried;
    private string? reason;

    /// <summary>The account.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    [Inject]
    private AccountReading Accounts { get; set; } = default!;

    [Inject]
    private AccountAdministration Administration { get; set; } = default!;

    [Inject]
    private AgencyReading Agencies { get; set; } = default!;

    private UserAccount Account => view!.Account;

    private bool IsOwn => Id == Actor.AccountId;

    private string RoleNames => string.Join(", ", Account.Roles.Select(Words.Of));

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        view = Given(await Accounts.Find(Actor, Id, Cancel));
        if (view is null)
            return;
        input = UserInput.Of(view);
        agencies = await AllAgencies.Load(Agencies, Actor, Cancel);
    }

    private async Task Post()
    {
        if (Refusal is not null)
            return;
        var form = Http!.Request.Form;
        var version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;
        tried = form["act"].ToString();
        reason = form[UserAction.ReasonField(tried)].ToString();
        if (tried == "link")
        {
            if (!(await Administration.NewLink(Actor, Id, version, Cancel)).Refused(out var noLink, out made))
                view = made.View;
            else
                await ShowRefused(noLink);
            return;
        }
        if (tried == "edit")
            input = UserInput.From(form);
        var result = tried switch
        {
            "edit" => await Administration.Edit(Actor, Id, version, input.ToDetails(), Cancel),
            "disable" => await Administration.Disable(Actor, Id, version, reason, Cancel),
            "enable" => await Administration.Enable(Actor, Id, version, reason, Cancel),
            "unlock" => await Administration.Unlock(Actor, Id, version, reason, Cancel),
            "sign-out" => await Administration.SignOutEverywhere(Actor, Id, version, Cancel),
            "require-password-change" => await Administration.RequirePasswordChange(Actor, Id, version, Cancel),
            "reset-second-factor" => await Administration.ResetSecondFactor(Actor, Id, version, reason, Cancel),
            _ => Refusal.Invalid("act", "Không có việc này."),
        };
        if (result.Refusal is { } refusal)
            await ShowRefused(refusal);
        else
            Navigation.NavigateTo($"/quan-tri/tai-khoan/{Id}?da={tried}");
    }

    private async Task ShowRefused(Refusal refusal)
    {
        if (refusal.Kind is RefusalKind.NotFound or RefusalKind.NotAllowed)
        {
            Refuse(refusal);
            return;
        }
        view = (await Accounts.Find(Actor, Id, Cancel)).Value ?? view;
        if (tried != "edit")
            input = UserInput.Of(view!);
        if (refusal.Kind is RefusalKind.Invalid)
            errors = refusal.Errors.ToDictionary(e => e.Key == "reason" ? UserAction.ReasonField(tried!) : e.Key, e => e.Value);
        else
            trouble = refusal;
        ShowFormAgain();
    }
}
