namespace PlanTracker.Domain;

/// <summary>Collects what is wrong with the fields of an input, so that all of it is named at once.</summary>
internal sealed class FieldErrors
{
    private const int MaxText = 2000;
    private readonly Dictionary<string, List<string>> messages = [];

    /// <summary>What is wrong; null when nothing is.</summary>
    public Refusal? Refusal => messages.Count == 0 ? null : Domain.Refusal.Invalid(messages.ToDictionary(m => m.Key, m => m.Value.ToArray()));

    /// <summary>Whether nothing was said of the field yet.</summary>
    public bool IsFine(string field) => !messages.ContainsKey(field);

    /// <summary>Something is wrong with a field.</summary>
    public void Add(string field, string message)
    {
        if (!messages.TryGetValue(field, out var known))
            messages[field] = known = [];
        if (!known.Contains(message))
            known.Add(message);
    }

    /// <summary>A text of one line.</summary>
    public void Line(string field, string? text, int max, string name, bool needed = true)
    {
        if (string.IsNullOrEmpty(text))
        {
            if (needed)
                Add(field, $"Cần ghi {Lowered(name)}.");
            return;
        }
        if (text.Length > max)
            Add(field, $"{name} dài tối đa {VietnameseNumber.Show(max)} ký tự.");
        if (!VietnameseText.IsClean(text) || text.AsSpan().IndexOfAny('\r', '\n') >= 0)
            Add(field, $"{name} viết trên một dòng, không có ký tự điều khiển.");
    }

    /// <summary>A day that people mean.</summary>
    public void Day(string field, DateOnly? day)
    {
        if (day is { Year: < 1900 or > 2100 })
            Add(field, "Ngày phải trong khoảng từ năm 1900 đến năm 2100.");
    }

    /// <summary>A text of several lines that must be there.</summary>
    public void Text(string field, string? text, string name, int max = MaxText)
    {
        if (string.IsNullOrEmpty(text))
            Add(field, $"Cần ghi {Lowered(name)}.");
        else if (text.Length > max)
            Add(field, $"{name} dài tối đa {VietnameseNumber.Show(max)} ký tự.");
        else if (!VietnameseText.IsClean(text))
            Add(field, $"{name} có ký tự điều khiển hoặc ký tự không hợp lệ.");
    }

    private static string Lowered(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
