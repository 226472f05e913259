using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Dashboard.Progress;

/// <summary>What the pages with the form of an entry share: its activity, plan and agencies, and the way from posted text to a kept entry.</summary>
public abstract class EntryPageBase : PageBase
{
    [Inject]
    private protected EntryReading Entries { get; set; } = default!;

    [Inject]
    private protected EntryLog Book { get; set; } = default!;

    [Inject]
    private EvidenceReading Proofs { get; set; } = default!;

    [Inject]
    private protected BusinessClock Clock { get; set; } = default!;

    [Inject]
    private IEvidenceFiles Files { get; set; } = default!;

    [Inject]
    private PlanProgress Figures { get; set; } = default!;

    [Inject]
    private PlanReading Plans { get; set; } = default!;

    [Inject]
    private ChannelAdministration ChannelList { get; set; } = default!;

    [Inject]
    private AgencyReading Agencies { get; set; } = default!;

    private protected ActivityProgress? Activity { get; private set; }

    private protected Plan? Plan { get; private set; }

    private protected IReadOnlyList<AgencyRef> Supporting { get; private set; } = [];

    /// <summary>Of a percentage: the agencies it counts, as they stand today.</summary>
    private protected IReadOnlyList<AgencyRef> Members { get; private set; } = [];

    /// <summary>The channels that can be chosen: those in use, and the one that is chosen already.</summary>
    private protected IReadOnlyList<Channel> Channels { get; private set; } = [];

    private protected IReadOnlyList<EntryView> Recent { get; private set; } = [];

    private protected EntryInput? Input { get; set; }

    private protected IReadOnlyDictionary<string, string[]> Errors { get; set; } = new Dictionary<string, string[]>();

    /// <summary>Whether files came with the form: a form that comes back has to be given them again.</summary>
    private protected bool FilesSent { get; private set; }

    /// <summary>Why nothing was kept, when it is not a matter of single fields.</summary>
    private protected Refusal? Trouble { get; set; }

    /// <summary>Loads what the form needs; false when the page is refused.</summary>
    private protected async Task<bool> LoadActivity(Guid activityId, IReadOnlyList<AgencyRef> named, string? channel = null)
    {
        Activity = Given(await Figures.Activity(Actor, activityId, null, Cancel));
        if (Activity is null)
            return false;
        Plan = Given(await Plans.Find(Actor, Activity.Activity.PlanId, Cancel));
        if (Plan is null)
            return false;
        var agencies = await AllAgencies();
        var groups = Activity.Activity.Targets.Select(t => t.Members).OfType<AgencyGroup>().ToHashSet();
        Members = [.. agencies.Where(a => a.Agency.Groups.Exists(groups.Contains)).Select(a => a.Name)];
        Supporting = [.. agencies.Select(a => a.Name).Concat(named).DistinctBy(a => a.Id).Where(a => a.Id != Activity.Activity.LeadOn(Clock.Today))];
        var recent = await Entries.List(
            Actor, new EntryFilter(ActivityId: activityId), new ListQuery(PageSize: 3, Sort: [new SortBy("date", Descending: true)]), Cancel);
        Recent = recent.Value?.Items ?? [];
        Channels = [.. ((await ChannelList.All(Actor, Cancel)).Value ?? []).Where(c => c.IsActive || c.Code == channel)];
        return true;
    }

    /// <summary>Takes the posted form of a new entry with its evidence, all at once and once only; then leaves for where the sender wants to go on.</summary>
    private protected async Task KeepNew(Guid activityId)
    {
        var (sending, reader, files) = await Take();
        var read = reader.Read(sending, FilesSent, Activity!.Activity.DeliveryModeAsked);
        var extras = new EntryExtras
        {
            ClientKey = Guid.TryParse(Input!["clientKey"], out var key) ? key : null,
            Evidence = [.. (files.Value ?? []).Concat(reader.Evidence)],
            Submit = sending,
        };
        if ((await Book.Log(Actor, activityId, PostedFiles.Wrong(files.Refusal, read.Refusal) ?? read, extras, Cancel)).Refused(out var refusal, out var kept))
            ShowRefused(refusal);
        else if (Input["act"] == "next")
            Navigation.NavigateTo($"/hoat-dong/{kept.Activity.Id}/cap-nhat?sau={kept.Entry.Id}");
        else
            Navigation.NavigateTo($"/ket-qua/{kept.Entry.Id}?da={(kept.IsRepeat ? "da-co" : sending ? "gui" : "nhap")}");
    }

    /// <summary>Takes the posted form of an entry that is there, adds its evidence and sends it when asked; then leaves for the entry's page.</summary>
    private protected async Task KeepChange(ProgressEntry existing, Func<Result<EntryContent>, Task<Result<EntryView>>> keep)
    {
        var (sending, reader, files) = await Take();
        var removed = (Input!["removeEvidence"] ?? "").Split(',').Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).ToHashSet();
        var read = reader.Read(sending, FilesSent || existing.Evidence.Exists(e => !removed.Contains(e.Id)), Activity!.Activity.DeliveryModeAsked);
        if ((await keep(PostedFiles.Wrong(files.Refusal, read.Refusal) ?? read)).Refused(out var refusal, out var kept))
        {
            ShowRefused(refusal);
            return;
        }
        foreach (var evidence in existing.Evidence.Where(e => removed.Contains(e.Id)).ToList())
        {
            if (!(await Proofs.Remove(Actor, evidence.Id, ExpectedVersion.Of(kept.Entry.Version), Cancel)).Refused(out _, out var fewer))
                kept = fewer;
        }
        foreach (var evidence in files.Value!.Concat(reader.Evidence))
        {
            if (!(await Book.AddEvidence(Actor, kept.Entry.Id, evidence, Cancel)).Refused(out _, out var more))
                kept = more;
        }
        var done = !sending ? "nhap"
            : (await Book.Submit(Actor, kept.Entry.Id, ExpectedVersion.Of(kept.Entry.Version), Cancel)).Refusal is null ? "gui" : "chua-gui";
        Navigation.NavigateTo($"/ket-qua/{kept.Entry.Id}?da={done}");
    }

    private async Task<(bool Sending, EntryInputReader Reader, Result<List<Evidence>> Files)> Take()
    {
        var form = Http!.Request.Form;
        Input = EntryInput.From(form);
        FilesSent = PostedFiles.Any(form);
        return (Input["act"] is "submit" or "next", new(Input, Clock.Today), await PostedFiles.Keep(form, Files, Cancel));
    }

    private void ShowRefused(Refusal refusal)
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
        int.TryParse(Http!.Request.Form["version"], CultureInfo.InvariantCulture, out var number) ? ExpectedVersion.Of(number) : ExpectedVersion.Missing;

    private async Task<List<AgencyView>> AllAgencies()
    {
        var all = new List<AgencyView>();
        for (var page = 1; ; page++)
        {
            var list = await Agencies.List(Actor, new AgencyFilter(), new ListQuery(page, ListQuery.MaxPageSize), Cancel);
            all.AddRange(list.Value?.Items ?? []);
            if (list.Value is not { } part || all.Count >= part.Total || part.Items.Count == 0)
                return all;
        }
    }
}
