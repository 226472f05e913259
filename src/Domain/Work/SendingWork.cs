using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Obligations;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Domain.Work;

/// <summary>Báo cáo quá hạn: what units owe, is late and can still be sent, for Sở Nội vụ to remind of; the longest overdue first.</summary>
public sealed class LateSendingWork(ObligationReading obligations) : IWorkKind
{
    /// <inheritdoc/>
    public string Code => "LateSending";

    /// <inheritdoc/>
    public string Name => "Đơn vị quá hạn gửi báo cáo";

    /// <inheritdoc/>
    public int Order => 3;

    /// <inheritdoc/>
    public bool Concerns(Actor actor) => actor.May(Operation.ManageReminders);

    /// <inheritdoc/>
    public bool Asks(Actor actor) => false;

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel)
    {
        var late = await obligations.Late(actor, cancel);
        return new([.. late.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).Select(Item)], late.Count, query.Page, query.PageSize);
    }

    private static WorkItem Item(ObligationView view) => new("sending", view.Obligation.Id, $"{view.Agency.Name}: {view.Title}", string.Create(
        CultureInfo.InvariantCulture, $"gửi {view.Receiver.ShortName} · hạn {view.Obligation.DueOn:dd/MM/yyyy}, quá hạn {view.DaysOverdue} ngày"))
    {
        Agency = view.Agency,
        On = view.Obligation.DueOn,
        ObligationState = view.State,
        Version = view.Obligation.Version,
        Acts = [WorkAct.Remind],
    };
}

/// <summary>Lỗi cần xử lý: agencies that owe something soon or late, and have nobody who could be reminded.</summary>
public sealed class UnreachableWork(ReminderDesk reminders) : IWorkKind
{
    /// <inheritdoc/>
    public string Code => "Unreachable";

    /// <inheritdoc/>
    public string Name => "Đơn vị chưa có ai nhận nhắc việc";

    /// <inheritdoc/>
    public int Order => 9;

    /// <inheritdoc/>
    public bool Concerns(Actor actor) => actor.May(Operation.ManageReminders);

    /// <inheritdoc/>
    public bool Asks(Actor actor) => false;

    /// <inheritdoc/>
    public async Task<PageOf<WorkItem>> List(Actor actor, ListQuery query, CancellationToken cancel) =>
        (await reminders.Unreachable(actor, cancel)).Refused(out _, out var all) ? new([], 0, query.Page, query.PageSize)
        : new([.. query.Part(all).Items.Select(Item)], all.Count, query.Page, query.PageSize);

    private static WorkItem Item(UnreachableAgency unreachable) => new("agency", unreachable.Agency.Id, unreachable.Agency.Name, string.Create(
        CultureInfo.InvariantCulture, $"còn {unreachable.Open} báo cáo phải gửi, hạn gần nhất {unreachable.NextDueOn:dd/MM/yyyy}; đề nghị quản trị hệ thống tạo tài khoản"))
    {
        Agency = unreachable.Agency,
        On = unreachable.NextDueOn,
    };
}
