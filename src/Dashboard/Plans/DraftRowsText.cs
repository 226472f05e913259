using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Dashboard.Plans;

/// <summary>
/// The rows of a preview on their way through the browser and back: nothing is kept on the server before somebody says so. What comes back is
/// judged like every other input.
/// </summary>
internal static partial class DraftRowsText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Write(IReadOnlyList<DraftRow> rows) => JsonSerializer.Serialize(rows, Json);

    /// <summary>The rows as written; null when the text is none of ours.</summary>
    public static IReadOnlyList<DraftRow>? Read(string text)
    {
        try
        {
            var rows = JsonSerializer.Deserialize<List<DraftRow?>>(text, Json)?.OfType<DraftRow>().ToList();
            return rows?.TrueForAll(r => r is { Title: not null, QuantityWording: not null, LeadWording: not null, SupportingWording: not null, Time: not null }) is true
                ? rows : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The rows with what was decided beside them: <c>readAs1</c>, <c>lead1</c>, <c>due1</c> of the first.</summary>
    public static Result<List<DraftRow>> Decide(IReadOnlyList<DraftRow> rows, PlanForm decided)
    {
        var errors = new Dictionary<string, string[]>();
        var all = rows.Select((row, index) => Decided(row, index + 1, decided, errors)).ToList();
        return errors.Count > 0 ? Refusal.Invalid(errors) : all;
    }

    /// <summary>Wrong fields of rows by the names that the page gives them: <c>rows[0].readAs</c> is <c>readAs1</c>.</summary>
    public static Refusal ByPage(Refusal refusal) => refusal with { Errors = refusal.Errors.ToDictionary(e => NameOf(e.Key), e => e.Value) };

    private static string NameOf(string field) =>
        RowField().Match(field) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var index)
            ? $"{match.Groups[2].Value}{index + 1}" : field;

    private static DraftRow Decided(DraftRow row, int order, PlanForm decided, Dictionary<string, string[]> errors)
    {
        var due = Dates.Parse(decided[$"due{order}"]);
        if (due is null && decided[$"due{order}"] is not null)
            errors[$"due{order}"] = [$"Dòng {order}: ghi thời hạn theo ngày/tháng/năm, ví dụ 30/06/2024."];
        return row with
        {
            ReadAs = decided[$"readAs{order}"] ?? row.ReadAs,
            LeadAgencyId = Guid.TryParse(decided[$"lead{order}"], out var lead) ? lead : row.LeadAgencyId,
            DueOn = due ?? row.DueOn,
        };
    }

    [GeneratedRegex(@"^rows\[([0-9]+)\]\.(\w+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RowField();
}
