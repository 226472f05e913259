using System.Globalization;
using PlanTracker.Domain;

namespace PlanTracker.Api.Hosting;

/// <summary>A query, read after its declaration: every wrong parameter is named at once.</summary>
internal sealed class Asked
{
    private const int MaxText = 200;

    private readonly Dictionary<string, object> values = [];
    private readonly Dictionary<string, string[]> errors = [];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Refusal => errors.Count == 0 ? null : Domain.Refusal.Invalid(errors);

    /// <summary>Page, order and search.</summary>
    public ListQuery List => new(
        Whole("page") ?? 1, Whole("pageSize") ?? 25, values.GetValueOrDefault("sort") as IReadOnlyList<SortBy>, Text("search"));

    /// <summary>A day; null when not asked.</summary>
    public DateOnly? Day(string name) => values.TryGetValue(name, out var value) ? (DateOnly)value : null;

    /// <summary>An id; null when not asked.</summary>
    public Guid? Id(string name) => values.TryGetValue(name, out var value) ? (Guid)value : null;

    /// <summary>A whole number; null when not asked.</summary>
    public int? Whole(string name) => values.TryGetValue(name, out var value) ? (int)value : null;

    /// <summary>Words; null when not asked.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name) as string;

    /// <summary>Whether it was asked for.</summary>
    public bool Flag(string name) => Text(name) == "true";

    /// <summary>A value of an enumeration; null when not asked.</summary>
    public TEnum? Choice<TEnum>(string name) where TEnum : struct, Enum => Text(name) is { } text ? Enum.Parse<TEnum>(text) : null;

    /// <summary>Reads the query of a request.</summary>
    public static Asked Read(HttpContext http)
    {
        var shape = http.GetEndpoint()?.Metadata.GetMetadata<QueryShape>() ?? QueryShape.None;
        var asked = new Asked();
        foreach (var (name, sent) in http.Request.Query)
        {
            if (shape.Fields.FirstOrDefault(f => f.Name == name) is not { } field)
                asked.Wrong(name, shape.Fields.Count == 0 ? "Địa chỉ này không nhận tham số." : $"Không có tham số này. Các tham số: {Names(shape)}.");
            else if (sent.Count > 1)
                asked.Wrong(name, "Tham số này được ghi hai lần.");
            else if (VietnameseText.Clean(sent[0]) is { } text)
                asked.Take(field, text);
        }
        return asked;
    }

    /// <summary>The result of the resource asked, or, in its turn after "not there" and "not allowed", the refusal of a wrong query.</summary>
    public Result<T> Else<T>(Result<T> result) => result.Refusal is null && Refusal is { } wrong ? wrong : result;

    private static string Names(QueryShape shape) => string.Join(", ", shape.Fields.Select(f => f.Name));

    private void Wrong(string name, string message) => errors[name.Length <= MaxText ? name : name[..MaxText]] = [message];

    private void Take(QueryField field, string text)
    {
        switch (field.Kind)
        {
            case QueryKind.Day when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                values[field.Name] = day;
                break;
            case QueryKind.Day:
                Wrong(field.Name, "Cần một ngày có thật, viết yyyy-MM-dd.");
                break;
            case QueryKind.Whole when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= field.Max:
                values[field.Name] = number;
                break;
            case QueryKind.Whole:
                Wrong(field.Name, $"Cần một số nguyên từ 1 đến {VietnameseNumber.Show(field.Max)}.");
                break;
            case QueryKind.Id when Guid.TryParse(text, out var id):
                values[field.Name] = id;
                break;
            case QueryKind.Id:
                Wrong(field.Name, "Cần một mã định danh đúng dạng.");
                break;
            case QueryKind.Choice when field.Values.Contains(text):
                values[field.Name] = text;
                break;
            case QueryKind.Choice:
                Wrong(field.Name, $"Cần một trong các giá trị: {string.Join(", ", field.Values)}.");
                break;
            case QueryKind.Sort:
                TakeSort(field, text);
                break;
            default:
                TakeText(field, text);
                break;
        }
    }

    private void TakeText(QueryField field, string text)
    {
        if (text.Length <= MaxText && VietnameseText.IsClean(text))
            values[field.Name] = text;
        else
            Wrong(field.Name, "Dài tối đa 200 ký tự, không có ký tự điều khiển.");
    }

    private void TakeSort(QueryField field, string text)
    {
        var sort = text.Split(',', StringSplitOptions.TrimEntries).Select(s => new SortBy(s.TrimStart('-'), s.StartsWith('-'))).ToList();
        if (sort.All(s => field.Values.Contains(s.Field)) && sort.DistinctBy(s => s.Field).Count() == sort.Count)
            values[field.Name] = sort;
        else
            Wrong(field.Name, $"Chỉ sắp theo: {string.Join(", ", field.Values)}; mỗi trường một lần.");
    }
}
