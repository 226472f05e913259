using System.Globalization;
using Microsoft.AspNetCore.Http;
using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Dashboard.Plans;

/// <summary>What was typed into the forms of a draft, as text: shown again as it was; every field that cannot be read is named.</summary>
public sealed class PlanForm
{
    private readonly Dictionary<string, string> texts;

    private PlanForm(IEnumerable<(string Name, string? Value)> fields) =>
        texts = fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Name, f => f.Value!);

    /// <summary>The text of a field; null when there is none.</summary>
    public string? this[string name] => texts.GetValueOrDefault(name);

    /// <summary>As it was sent.</summary>
    public static PlanForm From(IFormCollection form) => new(form.Select(f => (f.Key, (string?)f.Value.ToString())));

    /// <summary>A new plan of a year.</summary>
    public static PlanForm Blank(int year, Guid? issuer) => new(
        [("year", year.ToString(CultureInfo.InvariantCulture)), ("from", $"01/01/{year}"), ("to", $"31/12/{year}"), ("issuerAgencyId", issuer?.ToString())]);

    /// <summary>A head as it stands.</summary>
    public static PlanForm Of(PlanHead head) => new(
    [
        ("number", head.Number), ("issuedOn", head.IssuedOn is { } on ? Words.Day(on) : null), ("title", head.Title),
        ("issuerAgencyId", head.IssuerAgencyId.ToString()), ("year", head.Year.ToString(CultureInfo.InvariantCulture)),
        ("from", Words.Day(head.From)), ("to", Words.Day(head.To)), ("parentPlanId", head.ParentPlanId?.ToString()),
    ]);

    /// <summary>A row as it stands; null for a new one.</summary>
    public static PlanForm Of(DraftRowView? view) => new(view is not { Row: var row } ? [] :
    [
        ("title", row.Title), ("shortTitle", row.ShortTitle), ("quantityWording", row.QuantityWording), ("readAs", row.ReadAs),
        ("leadWording", row.LeadWording), ("leadAgencyId", row.LeadAgencyId?.ToString()), ("supportingWording", row.SupportingWording),
        ("time", row.Time), ("dueOn", row.DueOn is { } due ? Words.Day(due) : null), ("deliveryModeAsked", row.DeliveryModeAsked ? "true" : null),
    ]);

    /// <summary>The head, or all fields that could not be read.</summary>
    public Result<PlanHead> ReadHead()
    {
        var errors = new Dictionary<string, string[]>();
        var issuer = Id("issuerAgencyId");
        if (issuer is null)
            errors["issuerAgencyId"] = ["Chọn cơ quan ban hành."];
        var year = VietnameseNumber.Parse(this["year"]?.Trim()) is { } number && decimal.IsInteger(number) && number is > 0 and < 10_000 ? (int)number : 0;
        if (year == 0)
            errors["year"] = ["Ghi năm kế hoạch bằng bốn chữ số, ví dụ 2024."];
        var (from, to) = (Day("from", errors, needed: true), Day("to", errors, needed: true));
        var issuedOn = Day("issuedOn", errors, needed: false);
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : new PlanHead(this["number"], issuedOn, this["title"] ?? "", issuer!.Value, year, from!.Value, to!.Value, Id("parentPlanId"));
    }

    /// <summary>The row, or all fields that could not be read.</summary>
    public Result<DraftRow> ReadRow()
    {
        var errors = new Dictionary<string, string[]>();
        var due = Day("dueOn", errors, needed: false);
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : new DraftRow(
                Guid.Empty, this["title"] ?? "", this["shortTitle"], this["quantityWording"] ?? "", this["readAs"], Id("leadAgencyId"),
                this["leadWording"] ?? "", this["supportingWording"] ?? "", this["time"] ?? "", due, this["deliveryModeAsked"] == "true");
    }

    private Guid? Id(string name) => Guid.TryParse(this[name], out var id) ? id : null;

    private DateOnly? Day(string name, Dictionary<string, string[]> errors, bool needed)
    {
        if (this[name] is null && !needed)
            return null;
        var day = Dates.Parse(this[name]);
        if (day is null)
            errors[name] = ["Ghi ngày/tháng/năm, ví dụ 14/12/2023."];
        return day;
    }
}
