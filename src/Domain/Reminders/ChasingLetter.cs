using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.Reminders;

/// <summary>A unit that has not sent its report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DueOn">Due day.</param>
/// <param name="DaysLate">Days past it.</param>
/// <param name="Reminders">How many days it was reminded on.</param>
/// <param name="LastReminded">The last of them; null when it never was.</param>
public sealed record LateUnit(string Name, DateOnly DueOn, int DaysLate, int Reminders, DateOnly? LastReminded);

/// <summary>The draft công văn đôn đốc: what is known of it before somebody edits, numbers and signs it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Period">The period.</param>
/// <param name="Today">The day it stands on.</param>
/// <param name="Expected">How many owe to Sở Nội vụ.</param>
/// <param name="Received">How many of them have sent.</param>
/// <param name="Late">Those that have not, after their due day; at least one.</param>
/// <param name="AnswerBy">The day they are asked to send by.</param>
/// <param name="Letterhead">Issuing bodies, place, signer.</param>
/// <param name="Issuer">Who issued the plan.</param>
public sealed record ChasingLetter(
    Plan Plan, ReportingPeriod Period, DateOnly Today, int Expected, int Received, IReadOnlyList<LateUnit> Late, DateOnly AnswerBy, Letterhead Letterhead,
    string Issuer)
{
    /// <summary>The head and foot of Sở Nội vụ's công văn [default].</summary>
    public static Letterhead DefaultLetterhead { get; } = ReportWording.DefaultLetterhead with
    {
        Symbol = "SNV-CCHC,VTLT",
        Recipients = ["Như trên", "UBND thành phố (để b/c)", "Giám đốc, các Phó Giám đốc Sở Nội vụ", "Lưu: VT, CCHC"],
    };

    /// <summary>The period in a sentence: "Quý III năm 2024".</summary>
    public string PeriodName => Period.Kind switch
    {
        PeriodKind.Year => $"năm {Plan.Year}",
        PeriodKind.HalfYear => Period.Name.Contains("đầu", StringComparison.Ordinal) || Period.Name.Contains("cuối", StringComparison.Ordinal)
            ? $"{Period.Name} {Plan.Year}" : $"{Period.Name} đầu năm {Plan.Year}",
        PeriodKind.Quarter or PeriodKind.Month => $"{Period.Name} năm {Plan.Year}",
        _ => Period.Name,
    };
}

/// <summary>Writes the draft as a Word document.</summary>
public interface IChasingLetterWriter
{
    /// <summary>The document (.docx).</summary>
    byte[] Document(ChasingLetter letter);
}
