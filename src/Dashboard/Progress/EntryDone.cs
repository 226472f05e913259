using PlanTracker.Domain.Progress;

namespace PlanTracker.Dashboard.Progress;

/// <summary>What was just done and what happens next; said only while the entry is in the state it led to.</summary>
internal static class EntryDone
{
    public static (string What, string Next)? Words(string? done, EntryStatus status) => (done, status) switch
    {
        ("gui", EntryStatus.Submitted) => ("Đã gửi Sở Nội vụ.", "Số này đang chờ xác nhận, chưa cộng vào tiến độ. Khi được xác nhận hoặc trả lại, trang này cho biết."),
        ("nhap", EntryStatus.Draft or EntryStatus.Returned) => ("Đã lưu, chưa gửi.", "Khi đủ thông tin, chọn “Gửi Sở Nội vụ xác nhận”."),
        ("chua-gui", EntryStatus.Draft or EntryStatus.Returned) => ("Đã lưu nhưng chưa gửi được.", "Hãy thử gửi lại ở bên cạnh để xem lý do."),
        ("da-co", not EntryStatus.Withdrawn) => ("Kết quả này đã được lưu từ trước.", "Biểu mẫu được gửi hai lần nên không ghi thêm lần nữa. Nếu vừa sửa gì thêm, hãy bấm Sửa và ghi lại."),
        ("xac-nhan", EntryStatus.Confirmed) => ("Đã xác nhận.", "Số này đã cộng vào tiến độ của hoạt động."),
        ("tra-lai", EntryStatus.Returned) => ("Đã trả lại.", "Cơ quan chủ trì thấy lý do, sửa và gửi lại."),
        ("rut", EntryStatus.Withdrawn) => ("Đã rút.", "Kết quả không còn được tính; lịch sử vẫn giữ lại."),
        ("minh-chung", not EntryStatus.Withdrawn) => ("Đã thêm minh chứng.", ""),
        ("bo-minh-chung", EntryStatus.Draft or EntryStatus.Returned) => ("Đã bỏ minh chứng.", ""),
        _ => null,
    };
}
