using System.Text;

namespace PlanTracker.Domain.Access;

/// <summary>What a password must be (rules, section 12): 14 characters, or 8 with a second factor; four kinds of characters; not the user name.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters where the password stands alone.</summary>
    public const int MinAlone = 14;

    /// <summary>Fewest characters beside a second factor.</summary>
    public const int MinWithSecondFactor = 8;

    /// <summary>Most characters.</summary>
    public const int Max = 200;

    private const int ShortName = 3;

    /// <summary>The rule in words, beside the box where the password is typed.</summary>
    public static string InWords(bool hasSecondFactor) =>
        $"Ít nhất {Min(hasSecondFactor)} ký tự, có chữ hoa, chữ thường, chữ số và ký tự khác; không chứa tên đăng nhập.";

    /// <summary>Everything that is wrong with a new password; empty when nothing is.</summary>
    public static string[] Check(string? password, string userName, bool hasSecondFactor)
    {
        var text = password ?? "";
        if (text.Length == 0)
            return ["Cần nhập mật khẩu mới."];
        return
        [
            .. Problem(LengthOf(text) < Min(hasSecondFactor), $"Mật khẩu cần ít nhất {Min(hasSecondFactor)} ký tự."),
            .. Problem(text.Length > Max, $"Mật khẩu dài tối đa {Max} ký tự."),
            .. Problem(Missing(text) is { Length: > 0 }, $"Mật khẩu còn thiếu {Missing(text)}."),
            .. Problem(Contains(text, userName), "Mật khẩu không được chứa tên đăng nhập."),
        ];
    }

    private static int Min(bool hasSecondFactor) => hasSecondFactor ? MinWithSecondFactor : MinAlone;

    private static IEnumerable<string> Problem(bool isThere, string message) => isThere ? [message] : [];

    // Letters typed as base and mark count as the one letter that they show.
    private static int LengthOf(string text) => text.EnumerateRunes().Count(r => Rune.GetUnicodeCategory(r) is not
        (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark));

    private static string Missing(string text)
    {
        var runes = text.EnumerateRunes().ToList();
        string[] missing =
        [
            .. Problem(!runes.Any(Rune.IsUpper), "chữ hoa"),
            .. Problem(!runes.Any(Rune.IsLower), "chữ thường"),
            .. Problem(!runes.Any(Rune.IsDigit), "chữ số"),
            .. Problem(!runes.Any(r => !Rune.IsLetterOrDigit(r)), "ký tự khác (như dấu chấm, dấu cách, @)"),
        ];
        return string.Join(", ", missing);
    }

    private static bool Contains(string text, string userName) =>
        userName.Length >= ShortName && text.Contains(userName, StringComparison.OrdinalIgnoreCase);
}
