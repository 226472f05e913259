using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PlanTracker.Dashboard.Progress;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Attachments;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Attachments;

/// <summary>What pages of one thing with forms and evidence have in common: what was typed, what is wrong with it, and where to go when it was not.</summary>
public abstract class MatterPageBase : PageBase
{
    /// <summary>What was typed.</summary>
    private protected TypedText Typed { get; set; } = new();

    /// <summary>What is wrong, by field of the form.</summary>
    private protected IReadOnlyDictionary<string, string[]> Errors { get; private set; } = new Dictionary<string, string[]>();

    /// <summary>A refusal that is no matter of single fields.</summary>
    private protected Refusal? Trouble { get; private set; }

    /// <summary>What was just done, from the address.</summary>
    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    [Inject]
    private AttachmentDesk Desk { get; set; } = default!;

    [Inject]
    private IEvidenceFiles Files { get; set; } = default!;

    [Inject]
    private protected BusinessClock Clock { get; set; } = default!;

    private protected IFormCollection Form => Http!.Request.Form;

    /// <summary>Which button was pressed.</summary>
    private protected string? Act => Form["act"];

    /// <summary>The version that the form was made from.</summary>
    private protected ExpectedVersion Version =>
        int.TryParse(Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;

    /// <summary>Goes on to a page when nothing was refused; else shows the form again, or the refusal in place of the page.</summary>
    private protected void Finish(Refusal? refusal, string href)
    {
        if (refusal is null)
        {
            Navigation.NavigateTo(href);
        }
        else if (refusal.Kind is RefusalKind.NotFound or RefusalKind.NotAllowed)
        {
            Refuse(refusal);
        }
        else
        {
            Errors = refusal.Errors.ToDictionary(e => e.Key.Replace('.', '-'), e => e.Value);
            Trouble = refusal.Errors.Count == 0 ? refusal : null;
            ShowFormAgain();
        }
    }

    /// <summary>The document as typed: none when neither part was; what cannot be read is named.</summary>
    private protected DocumentRef? Document(string field)
    {
        var (number, date) = (Typed[$"{field}-number"], Typed[$"{field}-date"]);
        return number is null && date is null ? null : new(number ?? "", Typed.Day($"{field}-date", "ngày của văn bản"));
    }

    /// <summary>Adds what was sent as evidence, or takes a piece away; the refusal when that was not possible.</summary>
    private protected async Task<Refusal?> ChangeEvidence(string entity, Guid ownerId)
    {
        if (Act == "remove-evidence")
            return (await Desk.Remove(Actor, Guid.TryParse(Form["evidenceId"], out var id) ? id : Guid.Empty, ExpectedVersion.Any, Cancel)).Refusal;
        var evidence = new List<Evidence>();
        if (Typed["url"] is { } url)
            evidence.Add(new() { Kind = EvidenceKind.Link, Url = VietnameseText.Clean(url) });
        if (Typed["number"] is { } number)
            evidence.Add(new() { Kind = EvidenceKind.Document, Number = VietnameseText.Clean(number), Date = Typed.Day("documentDate", "ngày của văn bản") });
        if (Typed.Unread is { } unread)
            return unread;
        foreach (var piece in evidence)
        {
            if ((await Desk.Add(Actor, entity, ownerId, piece, Cancel)).Refusal is { } refusal)
                return refusal;
        }
        if (!PostedFiles.Any(Form))
            return evidence.Count > 0 ? null : Refusal.Invalid("url", "Cần một tệp, một liên kết hoặc số văn bản.");
        return await AddFiles(entity, ownerId);
    }

    private async Task<Refusal?> AddFiles(string entity, Guid ownerId)
    {
        List<Evidence>? kept = null;
        async Task<Result<Evidence>> First()
        {
            if ((await PostedFiles.Keep(Form, Files, Cancel)).Refused(out var wrong, out kept))
                return wrong;
            return kept[0];
        }
        if ((await Desk.AddFile(Actor, entity, ownerId, First, Cancel)).Refusal is { } refusal)
            return refusal;
        foreach (var more in kept!.Skip(1))
        {
            if ((await Desk.Add(Actor, entity, ownerId, more, Cancel)).Refusal is { } wrong)
                return wrong;
        }
        return null;
    }
}
