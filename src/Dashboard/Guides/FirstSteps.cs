using PlanTracker.Domain.Access;

namespace PlanTracker.Dashboard.Guides;

/// <summary>A step of a person's first visit.</summary>
/// <param name="Text">What to do, as a link.</param>
/// <param name="Note">What for, one sentence.</param>
/// <param name="Href">Where.</param>
public sealed record FirstStep(string Text, string Note, string Href);

/// <summary>What each role does first, three or four steps; who has several roles gets those of the first that has any.</summary>
public static class FirstStepsOf
{
    private static readonly (Role Role, FirstStep[] Steps)[] Table =
    [
        (Role.Coordinator,
        [
            new("Xác nhận kết quả các đơn vị gửi", "Tiến độ chỉ tính những kết quả đã xác nhận.", "/viec-can-lam"),
            new("Xem đơn vị nào chưa gửi báo cáo", "Nhắc từng đơn vị hoặc lập công văn đôn đốc.", "/nop-bao-cao"),
            new("Mở báo cáo tổng hợp của kỳ", "Xem trước bất cứ lúc nào; ban hành khi đủ số liệu.", "/bao-cao"),
            new("Xem kế hoạch đang thực hiện", "Chỉ tiêu, thời hạn chỉ đổi bằng điều chỉnh có văn bản.", "/ke-hoach"),
        ]),
        (Role.Head,
        [
            new("Xem việc đang chờ anh, chị duyệt", "Báo cáo và tin, bài do cán bộ báo cáo soạn.", "/viec-can-lam"),
            new("Duyệt và gửi báo cáo của đơn vị", "Chỉ lãnh đạo đơn vị gửi được báo cáo.", "/bao-cao-don-vi"),
            new("Duyệt tin, bài", "Duyệt xong, tin, bài đến ngay bàn biên tập của Sở Nội vụ.", "/tin-bai"),
        ]),
        (Role.Reporter,
        [
            new("Xem việc cần làm", "Phiếu bị trả lại, báo cáo sắp đến hạn, minh chứng còn thiếu.", "/viec-can-lam"),
            new("Lập báo cáo của đơn vị trong kỳ", "Không có hoạt động nào thì chọn “Không phát sinh” và ghi lý do.", "/bao-cao-don-vi"),
            new("Cập nhật tiến độ", "Chỉ cơ quan chủ trì cập nhật; kèm minh chứng rồi gửi xác nhận.", "/hoat-dong"),
            new("Gửi tin, bài", "Viết tại đây hoặc gửi tệp Word; lãnh đạo đơn vị duyệt rồi mới gửi đi.", "/tin-bai"),
        ]),
        (Role.Finance,
        [
            new("Xem kinh phí của kế hoạch", "Từ dự toán đến quyết toán, theo từng nguồn.", "/kinh-phi"),
            new("Mở một hoạt động để ghi thẩm định", "Vào trang kinh phí của hoạt động, chọn bước “Thẩm định”.", "/hoat-dong"),
            new("Ghi nhiều khoản một lần từ Excel", "Tải mẫu, điền, kiểm tra rồi mới ghi.", "/kinh-phi/nhap-tu-excel"),
        ]),
        (Role.Leader,
        [
            new("Đọc câu đầu trang tổng quan", "Bao nhiêu hoạt động đúng tiến độ, hoạt động nào chậm.", "/"),
            new("Bấm vào một con số", "Mỗi số mở ra cách tính và các kết quả làm nên nó.", "/hoat-dong"),
            new("Mở báo cáo của kỳ", "Bản đã ban hành tải về đúng tệp đã ký; kỳ khác là bản xem trước.", "/bao-cao"),
        ]),
        (Role.Administrator,
        [
            new("Bật xác thực hai bước cho mình", "Tài khoản quản trị cần được bảo vệ trước.", "/tai-khoan/xac-thuc"),
            new("Tạo tài khoản", "Từng người, hoặc nhập cả danh sách từ Excel.", "/quan-tri/tai-khoan"),
            new("Kiểm tra danh mục đơn vị", "Sáp nhập, đổi tên ghi thành lần sắp xếp, không sửa tay.", "/don-vi"),
            new("Xem cài đặt đăng nhập", "Thời gian tự đăng xuất, số lần nhập sai.", "/quan-tri/thiet-dat"),
        ]),
    ];

    /// <summary>The steps of a person.</summary>
    public static IReadOnlyList<FirstStep> For(Actor actor) => Table.FirstOrDefault(t => actor.Is(t.Role)).Steps ?? [];
}
