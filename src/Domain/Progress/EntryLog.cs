using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>
/// Use cases that change entries. Input comes as a result: what could not be read is refused in its turn, after "not there" and "not allowed".
/// </summary>
public sealed class EntryLog(IStore store, IPlanLibrary plans, IAgencyRegister register, EntryReading reading, BusinessClock clock)
{
    private readonly EntryChecks checks = new(plans, register, reading, clock);

    /// <summary>Drafts an entry of an activity: by a reporter of its lead, or by Sở Nội vụ on the lead's behalf.</summary>
    public Task<Result<EntryView>> Log(Actor actor, Guid activityId, Result<EntryContent> input, CancellationToken cancel) =>
        Log(actor, activityId, input, new EntryExtras(), cancel);

    /// <summary>
    /// The same with what comes beside it in one form: evidence, and whether to send it. All of it is done or nothing. A form that was
    /// taken before leads to the entry that it made, and changes nothing.
    /// </summary>
    public async Task<Result<EntryView>> Log(Actor actor, Guid activityId, Result<EntryContent> input, EntryExtras extras, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.FindByActivity(activityId, cancel) is not { } plan)
            return Reporting.PlanProgress.UnknownActivity;
        var activity = plan.Activities.First(a => a.Id == activityId);
        var lead = activity.LeadOn(clock.Today);
        if (!actor.MayLogFor(lead))
            return EntryVisibility.NotLead();
        var isRepeat = false;
        var taken = await store.Write(actor, async changes =>
        {
            if (extras.ClientKey is { } key && await changes.Entries.LoadByClientKey(actor.AccountId, key, cancel) is { } there)
            {
                isRepeat = true;
                return (Result<ProgressEntry>)there;
            }
            if ((await checks.Checked(plan, activity, input, null, cancel)).Refused(out var invalid, out var content))
                return invalid;
            if (extras.Evidence.Select(e => EvidenceRules.Check(e, clock.Today)).FirstOrDefault(r => r is not null) is { } unproved)
                return unproved;
            if (extras.Submit && EntryChecks.MissingForSubmission(content, extras.Evidence.Count, activity) is { } missing)
                return missing;
            if (await EntryChecks.Forbidden(changes, plan, content, null, cancel) is { } conflict)
                return conflict;
            var entry = new ProgressEntry
            {
                PlanId = plan.Id,
                ActivityId = activity.Id,
                AgencyId = lead,
                OnBehalfByAgencyId = actor.WorksFor(lead) ? null : actor.Agency?.Id,
                CreatedById = actor.AccountId,
                CreatedByName = actor.FullName,
                CreatedAt = clock.UtcNow,
                ClientKey = extras.ClientKey,
                Content = content,
                CountedOn = content.Date,
                SearchText = SearchTextOf(content),
            };
            changes.Entries.Add(entry);
            changes.Record(EntryHistory.Row(actor, clock.UtcNow, entry, "log", null, EntryHistory.Fields(entry)));
            foreach (var evidence in extras.Evidence)
                Step(changes, actor, entry, EntryVerb.AddEvidence, e => e.Evidence.Add(evidence with { AddedByName = actor.FullName, AddedAt = clock.UtcNow }));
            if (extras.Submit)
                Step(changes, actor, entry, EntryVerb.Submit, e => Submit(e, actor));
            return entry;
        }, cancel);
        var viewed = await Viewed(actor, taken, cancel);
        return isRepeat && viewed.Value is { } view ? view with { IsRepeat = true } : viewed;
    }

    /// <summary>Changes a draft or a returned entry.</summary>
    public Task<Result<EntryView>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<EntryContent> input, CancellationToken cancel) =>
        Change(actor, id, EntryVerb.Edit, version, null, async (changes, entry) =>
        {
            var (plan, activity) = await checks.Row(entry, cancel);
            if ((await checks.Checked(plan, activity, input, entry.Content.Channel, cancel)).Refused(out var invalid, out var content))
                return invalid;
            if (await EntryChecks.Forbidden(changes, plan, content, entry.Id, cancel) is { } conflict)
                return conflict;
            entry.Content = content;
            entry.CountedOn = content.Date;
            entry.SearchText = SearchTextOf(content);
            return null;
        }, checkBeforeVersion: async entry =>
        {
            var (plan, activity) = await checks.Row(entry, cancel);
            return (await checks.Checked(plan, activity, input, entry.Content.Channel, cancel)).Refusal;
        }, cancel: cancel);

    /// <summary>Adds a link, a document number or a kept file as evidence: by the entry's own agency, also after confirmation.</summary>
    public Task<Result<EntryView>> AddEvidence(Actor actor, Guid id, Result<Evidence> input, CancellationToken cancel) =>
        Change(actor, id, EntryVerb.AddEvidence, ExpectedVersion.Any, null, (_, entry) =>
        {
            if (entry.Evidence.Count >= EvidenceRules.Most)
                return Task.FromResult<Refusal?>(Refusal.Conflict("evidence.too-many", "Một kết quả có tối đa 100 minh chứng."));
            entry.Evidence.Add(input.Value! with { AddedByName = actor.FullName, AddedAt = clock.UtcNow });
            return Task.FromResult<Refusal?>(null);
        }, checkBeforeVersion: _ => Task.FromResult(EvidenceRules.Check(input, clock.Today)), cancel: cancel);

    /// <summary>Adds a file as evidence. Who may not add it is refused before a byte of it is taken.</summary>
    /// <param name="actor">Who adds it.</param>
    /// <param name="id">The entry.</param>
    /// <param name="receive">Takes the file in; called at most once.</param>
    /// <param name="cancel">Ends when the sender has gone.</param>
    public async Task<Result<EntryView>> AddFile(Actor actor, Guid id, Func<Task<Result<Evidence>>> receive, CancellationToken cancel)
    {
        if ((await reading.Find(actor, id, cancel)).Refused(out var notThere, out var view))
            return notThere;
        if (actor.Demand(view.Entry, EntryVerb.AddEvidence) is { } notAllowed)
            return notAllowed;
        return await AddEvidence(actor, id, await receive(), cancel);
    }

    /// <summary>Takes a piece of evidence off a draft or a returned entry; a file stays where it is kept until nobody can need it.</summary>
    public Task<Result<EntryView>> RemoveEvidence(Actor actor, Guid id, Guid evidenceId, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, EntryVerb.RemoveEvidence, version, null, (_, entry) =>
        {
            if (entry.Evidence.RemoveAll(e => e.Id == evidenceId) == 0)
                return Task.FromResult<Refusal?>(EvidenceReading.UnknownEvidence);
            return Task.FromResult<Refusal?>(null);
        }, cancel: cancel);

    /// <summary>Submits a draft or a returned entry for confirmation.</summary>
    public Task<Result<EntryView>> Submit(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, EntryVerb.Submit, version, null, async (changes, entry) =>
        {
            if (await EntryChecks.Locked(changes, entry.PlanId, entry.Content.Date, cancel) is { } locked)
                return locked;
            Submit(entry, actor);
            return null;
        }, checkBeforeVersion: async entry => EntryChecks.MissingForSubmission(entry.Content, entry.Evidence.Count, (await checks.Row(entry, cancel)).Activity), cancel: cancel);

    /// <summary>Confirms a submitted entry; it counts from now on, on the first open day if its date was locked meanwhile.</summary>
    public Task<Result<EntryView>> Confirm(Actor actor, Guid id, ExpectedVersion version, CancellationToken cancel) =>
        Change(actor, id, EntryVerb.Confirm, version, null, async (changes, entry) =>
        {
            if (entry.Content.CorrectsEntryId is { } corrected
                && await changes.Entries.CorrectedSum(corrected, entry.Id, cancel) + entry.Content.Quantity < 0)
                return EntryChecks.BelowZero();
            if (await changes.Entries.LockedUntil(entry.PlanId, cancel) is { } lockedUntil && entry.Content.Date <= lockedUntil)
                entry.CountedOn = lockedUntil.AddDays(1);
            entry.Status = EntryStatus.Confirmed;
            entry.Steps.Add(Step(actor, EntryStepKind.Confirmation, null, []));
            return null;
        }, cancel: cancel);

    /// <summary>Confirms several entries, each for itself: one refused leaves the others.</summary>
    public async Task<IReadOnlyList<(Guid Id, Result<EntryView> Result)>> ConfirmMany(
        Actor actor, IReadOnlyList<(Guid Id, ExpectedVersion Version)> items, CancellationToken cancel)
    {
        var results = new List<(Guid, Result<EntryView>)>(items.Count);
        foreach (var (id, version) in items)
            results.Add((id, await Confirm(actor, id, version, cancel)));
        return results;
    }

    /// <summary>Returns a submitted entry to its agency with a reason, which may name single fields.</summary>
    public Task<Result<EntryView>> Return(Actor actor, Guid id, ExpectedVersion version, Result<EntryReason> input, CancellationToken cancel) =>
        Change(actor, id, EntryVerb.Return, version, input, (_, entry) =>
        {
            entry.Status = EntryStatus.Returned;
            entry.Steps.Add(Step(actor, EntryStepKind.Return, input.Value!.Reason, input.Value.Fields) with { Was = new(entry.Content, [.. entry.Evidence]) });
            return Task.FromResult<Refusal?>(null);
        }, cancel: cancel);

    /// <summary>Withdraws an entry with a reason: unconfirmed by its agency, confirmed by Sở Nội vụ while its date is open. Never a delete.</summary>
    public Task<Result<EntryView>> Withdraw(Actor actor, Guid id, ExpectedVersion version, Result<EntryReason> input, CancellationToken cancel) =>
        Change(actor, id, EntryVerb.Withdraw, version, input, async (changes, entry) =>
        {
            if (entry.Status is EntryStatus.Confirmed && await EntryChecks.Locked(changes, entry.PlanId, entry.CountedOn, cancel) is { } locked)
                return locked;
            if (entry.Status is EntryStatus.Confirmed && await changes.Entries.CorrectedSum(entry.Content.CorrectsEntryId ?? entry.Id, entry.Id, cancel) < 0)
                return EntryChecks.BelowZero();
            entry.Status = EntryStatus.Withdrawn;
            entry.Steps.Add(Step(actor, EntryStepKind.Withdrawal, input.Value!.Reason, input.Value.Fields));
            return null;
        }, cancel: cancel);

    /// <summary>One change of one entry, in the order of refusal: not there, not allowed, invalid, version, state.</summary>
    internal async Task<Result<EntryView>> Change(
        Actor actor, Guid id, EntryVerb verb, ExpectedVersion version, Result<EntryReason>? reason,
        Func<IChanges, ProgressEntry, Task<Refusal?>> apply, Func<ProgressEntry, Task<Refusal?>>? checkBeforeVersion = null,
        CancellationToken cancel = default) =>
        await Viewed(actor, await store.Write(actor, async changes =>
        {
            if (await changes.Entries.Load(id, cancel) is not { } entry || !actor.CanSee(entry))
                return EntryReading.UnknownEntry;
            if (actor.Demand(entry, verb) is { } notAllowed)
                return notAllowed;
            if (reason is not null && EntryReason.Check(reason) is { } noReason)
                return noReason;
            if (checkBeforeVersion is not null && await checkBeforeVersion(entry) is { } invalid)
                return invalid;
            if (version.Check(entry.Version) is { } stale)
                return stale;
            if (!EntryVisibility.Fits(verb, entry.Status))
                return WrongState(entry.Status);
            var before = EntryHistory.Fields(entry);
            if (await apply(changes, entry) is { } refused)
                return refused;
            entry.Version++;
            changes.Record(EntryHistory.Row(
                actor, clock.UtcNow, entry, EntryHistory.NameOf(verb), before, EntryHistory.Fields(entry), reason?.Value?.Reason));
            return (Result<ProgressEntry>)entry;
        }, cancel), cancel);

    private static Refusal WrongState(EntryStatus status) => Refusal.Conflict(
        "progress.wrong-state", $"Kết quả đang ở trạng thái “{EntryWords.NameOf(status)}” nên không làm được việc này. Chưa có gì thay đổi.");

    internal static string SearchTextOf(EntryContent content) => VietnameseText.Fold($"{content.Title} {content.Place} {content.Note} {content.CadenceSlot}");

    private void Submit(ProgressEntry entry, Actor actor)
    {
        entry.Status = EntryStatus.Submitted;
        entry.Steps.Add(Step(actor, EntryStepKind.Submission, null, []));
    }

    /// <summary>One step of several in one write, each with a row of history of its own.</summary>
    private void Step(IChanges changes, Actor actor, ProgressEntry entry, EntryVerb verb, Action<ProgressEntry> apply)
    {
        var before = EntryHistory.Fields(entry);
        apply(entry);
        entry.Version++;
        changes.Record(EntryHistory.Row(actor, clock.UtcNow, entry, EntryHistory.NameOf(verb), before, EntryHistory.Fields(entry)));
    }

    private EntryStep Step(Actor actor, EntryStepKind kind, string? reason, IReadOnlyList<string> fields) =>
        new(kind, clock.UtcNow, actor.AccountId, actor.FullName, reason, fields);

    private async Task<Result<EntryView>> Viewed(Actor actor, Result<ProgressEntry> written, CancellationToken cancel) =>
        written.Refused(out var refusal, out var entry) ? refusal : await reading.ViewOf(actor, entry, cancel);
}
