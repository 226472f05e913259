using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Work;

/// <summary>Kinds of work that are entries in some state: a filter, an order and a line of words.</summary>
public abstract class EntryWork(EntryReading entries) : IWorkKind
{
    /// <inheritdoc/>
    public abstract string Code { get; }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int Order { get; }

    /// <inheritdoc/>
    public abstract bool Concerns(Actor actor);

    /// <inheritdoc/>
    public abstract bool Asks(Actor actor);

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var found = await entries.List(actor, Filter(actor), query with { Sort = [Sort], Search = null }, cancel);
        return found.Value is { } page
            ? new([.. page.Items.Select(Item)], page.Total, page.Page, page.PageSize)
            : new([], 0, query.Page, query.PageSize);
    }

    private protected abstract EntryFilter Filter(Actor actor);

    private protected abstract WorkAct? ActOn(EntryView view);

    private protected virtual SortBy Sort => new("date", Descending: true);

    /// <summary>Whether the actor may log for somebody at all.</summary>
    private protected static bool MayLog(Actor actor) => actor.May(Operation.LogOwnEntries) || actor.May(Operation.LogEntriesForAnyLead);

    /// <summary>The actor's agency and those whose work it took over.</summary>
    internal static IReadOnlyList<Guid> Own(Actor actor) => actor.Agency is { } agency ? [agency.Id, .. actor.Predecessors] : [];

    private WorkItem Item(EntryView view)
    {
        var (entry, content) = (view.Entry, view.Entry.Content);
        return new("entry", entry.Id, $"{content.Title} · {VietnameseNumber.Show(content.Quantity)} {view.Target.Unit}".TrimEnd(), NoteOf(view))
        {
            Agency = view.Agency,
            On = content.Date,
            Reason = entry.Status is EntryStatus.Returned ? entry.Last(EntryStepKind.Return)?.Reason : null,
            EntryStatus = entry.Status,
            Version = entry.Version,
            Acts = ActOn(view) is { } act ? [act] : [],
        };
    }

    private static string NoteOf(EntryView view)
    {
        var entry = view.Entry;
        var evidence = entry.Evidence.Count > 0 ? $"{entry.Evidence.Count.ToString(CultureInfo.InvariantCulture)} minh chứng"
            : entry.Content.NoEvidenceReason is { } reason ? $"thiếu minh chứng: {reason}" : "thiếu minh chứng";
        return string.Join(" · ", new[]
        {
            $"Dòng {view.Target.Label}", view.Agency.ShortName, entry.CreatedByName + (entry.OnBehalfByAgencyId is null ? "" : " nhập thay"),
            $"thực hiện {entry.Content.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}", evidence,
        });
    }
}

/// <summary>Chờ xác nhận: what was submitted, to who confirms; the oldest first.</summary>
public sealed class WaitingWork(EntryReading entries) : EntryWork(entries)
{
    /// <inheritdoc/>
    public override string Code => "Waiting";

    /// <inheritdoc/>
    public override string Name => "Chờ xác nhận";

    /// <inheritdoc/>
    public override int Order => 1;

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.ConfirmEntries);

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => actor.May(Operation.ConfirmEntries);

    private protected override SortBy Sort => new("createdAt", Descending: false);

    private protected override EntryFilter Filter(Actor actor) => new(Status: EntryStatus.Submitted);

    private protected override WorkAct? ActOn(EntryView view) => view.Allowed.Contains(EntryVerb.Confirm) ? WorkAct.Confirm : null;
}

/// <summary>Bị trả lại: what came back to the agency.</summary>
public sealed class ReturnedWork(EntryReading entries) : EntryWork(entries)
{
    /// <inheritdoc/>
    public override string Code => "Returned";

    /// <inheritdoc/>
    public override string Name => "Bị trả lại";

    /// <inheritdoc/>
    public override int Order => 2;

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.ReadOwnDrafts) && actor.Agency is not null;

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => MayLog(actor);

    private protected override EntryFilter Filter(Actor actor) => new(Status: EntryStatus.Returned) { OfAgencies = Own(actor) };

    private protected override WorkAct? ActOn(EntryView view) => view.Allowed.Contains(EntryVerb.Edit) ? WorkAct.Edit : null;
}

/// <summary>Bản nháp: what the agency has begun and not sent.</summary>
public sealed class DraftWork(EntryReading entries) : EntryWork(entries)
{
    /// <inheritdoc/>
    public override string Code => "Drafts";

    /// <inheritdoc/>
    public override string Name => "Bản nháp chưa gửi";

    /// <inheritdoc/>
    public override int Order => 3;

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.ReadOwnDrafts) && actor.Agency is not null;

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => MayLog(actor);

    private protected override EntryFilter Filter(Actor actor) => new(Status: EntryStatus.Draft) { OfAgencies = Own(actor) };

    private protected override WorkAct? ActOn(EntryView view) => view.Allowed.Contains(EntryVerb.Edit) ? WorkAct.Edit : null;
}

/// <summary>Thiếu minh chứng: what was sent or confirmed without evidence; of the own agency, or of all.</summary>
public sealed class UnprovedWork(EntryReading entries) : EntryWork(entries)
{
    /// <inheritdoc/>
    public override string Code => "MissingEvidence";

    /// <inheritdoc/>
    public override string Name => "Thiếu minh chứng";

    /// <inheritdoc/>
    public override int Order => 4;

    /// <inheritdoc/>
    public override bool Concerns(Actor actor) => actor.May(Operation.ReadSubmitted) || (actor.May(Operation.ReadOwnDrafts) && actor.Agency is not null);

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => false;

    private protected override EntryFilter Filter(Actor actor) => new(HasEvidence: false)
    {
        AnyOf = [EntryStatus.Submitted, EntryStatus.Returned, EntryStatus.Confirmed],
        OfAgencies = actor.May(Operation.ReadSubmitted) ? null : Own(actor),
    };

    private protected override WorkAct? ActOn(EntryView view) => view.Allowed.Contains(EntryVerb.AddEvidence) ? WorkAct.Prove : null;
}
