namespace PlanTracker.Domain.Agencies;

/// <summary>Gathers what is wrong by field, so that all of it is said at once.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> errors = [];

    /// <summary>The refusal; null when nothing is wrong.</summary>
    public Refusal? Refusal => errors.Count == 0 ? null : Domain.Refusal.Invalid(errors.ToDictionary(e => e.Key, e => e.Value.Distinct().ToArray()));

    /// <summary>Whether nothing was said of the field yet.</summary>
    public bool IsFine(string field) => !errors.ContainsKey(field);

    /// <summary>Says what is wrong with a field.</summary>
    public void Add(string field, string message)
    {
        if (!errors.TryGetValue(field, out var messages))
            errors[field] = messages = [];
        messages.Add(message);
    }

    /// <summary>A line of text: there, clean, not too long.</summary>
    public void Line(string field, string? text, int most, string name, bool required = true)
    {
        if (text is null)
        {
            if (required)
                Add(field, $"Cần ghi {name}.");
        }
        else if (text.Length > most)
            Add(field, $"{char.ToUpperInvariant(name[0])}{name[1..]} dài tối đa {most} ký tự.");
        else if (!VietnameseText.IsClean(text) || text.AsSpan().ContainsAny('\n', '\r', '\t'))
            Add(field, $"{char.ToUpperInvariant(name[0])}{name[1..]} có ký tự không dùng được (xuống dòng hoặc ký tự điều khiển).");
    }

    /// <summary>A day that people mean.</summary>
    public void Day(string field, DateOnly? day)
    {
        if (day is { Year: < 1900 or > 2100 })
            Add(field, "Ngày phải trong khoảng từ năm 1900 đến năm 2100.");
    }
}
