namespace PlanTracker.Dashboard.Access;

/// <summary>What was just done with an account.</summary>
internal static class UserDone
{
    public static string? Words(string? done) => done switch
    {
        "edit" => "Đã lưu.",
        "disable" => "Đã ngừng sử dụng tài khoản; mọi phiên, mã truy cập và liên kết đã kết thúc.",
        "enable" => "Tài khoản được sử dụng lại.",
        "unlock" => "Đã mở tạm khóa.",
        "sign-out" => "Mọi phiên đăng nhập và mã truy cập đã kết thúc.",
        "require-password-change" => "Ở lần đăng nhập sau, tài khoản phải đổi mật khẩu.",
        "reset-second-factor" => "Đã gỡ xác thực hai bước.",
        _ => null,
    };
}
