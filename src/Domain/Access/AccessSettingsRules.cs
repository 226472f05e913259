namespace PlanTracker.Domain.Access;

/// <summary>The ranges of the settings of sign-in.</summary>
public static class AccessSettingsRules
{
    /// <summary>Every number of the settings: field, name on screen, unit, range.</summary>
    public static IReadOnlyList<AccessLimit> Limits { get; } =
    [
        new("idleMinutes", "Tự đăng xuất khi không thao tác", "phút", 1, 480, s => s.IdleMinutes),
        new("administratorIdleMinutes", "Tự đăng xuất khi không thao tác, với quản trị hệ thống", "phút", 1, 480, s => s.AdministratorIdleMinutes),
        new("absoluteHours", "Thời hạn dài nhất của một lần đăng nhập", "giờ", 1, 24, s => s.AbsoluteHours),
        new("wrongUntilLocked", "Số lần nhập sai thì tạm khóa tài khoản", "lần", 3, 10, s => s.WrongUntilLocked),
        new("lockedMinutes", "Thời gian tạm khóa", "phút", 1, 1440, s => s.LockedMinutes),
        new("linkHours", "Hạn dùng của liên kết đặt mật khẩu", "giờ", 1, 720, s => s.LinkHours),
    ];

    /// <summary>What is wrong, by field; empty when nothing is.</summary>
    public static IReadOnlyDictionary<string, string[]> Check(AccessSettings settings) =>
        Limits.Where(l => l.ValueOf(settings) < l.Min || l.ValueOf(settings) > l.Max).ToDictionary(l => l.Field, l => new[] { l.Expected });
}

/// <summary>One number of the settings.</summary>
/// <param name="Field">Name in the API.</param>
/// <param name="Name">Name on screen.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Min">Least.</param>
/// <param name="Max">Most.</param>
/// <param name="ValueOf">The value.</param>
public sealed record AccessLimit(string Field, string Name, string Unit, int Min, int Max, Func<AccessSettings, int> ValueOf)
{
    /// <summary>What is expected, as a sentence.</summary>
    public string Expected => $"{Name}: cần một số nguyên từ {VietnameseNumber.Show(Min)} đến {VietnameseNumber.Show(Max)} {Unit}.";
}
