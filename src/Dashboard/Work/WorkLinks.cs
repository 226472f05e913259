using PlanTracker.Domain.Work;

namespace PlanTracker.Dashboard.Work;

/// <summary>Where the things of a work list have their pages, and what can be done with them there: one line per kind of thing.</summary>
internal static class WorkLinks
{
    /// <summary>The page of a thing; null when it has none.</summary>
    public static string? Of(WorkItem item) => item.Entity switch
    {
        "entry" => $"/ket-qua/{item.Id}",
        "activity" => $"/hoat-dong/{item.Id}",
        "task" => $"/nhiem-vu/{item.Id}",
        "preparation" => $"/viec-chuan-bi/{item.Id}",
        "difficulty" => $"/vuong-mac/{item.Id}",
        "unit-plan" => $"/ke-hoach-don-vi/{item.Id}",
        "unit-plan-new" => $"/ke-hoach-don-vi/moi?plan={item.Id}&agency={item.Agency?.Id}",
        "unit-result" => $"/ket-qua-don-vi/{item.Id}",
        "inspection" => $"/kiem-tra/{item.Id}",
        "funding" => $"/hoat-dong/{item.Id}/kinh-phi",
        "news" => $"/tin-bai/{item.Id}",
        "bulletin" => $"/ban-tin/{item.Id}",
        "sending" => $"/nop-bao-cao/{item.Id}",
        "agency" => $"/don-vi/{item.Id}",
        "obligation" => $"/bao-cao-don-vi/{item.Id}",
        _ => null,
    };

    /// <summary>What can be done at once: words and where to.</summary>
    public static (string Words, string Href)? Of(WorkItem item, WorkAct act) => (item.Entity, act) switch
    {
        ("entry", WorkAct.Edit) => (item.EntryStatus is Domain.Progress.EntryStatus.Returned ? "Sửa và gửi lại" : "Viết tiếp", $"/ket-qua/{item.Id}/sua"),
        ("entry", WorkAct.Prove) => ("Thêm minh chứng", $"/ket-qua/{item.Id}#minh-chung"),
        ("entry", WorkAct.Confirm) => ("Xem, trả lại", $"/ket-qua/{item.Id}"),
        ("unit-result", WorkAct.Confirm) => ("Xem, xác nhận", $"/ket-qua-don-vi/{item.Id}"),
        ("news", WorkAct.Edit) => (item.Reason is null ? "Viết tiếp" : "Sửa và gửi lại", $"/tin-bai/{item.Id}/sua"),
        ("bulletin", WorkAct.Log) => ("Ghi kết quả", $"/ban-tin/{item.Id}"),
        ("obligation", WorkAct.Edit) => (item.ObligationState is Domain.Obligations.ObligationState.Returned ? "Sửa báo cáo" : "Soạn báo cáo", $"/bao-cao-don-vi/{item.Id}"),
        ("obligation", WorkAct.Confirm) => ("Xem, tiếp nhận", $"/bao-cao-don-vi/{item.Id}"),
        ("sending", WorkAct.Remind) => ("Xem, nhắc", $"/nop-bao-cao/{item.Id}"),
        ("activity", WorkAct.Log) => ("Cập nhật", $"/hoat-dong/{item.Id}/cap-nhat"),
        _ => null,
    };

    /// <summary>Where several items of a kind are dealt with at once, by which act and in which words; null where they are not.</summary>
    public static WorkBulk? Bulk(string code) => code switch
    {
        "Waiting" => new("/cho-xac-nhan", WorkAct.Confirm, "Xác nhận các mục đã chọn", "gửi lâu nhất ở trên", "Mỗi mục có kết quả riêng; mục nào không xác nhận được thì giữ lại kèm lý do."),
        "LateSending" => new("/nop-bao-cao/hang-loat", WorkAct.Remind, "Nhắc các đơn vị đã chọn", "quá hạn lâu nhất ở trên", "Bước sau cho xem lại trước khi gửi; mỗi người nhiều nhất một thư một ngày."),
        _ => null,
    };

    /// <summary>What is said when there is nothing of a kind.</summary>
    public static (string Title, string Text) Nothing(string code) => code switch
    {
        "Waiting" => ("Không còn kết quả nào chờ xác nhận", "Khi một cơ quan gửi kết quả, kết quả đó hiện ở đây, cũ nhất ở trên."),
        "Returned" => ("Không có kết quả nào bị trả lại", "Kết quả Sở Nội vụ trả lại hiện ở đây cùng lý do, sửa rồi gửi lại ngay được."),
        "Drafts" => ("Không còn bản nháp nào", "Kết quả đã lưu mà chưa gửi hiện ở đây."),
        "MissingEvidence" => ("Mọi kết quả đã gửi đều có minh chứng", "Kết quả chưa có tệp, liên kết hay số văn bản hiện ở đây."),
        "OwedReports" => ("Không còn báo cáo nào phải gửi", "Báo cáo của đơn vị còn 14 ngày là đến hạn, đã quá hạn hoặc bị trả lại hiện ở đây."),
        "ReportsToReceive" => ("Không còn báo cáo nào chờ tiếp nhận", "Khi một đơn vị gửi báo cáo, báo cáo đó hiện ở đây, gửi sớm nhất ở trên."),
        "Behind" => ("Không có hoạt động nào chậm hoặc quá hạn", "Hoạt động có ít hơn mức cần có đến hôm nay hiện ở đây."),
        "LateSending" => ("Không có báo cáo nào quá hạn", "Báo cáo đơn vị chưa gửi khi đã quá hạn và còn gửi được hiện ở đây, để nhắc."),
        "Unreachable" => ("Đơn vị nào cũng có người nhận nhắc việc", "Đơn vị còn báo cáo phải gửi mà chưa có tài khoản đang dùng hiện ở đây."),
        "Estimates" => ("Không có dự toán nào chưa gửi", "Hoạt động đã quá hạn gửi dự toán mà chưa ghi dự toán hiện ở đây."),
        "NewsToSelect" => ("Không còn tin, bài nào chờ chọn", "Tin, bài lãnh đạo đơn vị đã duyệt và gửi hiện ở đây, gửi lâu nhất ở trên."),
        "NewsToApprove" => ("Không có tin, bài nào chờ duyệt", "Bản nháp của cán bộ trong cơ quan hiện ở đây, để lãnh đạo duyệt và gửi Sở Nội vụ."),
        "NewsReturned" => ("Không có tin, bài nào cần sửa", "Tin, bài Sở Nội vụ đề nghị sửa hiện ở đây cùng lý do."),
        "NewsOverdue" => ("Không có tin, bài nào quá ngày dự kiến", "Tin, bài đã qua ngày dự kiến mà chưa ghi nhận đăng hiện ở đây."),
        "IssueProposals" => ("Mọi số đã phát hành đều được ghi kết quả", "Số bản tin, chuyên trang đã phát hành mà chưa ghi vào kết quả thực hiện hiện ở đây."),
        "DueSoon" => ("Không có việc nào sắp đến hạn", "Hoạt động còn 30 ngày là đến hạn, hoặc trong 14 ngày tới cần thêm kết quả, hiện ở đây."),
        "SilentTasks" => ("Đã cập nhật đủ nhiệm vụ của kỳ", "Nhiệm vụ mục VI chưa cập nhật cho kỳ đang chạy hiện ở đây."),
        "LatePreparations" => ("Không có kế hoạch chi tiết, việc thống nhất nội dung nào quá hạn", "Việc được yêu cầu mà quá hạn chưa xong hiện ở đây."),
        "Unanswered" => ("Không có khó khăn, vướng mắc nào chờ trả lời", "Khó khăn mới nêu, hoặc đã báo cáo UBND thành phố và chưa có ý kiến, hiện ở đây."),
        "MissingUnitPlans" => ("Đơn vị đã ban hành kế hoạch", "Đơn vị chưa có kế hoạch thực hiện kế hoạch của thành phố hiện ở đây."),
        "UnitResults" => ("Không còn kết quả kế hoạch đơn vị nào chờ xác nhận", "Kết quả cán bộ của đơn vị ghi hiện ở đây."),
        "LateInspections" => ("Không có cuộc kiểm tra, kiến nghị nào quá hạn", "Cuộc kiểm tra quá ngày dự kiến và kiến nghị quá hạn hiện ở đây."),
        _ => ("Không có việc nào", "Khi có việc, việc đó hiện ở đây."),
    };
}

/// <summary>What is done with several items at once.</summary>
/// <param name="Action">Where they are posted to.</param>
/// <param name="Act">What an item must allow to be chosen.</param>
/// <param name="Words">Words of the button.</param>
/// <param name="Order">What the order of the list is.</param>
/// <param name="Hint">What happens then.</param>
internal sealed record WorkBulk(string Action, WorkAct Act, string Words, string Order, string Hint);
