namespace PlanTracker.Dashboard.Access;

/// <summary>What an error page says: what happened, what changed (nothing), what to do next.</summary>
internal sealed record ErrorWords(string Title, string Text)
{
    public static ErrorWords Of(int status) => status switch
    {
        400 => new("Yêu cầu chưa hợp lệ", "Trang có thể đã mở quá lâu hoặc địa chỉ bị sửa. Chưa có gì thay đổi. Hãy mở lại trang rồi làm lại."),
        401 => new("Cần đăng nhập", "Phiên làm việc đã hết. Hãy đăng nhập lại để tiếp tục."),
        403 => new("Tài khoản không có quyền xem trang này", "Chưa có gì thay đổi. Nếu cần làm việc này, hãy liên hệ người quản trị hệ thống của Sở Nội vụ."),
        404 => new("Không tìm thấy trang", "Địa chỉ có thể đã gõ sai, hoặc nội dung không dành cho tài khoản này. Hãy tìm lại từ tổng quan hoặc danh sách hoạt động."),
        405 => new("Không mở được theo cách này", "Hãy mở lại trang từ danh mục phía trên rồi làm lại. Chưa có gì thay đổi."),
        413 => new("Nội dung gửi lên quá lớn", "Chưa có gì thay đổi. Hãy rút gọn nội dung rồi gửi lại."),
        415 => new("Không nhận dạng này", "Nội dung gửi lên không đúng dạng. Chưa có gì thay đổi."),
        429 => new("Thao tác quá nhanh", "Có quá nhiều lần thử trong thời gian ngắn. Hãy đợi một phút rồi làm lại."),
        507 => new("Máy chủ hết chỗ lưu", "Chưa có gì thay đổi; việc xem số liệu vẫn dùng được. Hãy báo người quản trị hệ thống."),
        503 => new("Hệ thống đang bận", "Chưa có gì thay đổi. Hãy thử lại sau ít phút; những gì đã lưu vẫn còn."),
        _ => new("Có lỗi ngoài ý muốn", "Lỗi đã được ghi lại. Những gì đã lưu trước đó vẫn còn. Hãy thử lại; nếu vẫn lỗi, báo người quản trị hệ thống."),
    };
}
