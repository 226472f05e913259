using System.Text.RegularExpressions;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.AgencyReports;

/// <summary>What an indicator may be.</summary>
internal static partial class IndicatorRules
{
    private const int MaxName = 200;
    private const int MaxUnit = 50;
    private const int MaxOrder = 1000;
    private const int MaxMatches = 50;
    private const int MaxForm = 100;

    /// <summary>Whether it can be a code.</summary>
    public static bool IsCode(string code) => Code().IsMatch(code);

    /// <summary>Texts in NFC, trimmed.</summary>
    public static IndicatorTerms Clean(IndicatorTerms terms) => terms with
    {
        Name = VietnameseText.Clean(terms.Name) ?? "",
        Unit = VietnameseText.Clean(terms.Unit) ?? "",
        PeopleCode = VietnameseText.Clean(terms.PeopleCode),
        Matches = [.. terms.Matches.Select(m => m with { Channel = VietnameseText.Clean(m.Channel), Unit = VietnameseText.Clean(m.Unit) })],
    };

    /// <summary>The refusal; null when good.</summary>
    public static Refusal? Check(string code, bool isNew, IndicatorTerms terms, IReadOnlyList<Indicator> others, IReadOnlyList<Channel> channels)
    {
        var errors = new FieldErrors();
        if (isNew && !IsCode(code))
            errors.Add("code", "Mã chỉ số gồm chữ không dấu và chữ số, bắt đầu bằng chữ, tối đa 50 ký tự.");
        else if (isNew && others.Any(o => string.Equals(o.Code, code, StringComparison.OrdinalIgnoreCase)))
            errors.Add("code", "Mã chỉ số này đã dùng.");
        errors.Line("name", terms.Name, MaxName, "Tên chỉ số", needed: true);
        errors.Line("unit", terms.Unit, MaxUnit, "Đơn vị tính", needed: true);
        if (terms.Order is < 1 or > MaxOrder)
            errors.Add("order", "Thứ tự là số nguyên từ 1 đến 1.000.");
        if (!Enum.IsDefined(terms.OverTime))
            errors.Add("overTime", "Cách tính qua các kỳ không có trong danh mục.");
        if (terms.PeopleCode is { } people && (people == code || others.All(o => o.Code != people)))
            errors.Add("peopleCode", "Chỉ số đếm người phải là một chỉ số khác đang có.");
        if (terms.Matches.Count > MaxMatches || terms.Matches.Any(m => !IsMatch(m, channels)))
            errors.Add("matches", "Mỗi quy tắc điền sẵn nêu ít nhất một trong: kênh có trong danh mục, hình thức (1 đến 100), đơn vị tính; tối đa 50 quy tắc.");
        return errors.Refusal;
    }

    private static bool IsMatch(EntryMatch match, IReadOnlyList<Channel> channels) =>
        match is not { Channel: null, Form: null, Unit: null } && match.Form is null or (>= 1 and <= MaxForm)
        && (match.Channel is null || channels.Any(c => c.Code == match.Channel))
        && (match.Unit is null || (match.Unit.Length <= MaxUnit && VietnameseText.IsClean(match.Unit)));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
