namespace PlanTracker.Domain.Access;

/// <summary>The roles by their Vietnamese names, as screens, workbooks and messages write them.</summary>
public static class RoleWords
{
    /// <summary>The name of a role.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Administrator => "Quản trị hệ thống",
        Role.Coordinator => "Sở Nội vụ (tổng hợp)",
        Role.Reporter => "Cán bộ báo cáo",
        Role.Head => "Lãnh đạo đơn vị",
        Role.Finance => "Sở Tài chính (thẩm định)",
        _ => "Lãnh đạo thành phố",
    };

    /// <summary>All names, in the order of the roles.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(NameOf)];

    /// <summary>The role of a name, whatever case and marks; null when there is none.</summary>
    public static Role? Find(string name)
    {
        var folded = VietnameseText.Fold(name).Trim();
        return Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => VietnameseText.Fold(NameOf(role!.Value)) == folded);
    }
}
