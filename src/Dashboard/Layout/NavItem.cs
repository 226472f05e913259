using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Dashboard.Layout;

/// <summary>A link of the main navigation.</summary>
/// <param name="Href">Where to.</param>
/// <param name="Text">Words.</param>
/// <param name="Count">How many things wait there; 0 shows none.</param>
/// <param name="IsHere">Whether the page shown is this one or below it.</param>
public sealed record NavItem(string Href, string Text, int Count, bool IsHere)
{
    /// <summary>The links of a role, what it does first.</summary>
    public static IReadOnlyList<NavItem> For(Actor actor, int waiting, string path, int news = 0)
    {
        var items = new List<(string Href, string Text, int Count)> { ("/", "Tổng quan", 0) };
        if (actor.May(Operation.ReadAccounts))
            items.AddRange([("/quan-tri/tai-khoan", "Tài khoản", 0), ("/don-vi", "Đơn vị", 0), ("/lich-su", "Lịch sử", 0), ("/quan-tri/thiet-dat", "Cài đặt", 0)]);
        items.Add(("/hoat-dong", "Hoạt động", 0));
        if (actor.May(Operation.ReadWork))
            items.Add(("/viec-can-lam", "Việc cần làm", waiting));
        if (actor.May(Operation.LogOwnEntries))
            items.Add(("/ket-qua", "Kết quả đã nhập", 0));
        items.Add(("/bao-cao-don-vi", "Báo cáo đơn vị", 0));
        items.AddRange([("/tin-bai", "Tin bài", news), ("/kinh-phi", "Kinh phí", 0), ("/bao-cao", "Báo cáo", 0), ("/nhiem-vu", "Nhiệm vụ", 0), ("/vuong-mac", "Vướng mắc", 0), ("/kiem-tra", "Kiểm tra", 0), ("/ke-hoach-don-vi", "Kế hoạch đơn vị", 0), ("/ket-qua", "Kết quả đã nhập", 0), ("/nop-bao-cao", "Nộp báo cáo", 0), ("/tinh-hinh", "Tình hình", 0), ("/ke-hoach", "Kế hoạch", 0), ("/don-vi", "Đơn vị", 0)]);
        if (actor.May(Operation.ManageReminders))
            items.Add(("/nhac-viec", "Nhắc việc", 0));
        if (actor.May(Operation.ConfirmEntries))
            items.Insert(0, ("/viec-can-lam", "Việc cần làm", waiting));
        if (HistoryReading.Demand(actor) is null)
            items.Add(("/lich-su", "Lịch sử", 0));
        if (!actor.May(Operation.ReadOwnDrafts))
            items.RemoveAll(i => i.Href == "/ket-qua");
        return [.. items.DistinctBy(i => i.Href).Select(i => new NavItem(i.Href, i.Text, i.Count, Wheres(path).Any(p => IsBelow(p, i.Href))))];
    }

    /// <summary>How many stand in the bar; the others open from it.</summary>
    internal const int InBar = 7;

    // Pages that have no link of their own belong to one that has.
    private static string[] Wheres(string path) =>
        path == "/cho-xac-nhan" ? [path, "/viec-can-lam"] : IsBelow(path, "/ban-tin") ? [path, "/tin-bai"] : IsBelow(path, "/viec-chuan-bi") ? [path, "/nhiem-vu"] : IsBelow(path, "/ket-qua-don-vi") ? [path, "/ke-hoach-don-vi"] : [path];

    private static bool IsBelow(string path, string href) =>
        path == href || (href != "/" && path.StartsWith(href + "/", StringComparison.Ordinal));
}
