using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Progress;

/// <summary>One entry: what it says, what happened to it, and what its reader may do with it.</summary>
public sealed partial class EntryPage
{
    private EntryView? view;
    private Plan? plan;
    private EntryInput? input;
    private Refusal? trouble;
    private bool filesSent;
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();

    /// <summary>The entry.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was just done.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    [Inject]
    private EntryReading Entries { get; set; } = default!;

    [Inject]
    private EntryLog Book { get; set; } = default!;

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private EvidenceReading Proofs { get; set; } = default!;

    [Inject]
    private IEvidenceFiles Files { get; set; } = default!;

    [Inject]
    private BusinessClock Clock { get; set; } = default!;

    private ProgressEntry Entry => view!.Entry;

    private bool MayLog => Actor.MayLogFor(view!.Agency.Id);

    private bool MayReadHistory => Actor.May(Operation.ReadHistory) || (Actor.May(Operation.ReadOwnHistory) && Actor.WorksFor(Entry.AgencyId));

    private bool MayCorrect => Entry is { Status: EntryStatus.Confirmed, Content.CorrectsEntryId: null } && MayLog;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        view = Given(await Entries.Find(Actor, Id, Cancel));
        if (view is not null)
            plan = Given(await Plans.Find(Actor, view.Activity.PlanId, Cancel));
    }

    private async Task Post()
    {
        if (Refusal is not null)
            return;
        input = EntryInput.From(Http!.Request.Form);
        var version = int.TryParse(input["version"], CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;
        var act = input["act"];
        var (result, done) = act switch
        {
            "submit" => (await Book.Submit(Actor, Id, version, Cancel), "gui"),
            "confirm" => (await Book.Confirm(Actor, Id, version, Cancel), "xac-nhan"),
            "return" => (await Book.Return(Actor, Id, version, new EntryReason(input["reason"] ?? "", input.Fields), Cancel), "tra-lai"),
            "withdraw" => (await Book.Withdraw(Actor, Id, version, new EntryReason(input["withdrawReason"] ?? "", []), Cancel), "rut"),
            "remove-evidence" => (await Proofs.Remove(Actor, Guid.TryParse(input["evidenceId"], out var proof) ? proof : Guid.Empty, version, Cancel), "bo-minh-chung"),
            _ => (await AddEvidence(), "minh-chung"),
        };
        if (!result.Refused(out var refusal, out var changed))
        {
            // What Sở Nội vụ returns is its agency's alone again: the page is no longer theirs to see.
            Navigation.NavigateTo(Actor.CanSee(changed.Entry) ? $"/ket-qua/{Id}?da={done}" : $"/cho-xac-nhan?da={done}");
            return;
        }
        if (refusal.Kind is RefusalKind.NotFound)
        {
            Refuse(refusal);
            return;
        }
        view = (await Entries.Find(Actor, Id, Cancel)).Value ?? view;
        if (refusal.Kind is RefusalKind.Invalid && act is "return" or "withdraw" or "evidence")
            errors = refusal.Errors.ToDictionary(e => FieldOf(act, e.Key), e => e.Value);
        else
            trouble = refusal;
        ShowFormAgain();
    }

    /// <summary>Where the field of a refusal stands on this page, which has two reasons and a date of a document.</summary>
    private static string FieldOf(string act, string field) => (act, field) switch
    {
        ("withdraw", "reason") => "withdrawReason",
        ("evidence", "date") => "documentDate",
        _ => field,
    };

    private async Task<Result<EntryView>> AddEvidence()
    {
        if (Actor.Demand(Entry, EntryVerb.AddEvidence) is { } notAllowed)
            return notAllowed;
        var form = Http!.Request.Form;
        filesSent = PostedFiles.Any(form);
        var files = await PostedFiles.Keep(form, Files, Cancel);
        var read = new EntryInputReader(input!, Clock.Today).ReadEvidence(filesSent);
        if ((PostedFiles.Wrong(files.Refusal, read.Refusal) ?? read.Refusal) is { } refusal)
            return await Book.AddEvidence(Actor, Id, refusal, Cancel);
        Result<EntryView> result = view!;
        foreach (var evidence in files.Value!.Concat(read.Value!))
        {
            result = await Book.AddEvidence(Actor, Id, evidence, Cancel);
            if (result.Refusal is not null)
                break;
        }
        return result;
    }
}
