using System.Globalization;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Funding;

/// <summary>
/// Use case: the workbook of a plan's money, to look at and to add to, for <see cref="FundingImport"/>. What was recorded stands in it with
/// its id; empty rows carry the id that their record is going to have.
/// </summary>
public sealed class FundingTemplate(IPlanLibrary plans, IFundingBook book, BusinessClock clock)
{
    private const int PreparedRows = 200;

    /// <summary>The workbook of what the actor records: of the activities that their agency leads, or of all.</summary>
    public async Task<Result<ImportTemplate>> Make(Actor actor, Guid planId, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } plan)
            return PlanReading.UnknownPlan;
        if (DemandRecording(actor) is { } notAllowed)
            return notAllowed;
        var own = RecordedBy(actor, plan, clock.Today);
        if (own.Count == 0)
            return Refusal.Conflict("funding.leads-nothing", "Cơ quan của bạn không chủ trì hoạt động nào của kế hoạch này nên không có mẫu để điền.");
        var cells = new FundingCells(plan);
        var steps = (await book.OfPlan(planId, DateOnly.MaxValue, cancel)).ToLookup(s => s.ActivityId);
        return Empty(plan, own) with
        {
            Rows =
            [
                .. own.SelectMany(a => steps[a.Id]).Select(s => Row(s, cells)),
                .. Enumerable.Range(0, PreparedRows).Select(_ => (IReadOnlyList<string>)[Key(Guid.CreateVersion7())]),
            ],
        };
    }

    /// <summary>The refusal of somebody who records no money; null when the actor does.</summary>
    public static Refusal? DemandRecording(Actor actor) =>
        actor.May(Operation.ConsolidateMoney) || actor.May(Operation.AppraiseMoney) ? null : actor.Demand(Operation.KeepOwnMoney);

    /// <summary>The activities some stage of which the actor records.</summary>
    public static IReadOnlyList<Activity> RecordedBy(Actor actor, Plan plan, DateOnly today) =>
        [.. plan.Activities.Where(a => Enum.GetValues<FundingStage>().Any(s => FundingLedger.May(actor, a, s, today))).OrderBy(a => a.Order)];

    /// <summary>The form without rows.</summary>
    internal static ImportTemplate Empty(Plan plan, IReadOnlyList<Activity> activities) => new(
        $"Mẫu kinh phí Kế hoạch {plan.Number}", FundingSheet.Name, FundingSheet.Columns(field => FundingCells.Choices(field, activities)),
        [
            $"Trang “{FundingSheet.Name}”: mỗi dòng là một bản ghi của một bước. Các bản ghi đã có đứng sẵn ở trên để xem; chúng không sửa, không xóa bằng tệp được.",
            "Ghi bản ghi mới ở dòng trống tiếp theo. Ghi sai một bước đã ghi thì thêm dòng bổ sung hoặc cắt giảm, kèm lý do ở cột Ghi chú.",
            "Mỗi bước do đúng cơ quan ghi: dự toán, giải ngân, quyết toán do cơ quan chủ trì; tổng hợp, phê duyệt do Sở Nội vụ; thẩm định do Sở Tài chính. Bước sau cần có bước trước; không giải ngân quá số được phê duyệt.",
            "Số tiền là số đồng nguyên, dấu chấm tách hàng nghìn: 12.500.000. Ngày: ngày/tháng/năm (05/3/2024). Cách viết đọc được hai cách thì được hỏi lại, không đoán.",
            $"Gửi tệp ở trang “Kinh phí, nhập từ Excel” (/kinh-phi/nhap-tu-excel). Tệp được kiểm tra trước, mọi chỗ sai hiện cùng lúc theo từng ô; chưa có gì được ghi cho đến khi chọn “Nhập”. Tối đa {VietnameseNumber.Show(FundingSheet.MaxRows)} dòng mỗi tệp.",
            "Gửi lại cùng một tệp không ghi thêm gì.",
        ]);

    private static IReadOnlyList<string> Row(FundingStep step, FundingCells cells) =>
    [
        Key(step.Id), .. FundingSheet.Fields.Select(f => cells.Show(f, FundingContent.Of(step))),
        $"{step.RecordedBy}, {History.HistoryWords.Instant(step.RecordedAt)}",
    ];

    private static string Key(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);
}
