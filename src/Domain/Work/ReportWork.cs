using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.AgencyReports;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Domain.Work;

/// <summary>Báo cáo phải gửi: what the actor's agency owes within two weeks or is late with, and what came back to it; what is most pressing first.</summary>
public sealed class OwedReportWork(ObligationReading obligations, IAgencyReportBook reports, BusinessClock clock) : IWorkKind
{
    private const int SoonDays = 14;

    /// <inheritdoc/>
    public string Code => "OwedReports";

    /// <inheritdoc/>
    public string Name => "Báo cáo phải gửi";

    /// <inheritdoc/>
    public int Order => 2;

    /// <inheritdoc/>
    public bool Concerns(Actor actor) => Asks(actor) && actor.Agency is not null;

    /// <inheritdoc/>
    public bool Asks(Actor actor) => actor.May(Operation.DraftAgencyReports) || actor.May(Operation.SubmitAgencyReports);

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var soon = clock.Today.AddDays(SoonDays);
        var owed = (await obligations.Own(actor, cancel)).Where(v => !v.IsLocked && (v.Obligation.IsFiled || v.Obligation.DueOn <= soon)).ToList();
        var page = owed.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        var filed = (await reports.Of([.. page.Select(v => v.Obligation.Id)], cancel)).ToDictionary(f => f.ObligationId, f => f.Status);
        var items = new List<WorkItem>();
        foreach (var view in page)
            items.Add(await Item(actor, view, filed.TryGetValue(view.Obligation.Id, out var status) ? status : null, cancel));
        return new(items, owed.Count, query.Page, query.PageSize);
    }

    private async Task<WorkItem> Item(Actor actor, ObligationView view, AgencyReportStatus? status, CancellationToken cancel)
    {
        var draft = status switch
        {
            null => "chưa soạn",
            AgencyReportStatus.Draft => "đã có bản nháp, chờ lãnh đạo duyệt và gửi",
            _ => null,
        };
        return new WorkItem("obligation", view.Obligation.Id, view.Title, string.Join(" · ", new[]
        {
            view.Agency.ShortName, $"gửi {view.Receiver.ShortName}",
            $"hạn {view.Obligation.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}, {ReminderLadder.Left(view.Obligation.DueOn, view.Today)}", draft,
        }.OfType<string>()))
        {
            Agency = view.Agency,
            On = view.Obligation.DueOn,
            ObligationState = view.State,
            Reason = view.State is ObligationState.Returned
                ? (await reports.Find(view.Obligation.Id, cancel))?.Last(ReportStepKind.Return)?.Reason : null,
            Acts = actor.May(Operation.DraftAgencyReports) ? [WorkAct.Edit] : [],
        };
    }
}

/// <summary>Báo cáo chờ tiếp nhận: what was sent to the actor's agency, or to Sở Nội vụ, and waits to be accepted or returned; the oldest first.</summary>
public sealed class ReceivedReportWork(ObligationReading obligations) : IWorkKind
{
    /// <inheritdoc/>
    public string Code => "ReportsToReceive";

    /// <inheritdoc/>
    public string Name => "Báo cáo chờ tiếp nhận";

    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public bool OnlyWhenThereIs => true;

    /// <inheritdoc/>
    public bool Concerns(Actor actor) => Asks(actor);

    /// <inheritdoc/>
    public bool Asks(Actor actor) => actor.May(Operation.ReceiveAgencyReports);

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var waiting = await obligations.ToReceive(actor, cancel);
        return new(
            [.. waiting.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).Select(Item)], waiting.Count, query.Page, query.PageSize);
    }

    private static WorkItem Item(ObligationView view) => new("obligation", view.Obligation.Id, $"{view.Agency.Name}: {view.Title}", string.Join(" · ", new[]
    {
        $"gửi ngày {BusinessClock.DayOf(view.Obligation.SubmittedAt!.Value).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}",
        view.Timeliness is Timeliness.Late ? "gửi chậm" : "đúng hạn", view.Obligation.NothingToReport ? "không phát sinh" : null,
        view.Obligation.CorrectedAt is null ? null : "gửi lại sau khi sửa",
    }.OfType<string>()))
    {
        Agency = view.Agency,
        On = BusinessClock.DayOf(view.Obligation.SubmittedAt!.Value),
        ObligationState = view.State,
        Acts = [WorkAct.Confirm],
    };
}
