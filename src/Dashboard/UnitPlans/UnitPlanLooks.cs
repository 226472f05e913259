using PlanTracker.Dashboard.Shared;
using PlanTracker.Domain;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Dashboard.UnitPlans;

/// <summary>Classes and signs of agencies' own plans and results, and how they are typed.</summary>
internal static class UnitPlanLooks
{
    public static string Css(UnitResultStatus status) => status switch
    {
        UnitResultStatus.Submitted => "s-pend",
        UnitResultStatus.Confirmed => "s-ontrack",
        UnitResultStatus.Returned => "s-returned",
        _ => "s-plain",
    };

    public static string Icon(UnitResultStatus status) => status switch
    {
        UnitResultStatus.Submitted => "hourglass",
        UnitResultStatus.Confirmed => "check",
        UnitResultStatus.Returned => "arrow-back-up",
        _ => "circle-minus",
    };

    /// <summary>"03 / 12 số (25,0%)"; of an activity without a quantity how many results.</summary>
    public static string DoneOf(UnitDone done, decimal? quantity, string unit) => quantity is { } value
        ? $"{Words.Number(done.ToDate)} / {VietnameseNumber.Wording(value)} {unit}{(value > 0 ? $" ({VietnameseNumber.Percent(Domain.Reporting.Figures.Round(done.ToDate / value * 100))}%)" : "")}"
        : done.Results == 0 ? "chưa có kết quả" : $"{done.Results} kết quả";

    public static Result<UnitActivityOrder> Activity(TypedText typed)
    {
        var quantity = typed["quantity"] is null ? null : typed.Number("quantity", "số lượng");
        Guid? link = null;
        if (typed["cityActivityId"] is { } chosen)
            link = Guid.TryParse(chosen, out var id) ? id : Guid.Empty;
        return typed.Or(new UnitActivityOrder(typed["title"], typed["channel"], typed["quantityWording"], quantity, typed["unit"], typed["time"], link, typed["reason"]));
    }

    public static TypedText Typed(UnitActivity row) => new(
        ("title", row.Title), ("channel", row.Channel), ("quantityWording", row.QuantityWording), ("unit", row.Unit), ("time", row.Time), ("cityActivityId", row.CityActivityId?.ToString()),
        ("quantity", row.Quantities.MaxBy(q => q.Number) is { } last ? VietnameseNumber.Show(last.Value) : null));

    public static Result<UnitResultOrder> Order(TypedText typed, DocumentRef? document)
    {
        var quantity = typed["quantity"] is null ? null : typed.Number("quantity", "số lượng");
        return typed.Or(new UnitResultOrder(typed.Day("date", "ngày thực hiện"), quantity, typed["title"], typed["note"], typed["url"], document, typed["noEvidenceReason"]));
    }
}
