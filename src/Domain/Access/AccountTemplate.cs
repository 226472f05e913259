using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Imports;

namespace PlanTracker.Domain.Access;

/// <summary>Use case: the workbook to fill in for <see cref="AccountImport"/>, with the agencies and roles of today to choose from.</summary>
public sealed class AccountTemplate(IAgencyRegister register, BusinessClock clock)
{
    /// <summary>The workbook to be filled in.</summary>
    public async Task<Result<ImportTemplate>> Make(Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageAccounts) is { } notAllowed)
            return notAllowed;
        var agencies = await register.All(cancel);
        var finder = new AgencyFinder(agencies, clock.Today);
        string[] names = [.. agencies.Values.Where(a => a.ExistsOn(clock.Today)).OrderBy(a => a.LevelOn(clock.Today))
            .ThenBy(finder.LabelOf, VietnameseText.Order).Select(finder.LabelOf)];
        var headers = AccountImport.Headers;
        return new ImportTemplate(
            "Mẫu danh sách tài khoản", "Tài khoản",
            [
                new(headers[0], 40, true, "Từ 3 đến 100 ký tự: chữ không dấu, chữ số và các dấu . - _ @ +. Tên đã dùng không cấp lại."),
                new(headers[1], 55, true, "Họ và tên đầy đủ, tối đa 200 ký tự."),
                new(headers[2], 55, false, "Để liên hệ; hệ thống không gửi thư."),
                new(headers[3], 80, false, "Tên đầy đủ hoặc tên ngắn; cần cho cán bộ báo cáo, lãnh đạo đơn vị và Sở Nội vụ (tổng hợp).") { Choices = names, TakesOther = true },
                new(headers[4], 60, true, "Một hay nhiều vai trò, cách nhau bằng dấu chấm phẩy.") { Choices = RoleWords.All, TakesOther = true },
            ],
            [
                "Mỗi dòng là một người, một tài khoản. Không ghi mật khẩu: sau khi nhập, mỗi người nhận một liên kết dùng một lần để tự đặt mật khẩu.",
                "Tệp được kiểm tra trước; mọi chỗ sai hiện cùng lúc theo từng ô. Tất cả cùng được tạo, hoặc không tài khoản nào.",
                "Tài khoản đã có, ghi giống như đang có, thì giữ nguyên. Muốn đổi tài khoản đã có, hãy sửa ở trang của tài khoản.",
            ]);
    }
}
