using System.Text.RegularExpressions;
using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Access;

/// <summary>What an account may be: the same rules for page, API and import. Field names are the API's.</summary>
internal static partial class AccountRules
{
    private const int MaxFullName = 200;
    private const int MaxEmail = 256;
    private const int MaxReason = 2000;

    /// <summary>Roles that act for an agency.</summary>
    private static readonly Role[] OfAnAgency = [Role.Coordinator, Role.Reporter, Role.Head];

    /// <summary>NFC, trimmed, empty optional texts to nothing, roles in order and once.</summary>
    public static AccountDetails Clean(AccountDetails details) => new(
        VietnameseText.Clean(details.FullName) ?? "", VietnameseText.Clean(details.Email), details.AgencyId, [.. details.Roles.Distinct().Order()]);

    /// <summary>What is wrong with a name to sign in with; null when nothing is.</summary>
    public static string? CheckUserName(string userName) => UserName().IsMatch(userName)
        ? null : "Tên đăng nhập dài từ 3 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và các dấu . - _ @ +";

    /// <summary>What is wrong with the agency; null when nothing is. An agency that has ended may only be kept.</summary>
    public static string? CheckAgency(Guid? id, Guid? kept, IReadOnlyDictionary<Guid, Agency> agencies, DateOnly today)
    {
        if (id is null || id == kept)
            return null;
        if (!agencies.TryGetValue(id.Value, out var agency))
            return "Không có cơ quan này.";
        if (agency.ValidTo is { } last && last < today)
            return $"{agency.NameOn(last).Name} đã kết thúc hoạt động ngày {last:dd/MM/yyyy}.";
        return agency.ExistsOn(today) ? null : $"{agency.Names[0].Name} hoạt động từ ngày {agency.ValidFrom:dd/MM/yyyy}.";
    }

    /// <summary>Everything that is wrong with cleaned details, by field.</summary>
    public static Dictionary<string, string[]> Check(AccountDetails details)
    {
        var errors = new Dictionary<string, string[]>();
        if (details.FullName.Length == 0)
            errors["fullName"] = ["Cần ghi họ và tên."];
        else if (details.FullName.Length > MaxFullName)
            errors["fullName"] = ["Họ và tên dài tối đa 200 ký tự."];
        else if (!IsLine(details.FullName))
            errors["fullName"] = ["Họ và tên có ký tự điều khiển hoặc xuống dòng."];
        if (details.Email is { } email && (email.Length > MaxEmail || !IsLine(email) || !Email().IsMatch(email)))
            errors["email"] = ["Thư điện tử chưa đúng dạng, ví dụ ten@cantho.gov.vn; dài tối đa 256 ký tự."];
        if (details.Roles.Count == 0)
            errors["roles"] = ["Cần chọn ít nhất một vai trò."];
        else if (details.Roles.Any(r => !Enum.IsDefined(r)))
            errors["roles"] = ["Có vai trò không thuộc danh mục."];
        if (details.AgencyId is null && details.Roles.FirstOrDefault(r => OfAnAgency.Contains(r), (Role)(-1)) is var role && Enum.IsDefined(role))
            errors["agencyId"] = [$"Vai trò “{RoleWords.NameOf(role)}” cần thuộc một cơ quan."];
        return errors;
    }

    /// <summary>The reason, cleaned; refused when it could not be read, is empty or too long.</summary>
    public static Result<string> CheckReason(Result<string> input)
    {
        if (input.Refused(out var unreadable, out var given))
            return unreadable;
        if (VietnameseText.Clean(given) is not { } reason)
            return Refusal.Invalid("reason", "Cần nêu lý do.");
        return reason.Length <= MaxReason && VietnameseText.IsClean(reason)
            ? reason : Refusal.Invalid("reason", "Lý do dài tối đa 2.000 ký tự, không có ký tự điều khiển.");
    }

    private static bool IsLine(string text) => VietnameseText.IsClean(text) && text.AsSpan().IndexOfAny('\r', '\n', '\t') < 0;

    [GeneratedRegex(@"^[A-Za-z0-9._@+\-]{3,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserName();

    [GeneratedRegex(@"^[^\s@,;<>""]+@[^\s@,;<>""]+\.[^\s@,;<>""]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
