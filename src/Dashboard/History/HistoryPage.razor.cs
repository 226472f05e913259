using System.Globalization;
using Microsoft.AspNetCore.Components;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Dashboard.History;

/// <summary>Who changed what, when and why; the filter is the address, so that a search can be sent to somebody.</summary>
public sealed partial class HistoryPage
{
    private readonly List<string> errors = [];
    private PageOf<HistoryView>? page;
    private Door? door;

    [SupplyParameterFromQuery]
    private string? Entity { get; set; }

    [SupplyParameterFromQuery]
    private string? Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Account { get; set; }

    [SupplyParameterFromQuery]
    private string? Agency { get; set; }

    [SupplyParameterFromQuery]
    private string? What { get; set; }

    [SupplyParameterFromQuery(Name = "door")]
    private string? DoorText { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [Inject]
    private HistoryReading History { get; set; } = default!;

    private bool IsFiltered => Query(1).Length > 0;

    /// <summary>What narrows the list by links from other pages; kept while the visible fields change.</summary>
    private IReadOnlyList<(string Name, string Value)> Hidden =>
        [.. new[] { ("id", Id), ("account", Account), ("agency", Agency), ("what", What) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).Select(f => (f.Item1, f.Item2!))];

    private string DownloadLink => "/api/v1/changes.csv" + FileQuery;

    /// <summary>The same question to the API.</summary>
    private string FileQuery => Joined(
        ("entity", Entity), ("id", Id), ("account", Account), ("agency", Agency), ("what", What), ("door", door?.ToString()),
        ("from", Iso(From)), ("to", Iso(To)), ("search", Search));

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        door = Enum.TryParse<Door>(DoorText, out var known) && Enum.IsDefined(known) ? known : null;
        foreach (var (name, text) in new[] { ("Từ ngày", From), ("Đến ngày", To) })
        {
            if (!string.IsNullOrWhiteSpace(text) && Dates.Parse(text) is null)
                errors.Add($"{name} “{text}” không phải là ngày; hãy viết như 15/03/2024. Đang bỏ qua điều kiện này.");
        }
        var number = int.TryParse(PageText, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < 1_000_000 ? asked : 1;
        var filter = new HistoryFilter(
            VietnameseText.Clean(Entity), IdOf(Id), IdOf(Account), IdOf(Agency), VietnameseText.Clean(What), door, Dates.Parse(From), Dates.Parse(To));
        page = Given(await History.List(Actor, filter, new ListQuery(number, Search: VietnameseText.Clean(Search)), Cancel));
    }

    private static string Narrowed(string name) => name switch
    {
        "id" => "của một đối tượng",
        "account" => "của một người",
        "agency" => "của một đơn vị",
        _ => "thuộc một việc",
    };

    // An id that is none fits nothing.
    private static Guid? IdOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : Guid.TryParse(text, out var id) ? id : Guid.AllBitsSet;

    private static string? Iso(string? text) => Dates.Parse(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Joined(params (string Name, string? Value)[] fields)
    {
        var query = string.Join('&', fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!.Trim())}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    private string Query(int number) => Joined(
        ("entity", Entity), ("id", Id), ("account", Account), ("agency", Agency), ("what", What), ("door", door?.ToString()),
        ("from", From), ("to", To), ("search", Search), ("page", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null));
}
