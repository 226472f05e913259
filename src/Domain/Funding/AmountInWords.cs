namespace PlanTracker.Domain.Funding;

/// <summary>
/// Amounts in words, as papers about money write them beside the figures: "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng".
/// </summary>
public static class AmountInWords
{
    private const int Billion = 1_000_000_000;
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] Groups = ["", "nghìn", "triệu"];

    /// <summary>The amount in words, with "đồng" at its end.</summary>
    /// <param name="amount">Whole đồng; a negative one begins with "âm".</param>
    public static string Of(long amount)
    {
        var number = amount < 0 ? (ulong)-(amount + 1) + 1 : (ulong)amount;
        return $"{(amount < 0 ? "âm " : "")}{string.Join(' ', Number(number, isInside: false))} đồng";
    }

    // Above a thousand million, Vietnamese counts in thousand millions: "hai nghìn tỷ".
    private static IEnumerable<string> Number(ulong number, bool isInside)
    {
        if (number >= Billion)
        {
            var rest = number % Billion;
            IEnumerable<string> words = [.. Number(number / Billion, isInside), "tỷ"];
            return rest == 0 ? words : words.Concat(Number(rest, isInside: true));
        }
        if (number == 0)
            return ["không"];
        var said = new List<string>();
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var three = (int)(number / Power(group) % 1000);
            if (three == 0)
                continue;
            said.AddRange(Three(three, isInside || said.Count > 0));
            if (group > 0)
                said.Add(Groups[group]);
        }
        return said;
    }

    // A group inside a number says its empty hundreds: "một triệu không trăm lẻ năm".
    private static List<string> Three(int number, bool isInside)
    {
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var said = new List<string>();
        if (hundreds > 0 || isInside)
            said.AddRange([Digits[hundreds], "trăm"]);
        if (tens == 0 && ones > 0 && said.Count > 0)
            said.Add("lẻ");
        if (tens > 0)
            said.AddRange(tens == 1 ? ["mười"] : [Digits[tens], "mươi"]);
        if (ones > 0)
        {
            said.Add((ones, tens) switch
            {
                (1, > 1) => "mốt",
                (4, > 1) => "tư",
                (5, > 0) => "lăm",
                _ => Digits[ones],
            });
        }
        return said;
    }

    private static ulong Power(int group) => group switch { 0 => 1, 1 => 1000, _ => 1_000_000 };
}
