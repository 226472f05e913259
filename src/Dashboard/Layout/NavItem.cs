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
    public static IReadOnlyList<NavItem> For(Actor actor, int waiting, string path)
    {
        var items = new List<(string Href, string Text, int Count)> { ("/", "Tổng quan", 0), ("/hoat-dong", "Hoạt động", 0) };
        if (actor.May(Operation.ConfirmEntries))
            items.Add(("/cho-xac-nhan", "Chờ xác nhận", waiting));
        if (actor.May(Operation.ReadOwnDrafts))
            items.Add(("/ket-qua", "Kết quả đã nhập", 0));
        items.AddRange([("/kinh-phi", "Kinh phí", 0), ("/bao-cao", "Báo cáo", 0), ("/ke-hoach", "Kế hoạch", 0), ("/don-vi", "Đơn vị", 0)]);
        if (actor.May(Operation.ReadAccounts))
            items.Add(("/quan-tri/tai-khoan", "Tài khoản", 0));
        if (actor.May(Operation.ReadSettings))
            items.Add(("/quan-tri/thiet-dat", "Cài đặt", 0));
        if (HistoryReading.Demand(actor) is null)
            items.Add(("/lich-su", "Lịch sử", 0));
        return [.. items.Select(i => new NavItem(i.Href, i.Text, i.Count, IsBelow(path, i.Href)))];
    }

    private static bool IsBelow(string path, string href) =>
        path == href || (href != "/" && path.StartsWith(href + "/", StringComparison.Ordinal));
}
