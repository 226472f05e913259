using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>
/// Use case: the workbook that a lead fills in for <see cref="EntryImport"/>. Drafts and returned entries stand in it with their keys; what
/// waits or is confirmed does not, because a file cannot change it.
/// </summary>
public sealed class EntryTemplate(IPlanLibrary plans, IAgencyRegister register, IEntryImportBook book, IChannelList channels, BusinessClock clock)
{
    private const int PreparedRows = 500;
    private const int MaxPrefilled = 5_000;

    /// <summary>The workbook of an agency (default: the actor's own) for a plan.</summary>
    public async Task<Result<ImportTemplate>> Make(Actor actor, Guid planId, Guid? agencyId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        var agencies = await register.All(cancel);
        var id = agencyId ?? actor.Agency?.Id;
        if (id is { } asked && !agencies.ContainsKey(asked))
            return Refusal.NotFound("agencies.unknown", "Không có đơn vị này.");
        if (DemandLogging(actor) is { } notAllowed)
            return notAllowed;
        if (id is not { } agency || !actor.MayLogFor(agency))
            return EntryVisibility.NotLead();
        var led = LedBy(plan, agency, clock.Today);
        if (led.Count == 0)
            return Refusal.Conflict("progress.leads-nothing", $"{agencies[agency].NameOn(clock.Today).Name} không chủ trì hoạt động nào của kế hoạch này nên không có mẫu để điền.");
        var cells = new EntryCells(plan, agencies, await channels.All(cancel), clock.Today);
        var stand = await book.Read(planId, [agency, .. Own(actor, agency)], [], cancel);
        var open = stand.Entries
            .Where(e => actor.CanSee(e) && e.Content.CorrectsEntryId is null && actor.AllowedFor(e).Contains(EntryVerb.Edit))
            .OrderBy(e => plan.Activities.FindIndex(a => a.Id == e.ActivityId)).ThenBy(e => e.Content.Date).ThenBy(e => e.Id).Take(MaxPrefilled).ToList();
        return Empty(plan, cells, led, agencies[agency].NameOn(clock.Today).Name) with
        {
            Rows = [.. open.Select(e => Row(e, cells)), .. Enumerable.Range(0, PreparedRows).Select(_ => (IReadOnlyList<string>)[EntryKey.Fresh()])],
        };
    }

    /// <summary>The agencies whose template the actor may take: those that lead something of the plan and for whom the actor may log.</summary>
    public async Task<Result<IReadOnlyList<AgencyRef>>> Leads(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (DemandLogging(actor) is { } notAllowed)
            return notAllowed;
        var agencies = await register.All(cancel);
        return plan.Activities.Select(a => a.LeadOn(clock.Today)).Distinct().Where(id => actor.MayLogFor(id) && LedBy(plan, id, clock.Today).Count > 0)
            .Select(id => agencies[id].RefOn(clock.Today)).OrderBy(a => a.Name, VietnameseText.Order).ToList();
    }

    /// <summary>The activities an agency leads today, that still run.</summary>
    public static IReadOnlyList<Activity> LedBy(Plan plan, Guid agencyId, DateOnly today) =>
        [.. plan.Activities.Where(a => a.LeadOn(today) == agencyId && a.IsPartOn(today) && (a.CancelledOn is null || a.CancelledOn > today)).OrderBy(a => a.Order)];

    /// <summary>The refusal of somebody who logs no entries; null when the actor does.</summary>
    internal static Refusal? DemandLogging(Actor actor) =>
        actor.May(Operation.LogEntriesForAnyLead) ? null : actor.Demand(Operation.LogOwnEntries);

    /// <summary>The form without rows.</summary>
    internal static ImportTemplate Empty(Plan plan, EntryCells cells, IEnumerable<Activity> activities, string agency)
    {
        var led = activities.ToList();
        return new(
            $"Mẫu nhập kết quả Kế hoạch {plan.Number}{(agency.Length > 0 ? $": {agency}" : "")}", EntrySheet.Name, EntrySheet.Columns(field => cells.Choices(field, led)),
            [
                $"Trang “{EntrySheet.Name}”: mỗi dòng là một kết quả thực hiện. Bản nháp và kết quả bị trả lại đã có sẵn để sửa; kết quả chờ xác nhận và đã xác nhận không có ở đây vì không sửa bằng tệp được.",
                "Ghi kết quả mới ở dòng trống tiếp theo. Xóa một dòng trong tệp không xóa kết quả trên hệ thống; muốn bỏ kết quả, dùng “Rút” ở trang của kết quả.",
                $"Gửi tệp ở trang “Nhập từ Excel” (/ket-qua/nhap-tu-excel). Tệp được kiểm tra trước, mọi chỗ sai hiện cùng lúc theo từng ô; chưa có gì được ghi cho đến khi chọn “Nhập”. Tối đa {VietnameseNumber.Show(EntrySheet.MaxRows)} dòng mỗi tệp.",
                "Gửi lại cùng một tệp không tạo thêm kết quả. Muốn sửa kết quả vừa nhập, sửa ngay trên dòng đó rồi gửi lại tệp.",
                "Kết quả nhập vào là bản nháp: chưa được gửi, chưa tính vào số liệu cho đến khi được gửi và xác nhận.",
                "Số: dấu chấm tách hàng nghìn (15.000), dấu phẩy cho số lẻ (1,5). Ngày: ngày/tháng/năm (05/3/2024). Cách viết đọc được hai cách thì được hỏi lại, không đoán. Công thức: lấy giá trị đã tính sẵn trong tệp.",
                "Chỉ tiêu trong danh sách: " + string.Join("; ", cells.Choices("targetId", led)) + ".",
            ]);
    }

    private static IEnumerable<Guid> Own(Actor actor, Guid agency) => actor.Agency?.Id == agency ? actor.Predecessors : [];

    private static IReadOnlyList<string> Row(ProgressEntry entry, EntryCells cells) =>
    [
        EntryKey.Of(entry),
        .. EntrySheet.Fields.Select(f => cells.Show(f, entry.Content)),
        entry.Status is EntryStatus.Returned && entry.Last(EntryStepKind.Return) is { } step ? $"Trả lại: {step.Reason}" : EntryWords.NameOf(entry.Status),
    ];
}
