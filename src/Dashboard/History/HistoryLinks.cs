using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Dashboard.History;

/// <summary>Where the thing of a row has its page, for a reader who may open it.</summary>
internal static class HistoryLinks
{
    public static string? Of(HistoryView row, Actor reader) => row.Change.Entity switch
    {
        "entry" when reader.May(Operation.ReadOwnDrafts) || row.Change.What == "confirm" => $"/ket-qua/{row.Change.EntityId}",
        "activity" => $"/hoat-dong/{row.Change.EntityId}",
        "news" when reader.May(Operation.ReadOwnDrafts) || row.Change.What is "select" or "publish" => $"/tin-bai/{row.Change.EntityId}",
        "bulletin" when row.Change.What != "discard" => $"/ban-tin/{row.Change.EntityId}",
        "news-settings" => "/tin-bai/quy-dinh",
        "task" => $"/nhiem-vu/{row.Change.EntityId}",
        "preparation" => $"/viec-chuan-bi/{row.Change.EntityId}",
        "difficulty" => $"/vuong-mac/{row.Change.EntityId}",
        "unit-plan" => $"/ke-hoach-don-vi/{row.Change.EntityId}",
        "unit-result" => $"/ket-qua-don-vi/{row.Change.EntityId}",
        "inspection" => $"/kiem-tra/{row.Change.EntityId}",
        "funding" => $"/hoat-dong/{row.Change.EntityId}/kinh-phi",
        "agency" when row.Change.What != "delete" => $"/don-vi/{row.Change.EntityId}",
        "account" when reader.May(Operation.ReadAccounts) => $"/quan-tri/tai-khoan/{row.Change.EntityId}",
        "succession" => $"/don-vi/sap-xep/{row.Change.EntityId}",
        "agency-report" => $"/bao-cao-don-vi/{row.Change.EntityId}",
        "indicator" => "/chi-so",
        "import" when row.Change.AccountId == reader.AccountId => $"/ket-qua/nhap-tu-excel/{row.Change.EntityId}",
        "report" => $"/bao-cao?plan={row.Change.EntityId}",
        "obligation" => $"/nop-bao-cao/{row.Change.EntityId}",
        _ => null,
    };
}
