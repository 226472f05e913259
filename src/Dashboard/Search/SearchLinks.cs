using PlanTracker.Domain.Search;

namespace PlanTracker.Dashboard.Search;

/// <summary>Where what was found has its page: one line per kind, for the pages and for the API's answer.</summary>
public static class SearchLinks
{
    /// <summary>The page of a hit.</summary>
    public static string Of(SearchHit hit) => hit.Entity switch
    {
        "activity" => $"/hoat-dong/{hit.Id}",
        "agency" => $"/don-vi/{hit.Id}",
        "entry" => $"/ket-qua/{hit.Id}",
        "news" => $"/tin-bai/{hit.Id}",
        "report" => $"/bao-cao?plan={hit.PlanId}&period={Uri.EscapeDataString(hit.Code ?? "")}",
        _ => "/",
    };

    /// <summary>The list of all hits of a kind; null where there is none.</summary>
    public static string? All(SearchGroup group, string words) => group.Entity switch
    {
        "agency" => $"/don-vi?search={Uri.EscapeDataString(words)}",
        "news" => $"/tin-bai?search={Uri.EscapeDataString(words)}",
        _ => null,
    };

    /// <summary>The picture of a kind.</summary>
    public static string Icon(string entity) => entity switch
    {
        "activity" => "list-check",
        "agency" => "users",
        "entry" => "circle-check",
        "news" => "news",
        _ => "file-text",
    };
}
