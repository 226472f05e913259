using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>A row as it was judged, with what it says.</summary>
internal sealed record JudgedActivity(ImportedRow Row, Guid Id, UnitActivityOrder? Order);

/// <summary>Judges the rows of a workbook of activities against a draft: new, changed, unchanged or wrong. Nothing is guessed, nothing is taken away.</summary>
internal sealed partial class UnitPlanJudge(UnitPlan plan, Plan city)
{
    private readonly HashSet<Guid> claimed = [];
    private readonly Dictionary<(string Title, Guid? Link), int> seen = [];

    /// <summary>What a cell of an activity shows.</summary>
    public static string Show(string field, UnitActivityOrder order, Plan city) => field switch
    {
        "title" => order.Title ?? "",
        "channel" => order.Channel ?? "",
        "quantityWording" => order.QuantityWording ?? "",
        "quantity" => order.Quantity is { } value ? VietnameseNumber.Show(value) : "",
        "unit" => order.Unit ?? "",
        "time" => order.Time ?? "",
        _ => order.CityActivityId is { } id ? UnitPlanWords.ChoiceOf(city.Activities.First(a => a.Id == id)) : UnitPlanWords.Own,
    };

    /// <summary>An activity as it stands.</summary>
    public static UnitActivityOrder OrderOf(UnitActivity activity) => Lined(new(
        activity.Title, activity.Channel, VietnameseText.Clean(activity.QuantityWording), activity.Quantities.MaxBy(q => q.Number)?.Value,
        VietnameseText.Clean(activity.Unit), VietnameseText.Clean(activity.Time), activity.CityActivityId));

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyList<JudgedActivity> Judge(FormTable table) => [.. table.Rows.Select(r => Judge(table, new RowReader(table, r)))];

    private JudgedActivity Judge(FormTable table, RowReader reader)
    {
        var order = Read(reader);
        var key = Guid.TryParseExact(VietnameseText.Clean(table.Text(reader.Row, UnitPlanSheet.Key)), "N", out var sent) ? sent : Guid.CreateVersion7();
        var there = plan.Activities.Find(a => a.Id == key);
        if (!claimed.Add(key))
            (key, there) = (Guid.CreateVersion7(), null);
        if (order is not null && there is null && plan.Activities.Find(a => !claimed.Contains(a.Id) && OrderOf(a) == order) is { } same)
        {
            (key, there) = (same.Id, same);
            claimed.Add(key);
        }
        if (order is not null && !seen.TryAdd((VietnameseText.Fold(order.Title!), order.CityActivityId), reader.Row.Number))
            reader.Wrong("title", $"dòng này giống dòng {seen[(VietnameseText.Fold(order.Title!), order.CityActivityId)]}: cùng nội dung và cùng hoạt động của thành phố. Nếu chép thừa thì xóa.");
        var before = there is null ? null : OrderOf(there);
        var state = reader.Errors.Count > 0 || order is null ? RowState.Wrong : before is null ? RowState.New : before == order ? RowState.Unchanged : RowState.Changed;
        var cells = state is RowState.Wrong or RowState.Unchanged ? [] : UnitPlanSheet.Fields.Where(table.Has)
            .Select(f => new CellDifference(table.Address(reader.Row, f), UnitPlanSheet.HeaderOf(f), before is null ? null : Empty(Show(f, before, city)), Empty(Show(f, order!, city))))
            .Where(c => c.Old != c.New).ToList();
        return new(
            new ImportedRow(reader.Row.Number, state, Short(order?.Title ?? VietnameseText.Clean(table.Text(reader.Row, "title")) ?? ""), cells, reader.Errors)
            {
                Id = there is null ? null : plan.Id,
                Note = reader.Row.IsHidden ? "Dòng đang ẩn trong tệp." : null,
                KeyToHandBack = key.ToString("N", CultureInfo.InvariantCulture),
            }, key, order);
    }

    private UnitActivityOrder? Read(RowReader reader)
    {
        var order = new UnitActivityOrder(
            reader.Text("title"), reader.Text("channel"), reader.Text("quantityWording"), reader.Number("quantity"), reader.Text("unit"), reader.Text("time"), LinkOf(reader));
        order = Lined(UnitPlanRules.Clean(order, city));
        if (UnitPlanRules.Check(order, new UnitPlan { PlanId = city.Id, AgencyId = plan.AgencyId, Title = "" }, city) is { } wrong)
        {
            foreach (var (field, message) in wrong.Errors.SelectMany(e => e.Value.Select(m => (e.Key, m))).Where(e => !reader.IsWrong(e.Key)))
                reader.Wrong(reader.Has(field) ? field : "title", char.ToLowerInvariant(message[0]) + message[1..]);
        }
        return reader.Errors.Count > 0 ? null : order;
    }

    private Guid? LinkOf(RowReader reader)
    {
        if (reader.Text("cityActivityId") is not { } text)
            return null;
        var folded = VietnameseText.IsClean(text) ? VietnameseText.Fold(text) : "";
        if (folded == VietnameseText.Fold(UnitPlanWords.Own))
            return null;
        var found = city.Activities.Find(a => VietnameseText.Fold(UnitPlanWords.ChoiceOf(a)) == folded)
            ?? (Number().Match(folded) is { Success: true } number ? city.Activities.Find(a => a.Order == int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)) : null);
        if (found is null)
            reader.Wrong("cityActivityId", $"không có hoạt động này trong Kế hoạch {city.Number}. Chọn trong danh sách, ghi số thứ tự (12), hoặc để trống.");
        return found?.Id;
    }

    private static UnitActivityOrder Lined(UnitActivityOrder order) => order with
    {
        Title = order.Title?.ReplaceLineEndings("\n"),
        Channel = order.Channel?.ReplaceLineEndings("\n"),
        QuantityWording = order.QuantityWording?.ReplaceLineEndings("\n"),
    };

    private static string? Empty(string text) => text.Length == 0 ? null : text;

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";

    [GeneratedRegex(@"^0*([0-9]{1,4})\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
