namespace PlanTracker.Reports.Word;

/// <summary>Numbers of sections as typed text: Word's own letter lists have no đ.</summary>
internal static class Numbering
{
    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    /// <summary>"I. KẾT QUẢ THỰC HIỆN", from 1.</summary>
    public static string Part(int number, string title) => $"{Romans[number - 1]}. {title}";

    /// <summary>"1. Các hoạt động", from 1.</summary>
    public static string Section(int number, string title) => $"{number}. {title}";

    /// <summary>"a) ...", from 1; after y come aa, ab.</summary>
    public static string Point(int number, string text) => $"{Letter(number - 1)}) {text}";

    private static string Letter(int index) =>
        index < Letters.Length ? Letters[index].ToString() : Letter((index / Letters.Length) - 1) + Letters[index % Letters.Length];
}
