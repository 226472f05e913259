using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Imports;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Funding;

/// <summary>What a row says: where the money belongs, and the record. Equal when two rows say the same, however it is written.</summary>
internal sealed record FundingContent(Guid ActivityId, FundingSource Source, FundingStage Stage, FundingOrder Order)
{
    /// <summary>What a record says.</summary>
    public static FundingContent Of(FundingStep step) => new(
        step.ActivityId, step.Source, step.Stage, Lined(new(step.Amount, step.Date, step.Document, step.Note, step.Kind)));

    /// <summary>The order with its texts trimmed and its lines ended alike, as a cell keeps them.</summary>
    public static FundingOrder Lined(FundingOrder order) => FundingRules.Clean(order) with { Note = VietnameseText.Clean(order.Note)?.ReplaceLineEndings("\n") };
}

/// <summary>Records of money as cells, in both directions.</summary>
internal sealed partial class FundingCells(Plan plan)
{
    private static readonly FundingSource[] Sources = Enum.GetValues<FundingSource>();
    private static readonly FundingStage[] Stages = Enum.GetValues<FundingStage>();
    private static readonly FundingStepKind[] Kinds = Enum.GetValues<FundingStepKind>();

    /// <summary>"12. Tờ gấp".</summary>
    public static string ChoiceOf(Activity activity) => string.Create(CultureInfo.InvariantCulture, $"{activity.Order}. {activity.ShortTitle}");

    /// <summary>What may be chosen in a column.</summary>
    public static IReadOnlyList<string> Choices(string field, IEnumerable<Activity> activities) => field switch
    {
        "activityId" => [.. activities.Select(ChoiceOf)],
        "source" => [.. Sources.Select(FundingWords.NameOf)],
        "stage" => [.. Stages.Select(FundingWords.NameOf)],
        "kind" => [.. Kinds.Select(FundingWords.NameOf)],
        _ => [],
    };

    /// <summary>What the form shows of a record.</summary>
    public string Show(string field, FundingContent content) => field switch
    {
        "activityId" => plan.Activities.Find(a => a.Id == content.ActivityId) is { } activity ? ChoiceOf(activity) : "",
        "source" => FundingWords.NameOf(content.Source),
        "stage" => FundingWords.NameOf(content.Stage),
        "kind" => FundingWords.NameOf(content.Order.Kind),
        "amount" => VietnameseNumber.Show(content.Order.Amount),
        "date" => Day(content.Order.Date),
        "document.number" => content.Order.Document.Number,
        "document.date" => Day(content.Order.Document.Date),
        _ => content.Order.Note ?? "",
    };

    /// <summary>"Dự toán 12.500.000 đồng: 12. Tờ gấp".</summary>
    public string Say(FundingContent content) =>
        $"{FundingWords.NameOf(content.Stage)} {FundingWords.Amount(content.Order.Amount)}: {Show("activityId", content)}";

    /// <summary>What a row says; null when a cell could not be read, which is then an error of the reader's.</summary>
    public FundingContent? Read(RowReader reader)
    {
        var activity = ActivityOf(reader);
        var source = OneOf(reader, "source", Sources, FundingWords.NameOf);
        var stage = OneOf(reader, "stage", Stages, FundingWords.NameOf);
        var kind = VietnameseText.Clean(reader.Text("kind")) is null && !reader.IsWrong("kind")
            ? FundingStepKind.Record : OneOf(reader, "kind", Kinds, FundingWords.NameOf);
        var amount = Needed(Amount(reader), reader, "amount", "cần ghi số tiền.");
        var date = Needed(reader.Day("date"), reader, "date", "cần ghi ngày thực hiện.");
        var number = reader.Text("document.number");
        var documentDate = Needed(reader.Day("document.date"), reader, "document.date", "cần ghi ngày của văn bản.");
        var note = reader.Text("note");
        return reader.Errors.Count > 0 ? null : new(
            activity!.Value, source!.Value, stage!.Value, FundingContent.Lined(new(amount!.Value, date!.Value, new(number ?? "", documentDate!.Value), note, kind!.Value)));
    }

    private static long? Amount(RowReader reader)
    {
        if (reader.Number("amount") is not { } number)
            return null;
        if (number >= 0 && decimal.IsInteger(number) && number <= FundingRules.MaxAmount)
            return (long)number;
        reader.Wrong("amount", $"cần số đồng nguyên, không âm, không quá {VietnameseNumber.Show(FundingRules.MaxAmount)}; ví dụ 12.500.000.");
        return null;
    }

    private Guid? ActivityOf(RowReader reader)
    {
        if (reader.Text("activityId") is not { } text)
            return Needed<Guid>(null, reader, "activityId", "cần chọn hoạt động.");
        var folded = VietnameseText.IsClean(text) ? VietnameseText.Fold(text) : "";
        var found = plan.Activities.Find(a => VietnameseText.Fold(ChoiceOf(a)) == folded)
            ?? (Number().Match(folded) is { Success: true } number
                ? plan.Activities.Find(a => a.Order == int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)) : null);
        if (found is null)
            reader.Wrong("activityId", "không có hoạt động này trong kế hoạch. Chọn trong danh sách, hoặc ghi số thứ tự: 12.");
        return found?.Id;
    }

    private static T? OneOf<T>(RowReader reader, string field, T[] values, Func<T, string> nameOf)
        where T : struct
    {
        if (reader.Text(field) is not { } text)
            return Needed<T>(null, reader, field, "cần chọn trong danh sách.");
        var folded = VietnameseText.IsClean(text) ? VietnameseText.Fold(text) : "";
        foreach (var value in values.Where(v => VietnameseText.Fold(nameOf(v)) == folded))
            return value;
        reader.Wrong(field, $"không có trong danh mục. Một trong: {string.Join("; ", values.Select(nameOf))}.");
        return null;
    }

    private static T? Needed<T>(T? value, RowReader reader, string field, string message)
        where T : struct
    {
        if (value is null && !reader.IsWrong(field))
            reader.Wrong(field, message);
        return value;
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^0*([0-9]{1,4})(?:\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
