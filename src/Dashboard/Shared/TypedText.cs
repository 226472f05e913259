using Microsoft.AspNetCore.Http;
using PlanTracker.Domain;

namespace PlanTracker.Dashboard.Shared;

/// <summary>
/// What was typed into a form, as text, and what of it could not be read as a number or a day: every wrong field is named at once, and
/// what was typed is shown again as it was.
/// </summary>
public sealed class TypedText
{
    private readonly Dictionary<string, string> texts;
    private readonly Dictionary<string, string[]> errors = [];

    /// <summary>A form before anything was typed.</summary>
    public TypedText(params (string Name, string? Value)[] texts) =>
        this.texts = texts.Where(t => !string.IsNullOrEmpty(t.Value)).ToDictionary(t => t.Name, t => t.Value!);

    /// <summary>A form as it was sent.</summary>
    public TypedText(IFormCollection form) => texts = form.ToDictionary(f => f.Key, f => f.Value.ToString());

    /// <summary>The same with some texts put in or replaced.</summary>
    public TypedText With(params (string Name, string? Value)[] more) =>
        new([.. texts.Where(t => more.All(m => m.Name != t.Key)).Select(t => (t.Key, (string?)t.Value)), .. more]);

    /// <summary>The text of a field; null when there is none.</summary>
    public string? this[string name] => texts.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>The refusal that names what could not be read; null when all could.</summary>
    public Refusal? Unread => errors.Count == 0 ? null : Refusal.Invalid(errors);

    /// <summary>The value, or the refusal of what could not be read.</summary>
    public Result<T> Or<T>(T value) => Unread is { } refusal ? refusal : value;

    /// <summary>A number as offices write it; null and an error when it is none.</summary>
    public decimal? Number(string name, string label)
    {
        if (VietnameseNumber.Parse(this[name]) is { } number)
            return number;
        errors[name] = [this[name] is null ? $"Cần ghi {label}." : $"“{this[name]}” không đọc được thành số. Viết 15.000 hoặc 1,5."];
        return null;
    }

    /// <summary>A day; the first of all days and an error when it is none.</summary>
    public DateOnly Day(string name, string label)
    {
        if (Dates.Parse(this[name]) is { } day)
            return day;
        errors[name] = [this[name] is null ? $"Cần ghi {label}." : $"“{this[name]}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 06/09/2024."];
        return default;
    }

    /// <summary>Names a field that is wrong for another reason.</summary>
    public void Wrong(string name, string message) => errors[name] = [message];
}
